// What a line is, that looks like a slip: a number hidden in its formula, a driver that nothing reads or that gives no reason, a per cent that
// adds up over a year, a total that leaves one of its kind out.

import { listed } from '#base/listing.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, isBase, rowOf } from '#model/model.ts'
import { formulaOf } from '#model/origin.ts'
import type { ScenarioId } from '#model/scenario.ts'
import { liftableConstants, whoseText, type Literal } from '../literal.ts'
import { finding, type Finding, type Steps } from './finding.ts'
import { hasToken, sharedTokens } from './lineWords.ts'
import type { Survey, SurveyedLine } from './survey.ts'
import { lookOf, termsOf } from './terms.ts'

/** Days of a quarter and of a year, as a factor: nobody's assumption. */
const isCountOfDays = ({ role, value, isPercent }: Literal): boolean =>
  role === 'factor' && !isPercent && ((value >= 90 && value <= 92) || (value >= 360 && value <= 366))

const hiddenNumbers = (survey: Survey, { line }: SurveyedLine): readonly Finding[] =>
  // A check is held against numbers: a tolerance of its own, a rounding.
  line.tolerance !== null
    ? []
    : liftableConstants(survey.model, line).map((literal) =>
        finding({
          kind: 'constant',
          rule: literal.text,
          severity: isCountOfDays(literal) ? 'remark' : 'warning',
          place: { scenario: literal.scenario, line: line.id, quarter: null },
          sentence: `${line.label}${whoseText(survey.model, literal)}: ${literal.text} is written into the formula ${literal.formula}. As a line of its own it could be seen, noted and changed.`,
          about: literal.formula,
          mending: isBase(survey.model, literal.scenario)
            ? { by: 'lift', words: `Lift ${literal.text} into a line` }
            : null,
        }),
      )

/** The lines that a line's formula looks at in a scenario. What one that cannot be read would look at is told by the names in it. */
const readBy = (survey: Survey, scenario: ScenarioId, line: LineItem, keys: ReadonlyMap<string, LineId>) => {
  const checked = survey.results.checkedOf(scenario, line.id)
  if (checked !== null) return checked.references.map((reference) => reference.line)
  const names = formulaOf(survey.model, scenario, line)?.formula.match(/[a-z][a-z0-9_]*/g) ?? []
  return names.flatMap((name) => keys.get(name) ?? [])
}

/** Lines that another line's formula in some scenario, a commitment's among them, or an expectation looks at. */
const readLines = (survey: Survey): ReadonlySet<LineId> => {
  const lines = allLines(survey.model)
  const keys = new Map(lines.map(({ key, id }) => [key, id]))
  const read = new Set<LineId>()
  for (const line of lines) {
    for (const { id: scenario } of survey.model.scenarios)
      // What only goes on from its own past moves nothing else.
      for (const id of readBy(survey, scenario, line, keys)) if (id !== line.id) read.add(id)
    for (const id of [line.expected?.consensus, line.expected?.low, line.expected?.high]) if (id) read.add(id)
  }
  return read
}

/** Whether a line has a number anywhere yet. */
const hasValue = (survey: Survey, { id, kind }: LineItem): boolean =>
  survey.model.scenarios.some((scenario) =>
    kind === 'constant'
      ? !Number.isNaN(survey.results.constantOf(scenario.id, id))
      : survey.valuesOf(scenario.id, id).some((value) => !Number.isNaN(value)),
  )

/** A driver without a number is just begun. */
const unused = (survey: Survey, read: ReadonlySet<LineId>): readonly Finding[] =>
  survey.lines
    .filter(({ line }) => (line.driver || line.kind === 'constant') && !read.has(line.id))
    .map(({ line }) =>
      finding({
        kind: 'unused',
        rule: 'driver',
        severity: line.driver && hasValue(survey, line) ? 'warning' : 'remark',
        place: { scenario: survey.base, line: line.id, quarter: null },
        sentence: `${line.label} is ${line.driver ? 'a driver' : 'a constant'}, and no formula reads it: changing it moves nothing.`,
        about: line.key,
      }),
    )

const withoutReason = (survey: Survey, { line }: SurveyedLine): readonly Finding[] => {
  if (!line.driver || line.description.trim() !== '') return []
  const { model } = survey
  const cells = model.scenarios.flatMap(({ id }) =>
    survey.quarters.flatMap((quarter, at) => {
      const { entries, notes } = rowOf(model, id, quarter)
      const isNoted = (notes.get(line.id)?.text ?? '') !== '' || (notes.get(line.id)?.source ?? null) !== null
      return typeof entries.get(line.id) === 'number' && !isNoted && at >= survey.past ? [{ scenario: id, at }] : []
    }),
  )
  const [first] = cells
  if (line.kind !== 'constant' && first === undefined) return []
  const names = cells.slice(0, 3).map(({ at }) => survey.nameAt(at))
  return [
    finding({
      kind: 'reason',
      rule: 'driver',
      severity: 'remark',
      place: {
        scenario: first?.scenario ?? survey.base,
        line: line.id,
        quarter: first === undefined ? null : survey.quarterAt(first.at),
      },
      sentence: `${line.label} is assumed without a reason${names.length === 0 ? '' : ` in ${listed([...new Set(names)])}${cells.length > 3 ? ' and more' : ''}`}: no note says why, and the line has no description.`,
      isOfLine: true,
      about: 'no note and no description',
      mending:
        first === undefined
          ? { by: 'description', words: 'Describe the line' }
          : { by: 'note', words: 'Say why in a note' },
    }),
  ]
}

