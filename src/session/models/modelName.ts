// The name of a model: the window, the list and files are called after it, so no two kept ones share it.

import type { Edit } from '#model/edit.ts'
import type { ModelId } from '#model/model.ts'
import { problem, type Problem } from '#model/problem.ts'

const longestName = 120 // the list, the window and file names show it whole

type Named = { readonly id: ModelId; readonly name: string }

/** Why a model cannot be called so, or null. */
export const modelNameProblem = (name: string, id: ModelId, kept: readonly Named[]): Problem | null => {
  const refuse = (sentence: string): Problem => problem('edit', { at: 'model' }, sentence)
  if (name === '') return refuse('Give the model a name, such as the company’s.')
  if (name.length > longestName) return refuse(`A model’s name has at most ${longestName} characters.`)
  return kept.some((each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase())
    ? refuse(`There is a model “${name}” already: choose another name.`)
    : null
}

/** The edit that renames a model, and what it is called. */
export const renaming = (was: string, name: string): [edits: readonly Edit[], label: string] => [
  [{ kind: 'change model', change: { name } }],
  `Model renamed: “${was}” → “${name}”`,
]
