// The words for units and kinds in forms.

import type { Kind } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import type { Unit } from '#model/unit.ts'

/** Units by kind, money in the model's own. */
export const unitChoices = ({
  currency,
  scale,
}: Pick<Model, 'currency' | 'scale'>): readonly (readonly [Unit['kind'], string])[] => [
  ['currency', `Money (${`${currency} ${scale}`.trim()})`],
  ['percent', 'Per cent'],
  ['points', 'Percentage points'],
  ['ratio', 'Ratio (×)'],
  ['count', 'Count'],
  ['quarters', 'Quarters'],
  ['exchange', 'Exchange rate'],
]

/** The same where there is little room. */
export const shortKindChoices: readonly (readonly [Kind, string])[] = [
  ['flow', 'Flow: a sum'],
  ['balance', 'Balance: at year’s end'],
  ['rate', 'Rate: by its formula'],
  ['constant', 'Constant: one number'],
]

export const kindChoices: readonly (readonly [Kind, string])[] = [
  ['flow', 'Flow: sums over a year'],
  ['balance', 'Balance: the year’s last quarter'],
  ['rate', 'Rate: its formula on the year’s values'],
  ['constant', 'Constant: one number for all quarters'],
]