const isWarned = (survey: Survey, line: LineId): boolean =>
  survey.results.warnings.some(({ kind, place }) => kind === 'kind' && 'line' in place && place.line === line)

const addingPercents = (survey: Survey, { line, formula }: SurveyedLine): readonly Finding[] => {
  if (line.unit.kind !== 'percent' || line.kind !== 'flow') return []
  // The warning of units may have said so already.
  if (formula !== null && isWarned(survey, line.id)) return []
  return [
    finding({
      kind: 'per cent',
      rule: 'flow',
      severity: 'warning',
      place: { scenario: survey.base, line: line.id, quarter: null },
      sentence: `${line.label} is a per cent and its kind is flow: its years add four per cents up. Make it a rate.`,
      about: line.kind,
      mending: {
        by: 'edits',
        words: 'Make it a rate',
        edits: [{ kind: 'change line', line: line.id, change: { kind: 'rate' } }],
      },
    }),
  ]
}

/** A sum of bare lines that leaves out one that stands among them and is like them. */
const leftOut = (
  survey: Survey,
  { line, formula }: SurveyedLine,
  order: ReadonlyMap<LineId, number>,
): readonly Finding[] => {
  const { tree } = formula ?? {}
  if (formula === null || tree === undefined || line.unit.kind === 'percent') return []
  const isCall = tree.kind === 'call' && tree.name === 'sum' && tree.window === null
  const terms = isCall ? tree.expressions.map((each) => ({ sign: 1, tree: each })) : termsOf(tree)
  const items = terms.flatMap(({ sign, tree: term }) => {
    const look = lookOf(term)
    const each = look?.lag === 0 && sign === 1 ? survey.byId.get(look.line) : undefined
    return each === undefined ? [] : [each]
  })
  if (items.length < 2 || items.length < terms.length) return []
  const used = new Set(formula.references.map((reference) => reference.line))
  const sections = new Set(items.map((item) => item.line.section))
  const [first] = items
  if (sections.size > 1 || first === undefined) return []
  const tokens = sharedTokens(items.map((item) => item.line.key))
  const places = items.map((item) => order.get(item.line.id) ?? 0)
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const isDense = high - low <= items.length
  const others = survey.lines.filter((each) => {
    const { line: other } = each
    if (
      other.id === line.id ||
      used.has(other.id) ||
      other.tolerance !== null ||
      other.driver ||
      other.kind !== first.line.kind
    )
      return false
    if (other.unit.kind !== first.line.unit.kind || !sections.has(other.section)) return false
    const place = order.get(other.id) ?? 0
    const isNamedAlike = tokens.some((token) => hasToken(other.key, token)) && place >= low - 1 && place <= high + 1
    const isAmong = isDense && place > low && place < high
    if (!isNamedAlike && !isAmong) return false
    // What looks at the total, or is looked at by one of its parts, is no part of it.
    const looks = new Set(each.formula?.references.map((reference) => reference.line) ?? [])
    const isAlike = each.reported > 0 === first.reported > 0 && (each.formula === null) === (first.formula === null)
    return (
      isAlike &&
      !looks.has(line.id) &&
      !items.some(
        (item) => looks.has(item.line.id) || item.formula?.references.some((reference) => reference.line === other.id),
      )
    )
  })
  return others.slice(0, 2).map(({ line: other }) =>
    finding({
      kind: 'total',
      rule: `without ${other.key}`,
      severity: 'warning',
      place: { scenario: survey.base, line: line.id, quarter: null },
      sentence: `${line.label} adds up ${listed(items.map((item) => item.line.key))} and leaves out ${other.key}, which stands among them.`,
      about: formula.text,
      mending: {
        by: 'edits',
        words: `Add ${other.key} to the formula`,
        edits: [
          survey.baseFormulaEdit(
            line.id,
            isCall ? formula.text.replace(/\)\s*$/, `, ${other.key})`) : `${formula.text} + ${other.key}`,
          ),
        ],
      },
    }),
  )
}

export function* lineFindings(survey: Survey): Steps {
  yield unused(survey, readLines(survey))
  const order = new Map(survey.lines.map(({ line }, at) => [line.id, at]))
  for (const each of survey.lines)
    yield [
      ...hiddenNumbers(survey, each),
      ...withoutReason(survey, each),
      ...addingPercents(survey, each),
      ...leftOut(survey, each, order),
    ]
}
