// What a waiver speaks of: it holds while what its finding rests on stands, and no longer.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { listOf } from '#session/findings/findingList.ts'
import { waiveEdit } from '#session/findings/findingDeeds.ts'
import type { Model } from '#model/model.ts'
import { modelText } from '../../support/modelText.ts'
import { changed, found } from '../../analysis/found.ts'

/** A model whose finding, told by the beginning of its id, is waived, as it is with what else was typed since. */
const waived = (before: Model, id: string, after: Model): { readonly waived: number; readonly open: number } => {
  const finding = present(
    found(before).find((each) => each.id.startsWith(id)),
    id,
  )
  const waiver = waiveEdit(before, finding, 'So it is', '2025-11-25T12:00:00.000Z')
  const all = found(after).filter((each) => each.id === finding.id)
  const list = listOf(all, changed(after, waiver))
  return { waived: list.waived.length, open: list.open.length }
}

const stays = { waived: 1, open: 0 }
const opens = { waived: 0, open: 1 }

const to = (quarter: string, ...lines: readonly string[]): Model =>
  modelText([`FY22 Q1 to FY26 Q4, actual to ${quarter}`, ...lines].join('\n'))

describe('[PB12] a waiver stays once the next quarter is typed, and lapses where what was found changes', () => {
  test('[PB12] of a gap', () => {
    const line = (before: number, more: string) => `revenue 10000 12011 11023 ${before} . 12602 11604 14704 ${more}`
    const gap = to('FY23 Q4', line(14_137, ''))
    expect(waived(gap, 'gap', to('FY24 Q1', line(14_137, '11102')))).toEqual(stays)
    expect(waived(gap, 'gap', to('FY23 Q4', line(14_138, '')))).toEqual(opens)
  })

  const a = 'a 40 49 44 55 43 49 46 59 45'
  const b = 'b 60 71 66 85 62 77 70 88 68'

  test('[PB12] of a series a quarter late by its formula', () => {
    const both = (first: number, more: string) => `both . ${first} 120 110 140 105 126 116 ${more} = a + b`
    const late = to('FY23 Q4', a, b, both(100, ''))
    expect(waived(late, 'shift series', to('FY24 Q1', a, b, both(100, '147')))).toEqual(stays)
    expect(waived(late, 'shift series', to('FY23 Q4', a, b, both(101, '')))).toEqual(opens)
  })

  test('[PB12] of numbers a quarter late from some quarter on, by a total', () => {
    // From FY22 Q4 on each number of a stands a quarter late.
    const slipped = (more: string) => `a 40 49 44 44 55 43 49 46 ${more}`
    const total = (more: string) => `both 100 120 110 140 105 126 116 147 ${more} = a + b`
    const late = to('FY23 Q4', slipped(''), b, total(''))
    expect(waived(late, 'shift slipped', to('FY24 Q1', slipped('59'), b, total('113')))).toEqual(stays)
    const other = to('FY23 Q4', 'a 40 49 44 55 55 43 49 46', b, total(''))
    expect(waived(late, 'shift slipped', other)).toEqual(opens)
  })

  test('[PB12] of an assumption without a reason, whichever quarter it is first met in', () => {
    const revenue = 'revenue 40 49 44 55 43 49 46 59 = revenue[-4] * (1 + growth)'
    const growth = (typed: string) => `growth rate driver . . . . . . . . ${typed}`
    const unsaid = to('FY23 Q4', revenue, growth('0.05 0.05'))
    expect(waived(unsaid, 'reason', to('FY24 Q1', revenue, growth('0.05 0.05 0.06')))).toEqual(stays)
  })

  test('[PB12] of a series a quarter late by the season', () => {
    const season = [100, 130, 90, 160]
    const seasonal = (factor: number, quarters: number, shift: number): string =>
      Array.from({ length: quarters }, (_, at) => {
        const quarter = at + 4 - shift
        return Math.round((season[quarter % 4] ?? 0) * factor * 1.03 ** quarter)
      }).join(' ')
    const rows = (quarters: number, first = '') => [
      `one ${seasonal(10, quarters, 0)}`,
      `two ${seasonal(23, quarters, 0)}`,
      `three ${seasonal(37, quarters, 0)}`,
      `late ${first}${seasonal(51, quarters, 1).slice(first.length)}`,
    ]
    const money = (model: Model): Model =>
      changed(
        model,
        ...model.lines.map(({ id }) => ({
          ...{ kind: 'change line' as const, line: id },
          change: { unit: { kind: 'currency' as const, currency: 'RMB', scale: 'm' as const } },
        })),
      )
    const late = money(to('FY24 Q4', ...rows(12)))
    expect(waived(late, 'shift season', money(to('FY25 Q1', ...rows(13))))).toEqual(stays)
    expect(waived(late, 'shift season', money(to('FY24 Q4', ...rows(12, '9'))))).toEqual(opens)
  })
})
