// Making another reading the one that holds. The two change places: the lines of the one that holds carry the commitment's
// own keys, so what scenarios say and type of each moves over to its new lines. Formulas that name the reading by its own
// keys follow it; those that name the commitment mean the reading that holds, whichever it is.

import { renameKey } from '#formula/rename.ts'
import type { Commitment, Reading } from '#model/commitment.ts'
import { readingLineId, readingLineKey } from '#model/commitmentLines.ts'
import { readingParts } from '#model/commitmentParts.ts'
import { inputsOf } from '#model/commitmentInput.ts'
import type { Edit } from '#model/edit.ts'
import type { LineId } from '#model/lineItem.ts'
import { baseOf, type Model } from '#model/model.ts'
import type { CommitmentDeed } from './commitmentEdit.ts'
import { namedUsers, usersOf } from './formulaUsers.ts'
import { freeReadingId } from './readingId.ts'

type Swap = {
  readonly next: Commitment
  /** Where each line of the two readings goes. */
  readonly lines: ReadonlyMap<LineId, LineId>
  /** A formula's text with the keys of the reading that comes to hold. */
  readonly rewritten: (formula: string) => string
}

const swapOf = (model: Model, commitment: Commitment, chosen: Reading): Swap => {
  const old = commitment.reading
  const others = commitment.otherReadings.map((each) => (each.id === chosen.id ? old : each))
  const swapped = { ...commitment, reading: chosen, otherReadings: others }
  const left: Reading = {
    ...old,
    id: freeReadingId(model, { ...swapped, otherReadings: commitment.otherReadings }, old),
  }
  const next = { ...swapped, otherReadings: others.map((each) => (each === old ? left : each)) }
  const lines = new Map<LineId, LineId>()
  for (const part of readingParts) {
    lines.set(readingLineId(commitment, old, part), readingLineId(next, left, part))
    lines.set(readingLineId(commitment, chosen, part), readingLineId(next, chosen, part))
  }
  const rewritten = (formula: string): string =>
    readingParts.reduce(
      (text, part) => renameKey(text, readingLineKey(commitment, chosen, part), readingLineKey(next, chosen, part)),
      formula,
    )
  return { next, lines, rewritten }
}

/** What scenarios hold on the lines of the two readings: taken away, and set down again where the lines are then. */
const moves = (
  model: Model,
  { lines, rewritten }: Swap,
): { readonly away: readonly Edit[]; readonly back: readonly Edit[] } => {
  const away: Edit[] = []
  const back: Edit[] = []
  for (const { id: scenario, formulas } of model.scenarios)
    for (const [line, formula] of formulas) {
      const to = lines.get(line)
      const after = rewritten(formula)
      if (to === undefined && after === formula) continue
      if (to !== undefined) away.push({ kind: 'formula', scenario, line, formula: null })
      back.push({ kind: 'formula', scenario, line: to ?? line, formula: after })
    }
  for (const [scenario, quarters] of model.rows)
    for (const [quarter, { entries, notes }] of quarters) {
      for (const [line, entry] of entries) {
        const to = lines.get(line)
        if (to === undefined) continue
        away.push({ kind: 'enter', scenario, quarter, line, entry: null })
        back.push({ kind: 'enter', scenario, quarter, line: to, entry })
      }
      for (const [line, note] of notes) {
        const to = lines.get(line)
        if (to === undefined) continue
        away.push({ kind: 'note', scenario, quarter, line, note: null })
        back.push({ kind: 'note', scenario, quarter, line: to, note })
      }
    }
  return { away, back }
}

/** Base's formulas that name the reading: those of lines, and what other commitments and readings count. */
const baseRewritings = (model: Model, { next, rewritten }: Swap): readonly Edit[] => {
  const scenario = baseOf(model).id
  const commitments = model.commitments.map((each) => (each.id === next.id ? next : each))
  const formulas = [...model.lines.map(({ id, formula }) => ({ line: id, formula })), ...commitments.flatMap(inputsOf)]
  return formulas.flatMap(({ line, formula }): readonly Edit[] => {
    const after = formula === null ? null : rewritten(formula)
    return after === formula ? [] : [{ kind: 'formula', scenario, line, formula: after }]
  })
}

/** Makes one of a commitment's other readings the one that holds. */
export const proposeHolding = (model: Model, commitment: Commitment, chosen: Reading): CommitmentDeed => {
  const old = commitment.reading
  const swap = swapOf(model, commitment, chosen)
  const { away, back } = moves(model, swap)
  const { reading, otherReadings } = swap.next
  const main = new Set(readingParts.map((part) => readingLineId(commitment, old, part)))
  const chosenLines = new Set(readingParts.map((part) => readingLineId(commitment, chosen, part)))
  const users = usersOf(model, main).filter(({ id }) => !id.startsWith(`${commitment.id}.`))
  const followers = usersOf(model, chosenLines).filter(({ id }) => !id.startsWith(`${commitment.id}.`))
  const said = [
    `${chosen.name} is the reading that holds; ${old.name} stands beside it.`,
    ...(users.length === 0
      ? []
      : [
          `${namedUsers(users)} ${users.length === 1 ? 'uses' : 'use'} the commitment’s lines and now ${users.length === 1 ? 'means' : 'mean'} ${chosen.name}.`,
        ]),
    ...(followers.length === 0
      ? []
      : [`${namedUsers(followers)} ${followers.length === 1 ? 'follows' : 'follow'} it to its new keys.`]),
  ]
  return {
    edits: [
      ...away,
      { kind: 'change commitment', commitment: commitment.id, change: { reading, otherReadings } },
      ...baseRewritings(model, swap),
      ...back,
    ],
    label: `Reading ${chosen.name} of ${commitment.name} holds`,
    said: said.join(' '),
  }
}
