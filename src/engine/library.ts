// The Library keeps what checking a formula text came to, so that each text is read once. It holds for one set of keys and
// one fiscal calendar; a recalculation after an edit of numbers takes over the library of the one before.

import { checkFormula, type CheckedFormula, type FormulaScope } from '#formula/check.ts'
import type { FormulaProblem } from '#formula/formulaProblem.ts'
import type { FiscalCalendar } from '#model/fiscalCalendar.ts'
import type { LineId } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'

export class Library {
  readonly #scope: FormulaScope
  readonly #checked = new Map<string, CheckedFormula | FormulaProblem>()

  constructor(scope: FormulaScope) {
    this.#scope = scope
  }

  check(text: string): CheckedFormula | FormulaProblem {
    const known = this.#checked.get(text)
    if (known !== undefined) return known
    const checked = checkFormula(text, this.#scope)
    this.#checked.set(text, checked)
    return checked
  }

  fits(keys: ReadonlyMap<string, LineId>, { yearEndMonth, yearNamedBy }: FiscalCalendar): boolean {
    const { calendar, keys: own } = this.#scope
    if (calendar.yearEndMonth !== yearEndMonth || calendar.yearNamedBy !== yearNamedBy || own.size !== keys.size)
      return false
    for (const [key, line] of keys) if (own.get(key) !== line) return false
    return true
  }
}

/** The library for a model: the one given where it fits, else a new one. */
export const libraryFor = (model: Model, previous: Library | null): Library => {
  const keys = new Map(allLines(model).map(({ key, id }) => [key, id]))
  return previous?.fits(keys, model.fiscalCalendar) ? previous : new Library({ keys, calendar: model.fiscalCalendar })
}
