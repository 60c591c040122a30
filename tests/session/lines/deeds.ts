// What tests of deeds on lines share: a deed done, and the lines by section as one would sketch them.

import type { Model } from '#model/model.ts'
import { type Problem } from '#model/problem.ts'
import { applySoundly } from '#model/soundness.ts'
import type { EditDeed } from '#session/editDeed.ts'
import { settled } from '../../model/sample.ts'

export const done = (model: Model, deed: EditDeed | Problem): Model => settled(applySoundly(model, settled(deed).edits))

/** Sections with the keys of their own lines: `Reported: revenue costs · Drivers: growth`. */
export const shown = (model: Model): string =>
  model.sections
    .map(
      (section) =>
        `${section}: ${model.lines
          .filter((each) => each.section === section)
          .map(({ key }) => key)
          .join(' ')}`,
    )
    .join(' · ')
