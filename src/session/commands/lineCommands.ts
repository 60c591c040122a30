// Commands on lines and sections: they act on the selected lines, or on the section whose heading the cursor stands on.

import type { Command } from '../command.ts'
import type { LineGestures } from '../lines/lineGestures.svelte.ts'
import { liftableConstants } from '#analysis/literal.ts'
import type { OpenModel } from '../openModel.svelte.ts'

type Asked = (lines: LineGestures, open: OpenModel) => boolean

const hasLine: Asked = (lines) => lines.lines.length > 0
const hasHeading: Asked = (lines) => lines.heading !== null
const hasEither: Asked = (lines, open) => hasLine(lines, open) || hasHeading(lines, open)
const hasLiterals: Asked = (_, { model, selectedLine }) =>
  selectedLine !== null && liftableConstants(model, selectedLine).length > 0
const always: Asked = () => true

const onLines = (
  id: string,
  name: string,
  keys: readonly string[],
  canRun: Asked,
  run: (lines: LineGestures) => void,
  nameOnHeading: string | null = null,
): Command => ({
  ...{ id, name, keys, group: 'Edit', where: 'sheet' },
  nameNow: ({ open }) => (open !== null && open.lines.heading !== null ? nameOnHeading : null),
  canRun: ({ open }) => open !== null && open.view.screen === 'sheet' && canRun(open.lines, open),
  run: ({ open }) => {
    if (open !== null) run(open.lines)
  },
})

export const lineCommands: readonly Command[] = [
  onLines('line.insertBelow', 'New line below …', ['Mod+Alt+Enter'], always, (lines) => {
    lines.openNew('below')
  }),
  onLines('line.insertAbove', 'New line above …', ['Mod+Alt+='], always, (lines) => {
    lines.openNew('above')
  }),
  onLines('line.duplicate', 'Duplicate the line, or add a segment …', ['Alt+Shift+D'], hasLine, (lines) => {
    lines.openDuplicate()
  }),
  onLines(
    'line.rename',
    'Rename the line',
    ['Alt+Shift+R'],
    hasEither,
    (lines) => {
      lines.rename()
    },
    'Rename the section …',
  ),
  onLines('line.key', 'Change the key of the line', [], hasLine, (lines) => {
    lines.rename('key')
  }),
  onLines(
    'line.moveUp',
    'Move the line up',
    ['Alt+ArrowUp'],
    hasEither,
    (lines) => {
      lines.step(-1)
    },
    'Move the section up',
  ),
  onLines(
    'line.moveDown',
    'Move the line down',
    ['Alt+ArrowDown'],
    hasEither,
    (lines) => {
      lines.step(1)
    },
    'Move the section down',
  ),
  onLines('line.toSection', 'Move the line to a section …', [], hasLine, (lines) => {
    lines.openToSection()
  }),
  onLines('line.lift', 'Lift a number of the formula into a line …', [], hasLiterals, (lines) => {
    lines.openLift()
  }),
  onLines(
    'line.remove',
    'Delete the line',
    ['Mod+Alt+-'],
    hasEither,
    (lines) => {
      lines.remove()
    },
    'Delete the section …',
  ),
  onLines('section.new', 'New section …', [], always, (lines) => {
    lines.openSection(null)
  }),
]
