// The family of a line: what stands or falls with it. Its growth, share and acceleration look at it; its drivers serve it
// alone; lines that are called like it belong to the same segment though no formula says so.

import { checkFormula, isFormulaProblem } from '#formula/check.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { ownFormula } from '#model/origin.ts'
import { scopeOf } from '#formula/scope.ts'

export type FamilyMember = {
  readonly line: LineItem
  /** How it belongs: it drives the line, looks at it, or is called like it. */
  readonly role: 'driver' | 'reading' | 'name'
  /** Whether it would usually come along when the line is duplicated. */
  readonly isUsual: boolean
}

/** The lines that a line's formulas look at, in any scenario. */
type Looks = ReadonlyMap<LineId, ReadonlySet<LineId>>

const looksOf = (model: Model): Looks => {
  const scope = scopeOf(model)
  const lookedAt = (formula: string | null): readonly LineId[] => {
    if (formula === null || formula.trim() === '') return []
    const checked = checkFormula(formula, scope)
    return isFormulaProblem(checked) ? [] : checked.references.map(({ line }) => line)
  }
  return new Map(
    allLines(model).map((line) => [
      line.id,
      new Set(
        model.scenarios.flatMap((scenario) =>
          line.kind === 'constant' ? [] : lookedAt(ownFormula(model, scenario, line)),
        ),
      ),
    ]),
  )
}

const wordsOf = (key: string): readonly string[] => key.split('_').filter((word) => word !== '')

/** Words that tell what is counted rather than whose it is. */
const commonWords = new Set(
  'revenue revenues sales growth share margin yoy qoq ttm total income cost costs profit rate check capex usd users units volume price'.split(
    ' ',
  ),
)

/** The part of a line's key that names its segment: `cloud` in `cloud_revenue`; the first word unless that is a common one. */
export const stemOf = ({ key }: Pick<LineItem, 'key'>): string => {
  const words = wordsOf(key)
  return words.find((word) => !commonWords.has(word)) ?? key
}

const isCalledLike = (key: string, stem: string): boolean =>
  ` ${wordsOf(key).join(' ')} `.includes(` ${stem.replaceAll('_', ' ')} `)

class Search {
  readonly #looks: Looks
  readonly #stem: string
  readonly #own: readonly LineItem[]
  readonly family: Map<LineId, 'driver' | 'reading' | 'name'> = new Map()

  constructor(model: Model, line: LineItem) {
    this.#looks = looksOf(model)
    this.#stem = stemOf(line)
    this.#own = model.lines
    this.family.set(line.id, 'driver')
    for (let size = 0; size !== this.family.size;) {
      size = this.family.size
      for (const each of this.#own) if (!this.family.has(each.id)) this.#admit(each)
    }
    for (const { id, key } of this.#own)
      if (!this.family.has(id) && isCalledLike(key, this.#stem)) this.family.set(id, 'name')
  }

  looksAt(id: LineId): ReadonlySet<LineId> {
    return this.#looks.get(id) ?? new Set()
  }

  #admit({ id, key }: LineItem): void {
    const users = [...this.#looks].filter(([user, looks]) => user !== id && looks.has(id)).map(([user]) => user)
    const servesAlone = users.length > 0 && users.every((user) => this.family.has(user))
    const drives = users.some((user) => this.family.get(user) === 'driver')
    if (servesAlone && drives) {
      this.family.set(id, 'driver')
      return
    }
    const others = [...this.looksAt(id)].filter((each) => each !== id)
    const looksIn = others.some((each) => this.family.has(each))
    const isLike = isCalledLike(key, this.#stem)
    if (looksIn && (isLike || others.every((each) => this.family.has(each)))) this.family.set(id, 'reading')
  }
}

/** The family of a line without the line itself, in the order of the sheet. */
export const familyOf = (model: Model, line: LineItem): readonly FamilyMember[] => {
  const search = new Search(model, line)
  const usual = new Set<LineId>([line.id])
  const members = model.sections
    .flatMap((section) => model.lines.filter((each) => each.section === section))
    .filter(({ id }) => id !== line.id && search.family.has(id))
  // Usual is what is computed, is no check, and looks at nothing of the family that would not come along.
  for (let size = 0; size !== usual.size;) {
    size = usual.size
    for (const { id, formula, tolerance } of members) {
      const role = search.family.get(id)
      const looksAside = [...search.looksAt(id)].some(
        (each) => each !== id && search.family.has(each) && !usual.has(each),
      )
      if (
        role === 'driver'
          ? tolerance === null
          : role === 'reading' && formula !== null && tolerance === null && !looksAside
      )
        usual.add(id)
    }
  }
  return members.map((member) => ({
    line: member,
    role: search.family.get(member.id) ?? 'name',
    isUsual: usual.has(member.id),
  }))
}
