// What Find needs of an open model, with nothing of the rest: results, the scenario shown and the view, each replaced whole.

import { calculate } from '#engine/calculate.ts'
import type { Results } from '#engine/results.ts'
import { applyEdit, type Edit } from '#model/edit.ts'
import type { Model } from '#model/model.ts'
import { firstView, type View } from '#model/view.ts'
import { settled } from '../model/sample.ts'

export class SearchedModel {
  results: Results = $state.raw() as Results
  shown = $state('base')
  view: View = $state.raw() as View

  constructor(model: Model) {
    this.results = calculate(model)
    this.view = { ...firstView(model), foldedYears: [] }
  }

  edit(edit: Edit): void {
    this.results = calculate(settled(applyEdit(this.results.model, edit)), this.results)
  }
}
