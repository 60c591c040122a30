// Deleting lines: who looks at them and what is lost is said first. A formula that has the key of a line which is gone is a
// Problem; where the line's own formula can stand in its place, that is offered instead.

import { counted, listed } from '#base/listing.ts'
import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import { renameKey } from '#formula/rename.ts'
import { readingsOf } from '#model/commitment.ts'
import { readingLineId } from '#model/commitmentLines.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { partnersOf } from '#model/expected.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { isExpanded, lineOf, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { lineRemoval } from '#model/removal.ts'
import { scopeOf } from '#formula/scope.ts'
import type { EditDeed } from '../editDeed.ts'
import { keptFormula } from '../formulaEdit.ts'
import { namedUsers, usersOf } from '../formulaUsers.ts'
import { refuse } from '../proposal.ts'
import { formulaPlaces } from './formulaPlace.ts'
import { heldOn, heldText, type Held } from './heldText.ts'

export type LineRemoval = {
  readonly lines: readonly LineItem[]
  /** Other lines whose formulas look at them, in any scenario; those of commitments are told by `counting`. */
  readonly users: readonly LineItem[]
  /** Names of the readings that count one of them. */
  readonly counting: readonly string[]
  /** Lines that are held against one of them. */
  readonly heldAgainst: readonly LineItem[]
  readonly held: Held
  /** Whether the formulas that look at them can have the lines' own formulas in their places. */
  readonly canInline: boolean
}

const isHolding = ({ numbers, notes, formulas }: Held): boolean => numbers + notes + formulas > 0

/** What takes a line's place in formulas: its formula in parentheses, once the keys it needs have theirs. */
type StandIn = { readonly key: string; readonly text: string; readonly needs: readonly string[] }

/** Null where numbers, scenarios or no formula stand in the way. */
const standInOf = (model: Model, line: LineItem, keys: ReadonlyMap<LineId, string>): StandIn | null => {
  const formula = keptFormula(line.formula ?? '')
  const checked = formula === '' ? null : checkFormula(formula, scopeOf(model))
  if (checked === null || isFormulaProblem(checked)) return null
  const { numbers, formulas } = heldOn(model, new Set([line.id]))
  if (numbers + formulas > 0) return null
  const needs = checked.references.map((each) => keys.get(each.line)).filter((key) => key !== undefined)
  return { key: line.key, text: `(${formula})`, needs }
}

/** The text with others in the places of keys. None of them has one of the keys in it: what comes out is long, not endless. */
const inlined = (formula: string, texts: ReadonlyMap<string, string>): string =>
  [...texts].reduce((text, [key, its]) => renameKey(text, key, its), formula)

/** Whether a text has more characters or levels than a formula may have. */
const isBeyondLimit = (model: Model, text: string): boolean => {
  const checked = checkFormula(text, scopeOf(model))
  return isFormulaProblem(checked) && checked.kind === 'limit'
}

/**
 * The formulas of the lines, each with those of the others among them in their places: those that need none of the others
 * first, then those that need only these, and so on. Null where one has no stand-in, they go round, or one is beyond the limit.
 */
const standIns = (model: Model, lines: readonly LineItem[]): ReadonlyMap<string, string> | null => {
  const keys = new Map(lines.map(({ id, key }) => [id, key]))
  const found = lines.map((line) => standInOf(model, line, keys))
  let waiting = found.filter((each) => each !== null)
  if (waiting.length < lines.length) return null
  const texts = new Map<string, string>()
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((key) => texts.has(key)))
    if (ready.length === 0) return null
    for (const { key, text: own } of ready) {
      const text = inlined(own, texts)
      if (isBeyondLimit(model, text)) return null
      texts.set(key, text)
    }
    waiting = waiting.filter(({ key }) => !texts.has(key))
  }
  return texts
}

/** The edits that put the lines' formulas in the places of their keys; null where that cannot be said in a formula. */
const inliningEdits = (model: Model, lines: readonly LineItem[]): readonly Edit[] | null => {
  const texts = standIns(model, lines)
  if (texts === null) return null
  const gone = new Set(lines.map(({ id }) => id))
  const scope = scopeOf(model)
  const edits: Edit[] = []
  for (const { scenario, line, formula: before } of formulaPlaces(model)) {
    const formula = gone.has(line) ? before : inlined(before, texts)
    if (formula === before) continue
    const checked = checkFormula(formula, scope)
    // A formula that is a Problem already may stay one, but grows no further than a formula may.
    if (isFormulaProblem(checked) && (checked.kind === 'limit' || !isFormulaProblem(checkFormula(before, scope))))
      return null
    edits.push({ kind: 'formula', scenario, line, formula })
  }
  return edits.length === 0 ? null : edits
}

