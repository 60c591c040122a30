// Commands of beat and miss: what a line is held against, its results, the quarter told, and the card of it.

import type { Command } from '../command.ts'
import type { CardDoor } from '../cardDoor.ts'
import { nameable } from '../heldAgainst.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { quarterBeside, tellingOf } from '../telling.ts'

const isShown = (open: OpenModel | null): open is OpenModel => open?.view.screen === 'results'

const beside = ({ results, view }: OpenModel, step: 1 | -1) => {
  const telling = tellingOf(results, view.results)
  return telling === null ? null : quarterBeside(telling, step)
}

const toQuarter = (id: string, name: string, key: string, step: 1 | -1): Command => ({
  ...{ id: `results.${id}`, name, group: 'Look', keys: [key], where: 'everywhere' },
  canRun: ({ open }) => isShown(open),
  run: ({ open }) => {
    const quarter = open === null ? null : beside(open, step)
    if (open !== null && quarter !== null) open.look({ results: { ...open.view.results, quarter } })
  },
})

const ofCard = (id: string, name: string, run: (card: CardDoor) => void): Command => ({
  ...{ id: `results.${id}`, name, group: 'File', keys: [], where: 'everywhere' },
  canRun: ({ open }) => isShown(open) && open.card !== null,
  run: ({ open }) => {
    if (open !== null && open.card !== null) run(open.card)
  },
})

export const resultsCommands: readonly Command[] = [
  {
    id: 'results.name',
    name: 'Name the consensus and guidance of a line …',
    group: 'Edit',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null && nameable(open.model).length > 0,
    run: (workbench) => {
      workbench.dialog = 'expected'
    },
  },
  {
    id: 'results.line',
    name: 'Beats and misses of the line',
    group: 'Audit',
    keys: [],
    where: 'sheet',
    canRun: ({ open }) => (open?.selectedLine?.expected ?? null) !== null,
    run: ({ open }) => {
      const line = open?.selectedLine ?? null
      if (open === null || line === null) return
      open.look({ results: { ...open.view.results, line: line.id } })
      open.navigation.toScreen('results')
    },
  },
  toQuarter('earlier', 'Results of the quarter before', 'Alt+ArrowLeft', -1),
  toQuarter('later', 'Results of the quarter after', 'Alt+ArrowRight', 1),
  ofCard('cardText', 'Copy the quarter’s card as text', (card) => card.copyText()),
  ofCard('cardPicture', 'Copy the quarter’s card as a picture', (card) => card.copyPicture()),
  ofCard('cardFile', 'Save the quarter’s card as PNG', (card) => card.savePicture()),
]
