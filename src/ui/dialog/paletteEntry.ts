// A PaletteEntry is a line of the palette: a command, a line of the model to go to, or a scenario to show. It is found by the
// words of its name, of what other tools call it, its group and its keys, in any order.

import type { Command } from '#session/command.ts'
import { commands } from '#session/commands.ts'
import { allLines } from '#model/model.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import type { Workbench } from '#session/workbench.svelte.ts'
import { chordText, keysText } from '../keys.ts'
import { otherWordsOf } from './otherWords.ts'

export type PaletteEntry = {
  readonly id: string
  readonly group: string
  readonly name: string
  /** As they are written on this machine; empty where it has none. */
  readonly keys: string
  /** What else it is called: the name of the line or scenario it is about, or what other tools call it. */
  readonly other: string
  /** All it is found by, in small letters. */
  readonly words: string
  readonly run: () => void
}

/** What was found of a group, and how many more there are. */
export type PaletteGroup = {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
  readonly left: number
}

/** Groups whose commands act on a model. */
const groupsOfModel = new Set<Command['group']>(['Edit', 'Move', 'Select', 'Format', 'Audit', 'Look', 'Scenario'])

/** More of one group than anybody reads: of a thousand lines the rest is found by typing. */
const mostOfGroup = 60

/** What a command is found by, its id among it: “export” is in no name. Keys as both kinds of keyboard write them. */
export const wordsOf = ({ id, name, group, keys }: Command): string =>
  [name, otherWordsOf(id), group, id, ...keys.flatMap((each) => [chordText(each, false), chordText(each, true)])]
    .join(' ')
    .toLowerCase()

const commandEntry = (command: Command, workbench: Workbench): PaletteEntry => ({
  id: command.id,
  group: command.group,
  name: command.nameNow?.(workbench) ?? command.name,
  keys: keysText(command),
  other: otherWordsOf(command.id),
  words: wordsOf(command),
  run: () => {
    command.run(workbench)
  },
})

const scenarioEntries = (open: OpenModel): readonly PaletteEntry[] =>
  open.model.scenarios.map(({ id, name }) => ({
    id: `scenario ${id}`,
    group: 'Scenario',
    name: `Show ${name}`,
    keys: '',
    other: name,
    words: `show ${name} scenario`.toLowerCase(),
    run: () => {
      open.look({ scenario: id })
    },
  }))

const lineEntries = (open: OpenModel): readonly PaletteEntry[] =>
  allLines(open.model).map((line) => ({
    id: `line ${line.id}`,
    group: 'Lines',
    name: `Go to ${line.label}`,
    keys: '',
    other: line.label,
    words: `go to ${line.label} ${line.key} ${line.section} lines`.toLowerCase(),
    run: () => {
      open.navigation.toLine(line.id)
    },
  }))

/** All there is to do now; what would be refused is left out. */
export const paletteEntries = (workbench: Workbench): readonly PaletteEntry[] => {
  const { open } = workbench
  const ofCommands = commands
    .filter((each) => (open !== null || !groupsOfModel.has(each.group)) && each.canRun?.(workbench) !== false)
    .filter(({ where }) => where !== 'sheet' || open?.view.screen === 'sheet')
    .map((each) => commandEntry(each, workbench))
  return open === null ? ofCommands : [...ofCommands, ...scenarioEntries(open), ...lineEntries(open)]
}

export const searchWords = (search: string): readonly string[] => search.toLowerCase().split(/\s+/).filter(Boolean)

/** How far down an entry belongs: it is called what was typed, begins with it or has words that do, or holds it somewhere. */
const rankOf = ({ name, other }: PaletteEntry, search: string, words: readonly string[]): number => {
  const small = search.trim().toLowerCase()
  const called = [name, ...other.split(', ')].map((each) => each.toLowerCase())
  if (called.includes(small)) return 0
  if (called[0]?.startsWith(small) === true) return 1
  return called.some((each) => words.every((word) => ` ${each}`.includes(` ${word}`))) ? 2 : 3
}

/** What holds every word of a search, the nearest first, in groups in the order of their best. */
export const foundIn = (entries: readonly PaletteEntry[], search: string): readonly PaletteGroup[] => {
  const words = searchWords(search)
  const byGroup = new Map<string, PaletteEntry[]>()
  const found = entries
    .filter((entry) => words.every((word) => entry.words.includes(word)))
    .map((entry) => ({ entry, rank: words.length === 0 ? 0 : rankOf(entry, search, words) }))
    .sort((one, other) => one.rank - other.rank)
  for (const { entry } of found) {
    const group = byGroup.get(entry.group)
    if (group === undefined) byGroup.set(entry.group, [entry])
    else group.push(entry)
  }
  return [...byGroup].map(([title, all]) => ({
    title,
    entries: all.slice(0, mostOfGroup),
    left: Math.max(all.length - mostOfGroup, 0),
  }))
}
