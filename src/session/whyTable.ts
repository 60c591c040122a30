// An attribution as it leaves the screen: one row for each line, between the two figures, at full precision.

import type { Table } from '#exchange/csv.ts'
import type { Attribution } from '#analysis/attribution.ts'
import type { Model } from '#model/model.ts'
import { unitName } from '#model/unit.ts'
import { bySize, changeText, playerName, type Asked } from './whyText.ts'

/** Amounts are in the line's own unit, per cents and points as fractions. What changes nothing is 0, and listed. */
export const whyTable = (
  model: Model,
  asked: Asked,
  attribution: Attribution,
  fromName: string,
  toName: string,
): Table => {
  const { line, timeName } = asked
  const head = [line.key, unitName(line.unit), timeName ?? '', fromName, toName]
  const { from, to, contributions, idle, method } = attribution
  const rowOf = (row: string, key: string, change: string, amount: number): readonly (string | number)[] => [
    ...head,
    method,
    row,
    key,
    change,
    amount,
  ]
  return {
    fields: ['figure', 'unit', 'time', 'from', 'to', 'method', 'line', 'line_key', 'what_is_otherwise', 'amount'],
    rows: [
      rowOf(fromName, '', 'the figure', from),
      ...[...bySize(contributions), ...idle.map((player) => ({ player, amount: 0 }))].map(({ player, amount }) =>
        rowOf(playerName(player), player.of === 'line' ? player.line.key : '', changeText(model, player), amount),
      ),
      rowOf(toName, '', 'the figure', to),
    ],
  }
}
