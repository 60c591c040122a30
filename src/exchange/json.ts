// A model as a JSON file: the versioned document, laid out so that a diff shows what changed, and after it the charts chosen
// for the model and the snapshots that are kept with it.

import { chartsIn, type ChartChoice, type FoundCharts } from '#model/chartChoice.ts'
import { readDocument, toDocument } from '#model/document.ts'
import type { Model, ModelId } from '#model/model.ts'
import { isProblem, problem, type Problem } from '#model/problem.ts'
import { snapshotsIn, type FoundSnapshots, type Snapshot } from '#model/snapshot.ts'
import { jsonFaultAt } from './jsonFault.ts'

/** `savedAt` is the moment as an ISO 8601 text. Equal models saved at one moment are equal texts. */
export const toJson = (
  model: Model,
  savedAt: string,
  snapshots: readonly Snapshot[] = [],
  charts: readonly ChartChoice[] | null = null,
): string => {
  const beside = { ...(charts === null ? {} : { charts }), ...(snapshots.length === 0 ? {} : { snapshots }) }
  return `${JSON.stringify({ ...toDocument(model, savedAt), ...beside }, null, 2)}\n`
}

const parsed = (text: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

/** What the text of a file holds, or why it is no JSON and from where on. */
const valueIn = (text: string): { readonly value: unknown } | Problem => {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const body = text.slice(start)
  const refuse = (at: number, sentence: string): Problem =>
    problem('document', { at: 'text', span: { start: start + at, end: text.length } }, sentence)
  if (body.trim() === '') return refuse(0, 'This file is empty: there is no model in it.')
  const json = parsed(body)
  if (json !== null) return json
  const at = jsonFaultAt(body)
  const before = body.slice(0, at).split(/\r\n|\r|\n/)
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  if (body.slice(at).trim() === '')
    return refuse(at, `This file is not complete: it stops in the middle, at ${place}. Save or download it again.`)
  return refuse(at, `This file is not JSON: it cannot be read from ${place} on. Choose a model saved by Paceline.`)
}

/** Reads a file's text into a model with the id given, or says why it cannot be one and where. */
export const fromJson = (text: string, modelId: ModelId): Model | Problem => {
  const json = valueIn(text)
  return isProblem(json) ? json : readDocument(json.value, modelId)
}

/** The same, with the charts and the snapshots that came along. */
export const readModelFile = (
  text: string,
  modelId: ModelId,
): ({ readonly model: Model } & FoundCharts & FoundSnapshots) | Problem => {
  const json = valueIn(text)
  if (isProblem(json)) return json
  const model = readDocument(json.value, modelId)
  return isProblem(model) ? model : { model, ...chartsIn(json.value), ...snapshotsIn(json.value) }
}
