// Commands on time: the ends of the timeline, where years stand and whose they are, and breaks in a line's series.

import type { Command } from '../command.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import type { TimeGestures } from '../time/timeGestures.svelte.ts'
import { yearLayouts } from '../time/timeLook.ts'

type Wish = {
  readonly id: string
  readonly name: string
  readonly keys?: readonly string[]
  readonly nameNow?: (open: OpenModel) => string | null
  readonly canRun?: (open: OpenModel) => boolean
  readonly run: (time: TimeGestures, open: OpenModel) => void
}

const onTime = (group: Command['group'], where: Command['where'], wish: Wish): Command => ({
  ...{ id: wish.id, name: wish.name, group, where, keys: wish.keys ?? [] },
  nameNow: ({ open }) => (open === null ? null : (wish.nameNow?.(open) ?? null)),
  canRun: ({ open }) => open !== null && open.view.screen === 'sheet' && (wish.canRun?.(open) ?? true),
  run: ({ open }) => {
    if (open !== null) wish.run(open.sheet.time, open)
  },
})

const ends = [
  { end: 'last', at: 'end' },
  { end: 'first', at: 'start' },
] as const

const growing = ends.flatMap(({ end, at }) =>
  ([1, 4] as const).flatMap((quarters): readonly Command[] => {
    const what = quarters === 1 ? 'quarter' : 'year'
    return [
      onTime('Edit', 'everywhere', {
        id: `time.add${what === 'year' ? 'Year' : 'Quarter'}At${at === 'end' ? 'End' : 'Start'}`,
        name: `Add a ${what} at the ${at}`,
        run: (time) => {
          time.grow(end, quarters)
        },
      }),
      onTime('Edit', 'everywhere', {
        id: `time.cut${what === 'year' ? 'Year' : 'Quarter'}At${at === 'end' ? 'End' : 'Start'}`,
        name: `Cut a ${what} at the ${at} …`,
        run: (time) => {
          time.grow(end, -quarters)
        },
      }),
    ]
  }),
)

const layouts = yearLayouts.map(({ is, name }) =>
  onTime('Look', 'everywhere', {
    id: `look.years.${is}`,
    name,
    run: (time) => {
      time.lay(is)
    },
  }),
)

export const timeCommands: readonly Command[] = [
  onTime('Edit', 'everywhere', {
    id: 'time.ends',
    name: 'Timeline: first and last quarter …',
    keys: ['Alt+Shift+T'],
    run: (time) => {
      time.openTimeline()
    },
  }),
  ...growing,
  onTime('Look', 'everywhere', {
    id: 'look.years.next',
    name: 'Where years stand: behind their quarters, behind all, or alone',
    keys: ['Alt+Shift+Y'],
    run: (time, { view }) => {
      const at = yearLayouts.findIndex(({ is }) => is === view.yearColumns)
      time.lay(yearLayouts[(at + 1) % yearLayouts.length]?.is ?? 'among')
    },
  }),
  ...layouts,
  onTime('Look', 'everywhere', {
    id: 'look.years.by',
    name: 'Fiscal or calendar years',
    nameNow: ({ sheet }) => (sheet.time.yearsShown === 'fiscal' ? 'Show calendar years' : 'Show fiscal years'),
    keys: ['Alt+Shift+F'],
    run: (time) => {
      time.countYears(time.yearsShown === 'fiscal' ? 'calendar' : 'fiscal')
    },
  }),
  onTime('Edit', 'sheet', {
    id: 'time.break',
    name: 'Mark a break in the series here …',
    nameNow: ({ sheet }) => (sheet.time.isOnBreak ? 'Change the break in the series here …' : null),
    keys: ['Alt+Shift+B'],
    run: (time) => {
      time.openBreak()
    },
  }),
  onTime('Edit', 'sheet', {
    id: 'time.removeBreak',
    name: 'Remove the break in the series here',
    canRun: ({ sheet }) => sheet.time.isOnBreak,
    run: (time) => {
      time.removeBreak()
    },
  }),
]