const countedBy = (model: Model, lines: readonly LineItem[]): readonly string[] => {
  const scope = scopeOf(model)
  const counts = (formula: string | undefined): boolean => {
    const checked = formula === undefined || formula === '' ? null : checkFormula(formula, scope)
    return (
      checked !== null &&
      !isFormulaProblem(checked) &&
      checked.references.some(({ line }) => lines.some(({ id }) => id === line))
    )
  }
  return model.commitments.flatMap((commitment) =>
    readingsOf(commitment)
      .filter((reading) => {
        const input = readingLineId(commitment, reading, 'counting')
        return counts(reading.counts) || model.scenarios.some(({ formulas }) => counts(formulas.get(input)))
      })
      .map(({ name }) => `“${name}” of ${commitment.name}`),
  )
}

/** What deleting lines would do; a Problem for lines of commitments. */
export const lineRemovalOf = (model: Model, ids: readonly LineId[]): LineRemoval | Problem => {
  const gone = new Set(ids)
  const lines = ids.map((id) => lineOf(model, id))
  const expanded = lines.find(({ id }) => isExpanded(model, id))
  if (expanded !== undefined)
    return refuse(`${expanded.label} comes from a commitment: it goes with the commitment, on the Pacing screen.`)
  if (lines.length === 0) return refuse('Select the line that is to be deleted.')
  return {
    lines,
    users: usersOf(model, gone).filter(({ id }) => !isExpanded(model, id)),
    counting: countedBy(model, lines),
    heldAgainst: model.lines.filter(
      ({ id, expected }) => !gone.has(id) && expected !== null && partnersOf(expected).some((each) => gone.has(each)),
    ),
    held: heldOn(model, gone),
    canInline: inliningEdits(model, lines) !== null,
  }
}

/** More than these, and the list would be longer than the screen. */
const mostUsersNamed = 20

/** Whether anything would be lost or broken: then it is asked first. */
export const isGrave = ({ users, counting, heldAgainst, held }: LineRemoval): boolean =>
  users.length + counting.length + heldAgainst.length > 0 || isHolding(held)

/** `“Revenue”`, `“Revenue” and “Capex”`, `5 lines`. */
export const namesText = (lines: readonly LineItem[]): string =>
  lines.length > 3 ? counted(lines.length, 'line') : listed(lines.map(({ label }) => `“${label}”`))

/** What is lost and what breaks, one sentence each. */
export const removalSentences = ({ lines, users, counting, heldAgainst, held }: LineRemoval): readonly string[] => {
  const it = lines.length === 1 ? 'it' : 'them'
  const what = heldText(held)
  const [looks, names] = [users.length === 1 ? 'looks' : 'look', namedUsers(users, mostUsersNamed)]
  return [
    ...(users.length === 0 ? [] : [`${counted(users.length, 'line')} ${looks} at ${it}: ${names}.`]),
    ...(counting.length === 0 ? [] : [`${listed(counting)} ${counting.length === 1 ? 'counts' : 'count'} ${it}.`]),
    ...(heldAgainst.length === 0
      ? []
      : [`${listed(heldAgainst.map(({ label }) => `“${label}”`))} would no longer be held against ${it}.`]),
    ...(what === ''
      ? []
      : [`${what} typed on ${it} go too.`.replace(/^1 (\w+) typed on (\w+) go too/, '1 $1 typed on $2 goes too')]),
  ]
}

export const proposeLineRemoval = (model: Model, removal: LineRemoval, isInlined: boolean): EditDeed | Problem => {
  const { lines, users, counting } = removal
  const rewriting = isInlined ? inliningEdits(model, lines) : []
  if (rewriting === null) return refuse('The formulas changed meanwhile: look at the lines again.')
  const edits: Edit[] = [...rewriting]
  let current = applyEdits(model, edits)
  for (const { id } of lines) {
    if (isProblem(current)) return current
    const removing = lineRemoval(current, id)
    edits.push(...removing)
    current = applyEdits(current, removing)
  }
  const names = namesText(lines)
  const [is, its] = lines.length === 1 ? ['is', 'its'] : ['are', 'their']
  const broken = users.length + counting.length
  const after = isInlined
    ? ` ${counted(rewriting.length, 'formula')} ${rewriting.length === 1 ? 'has' : 'have'} ${its} formula instead.`
    : broken === 0
      ? ''
      : ` ${counted(broken, 'formula')} that looked at ${lines.length === 1 ? 'it' : 'them'} ${broken === 1 ? 'has' : 'have'} no value now.`
  return { edits, label: `${names} deleted`, said: `${names} ${is} deleted.${after} Undo brings back what went.` }
}
