import { describe, expect, test } from 'vitest'
import { allLines, lineOf, type Model } from '#model/model.ts'
import { familyOf, stemOf } from '#session/lines/family.ts'
import { example } from '../../examples/alibaba.ts'
import { modelText } from '../../support/modelText.ts'

const keysOf = (model: Model, key: string, which: 'all' | 'usual'): readonly string[] =>
  familyOf(model, allLines(model).find((line) => line.key === key) ?? lineOf(model, key))
    .filter(({ isUsual }) => which === 'all' || isUsual)
    .map(({ line }) => line.key)

describe('the family of a line', () => {
  test('[LN6] of cloud revenue in the example: growth, share, acceleration and drivers come along, checks and polls do not', () => {
    expect(keysOf(example, 'cloud_revenue', 'usual')).toEqual([
      'cloud_yoy',
      'cloud_acceleration',
      'cloud_acceleration_streak',
      'cloud_share',
      'cloud_growth',
      'cloud_fade',
    ])
    const others = keysOf(example, 'cloud_revenue', 'all').filter(
      (key) => !keysOf(example, 'cloud_revenue', 'usual').includes(key),
    )
    expect(others).toEqual([
      'capex_ai_cloud_ttm',
      'cloud_first_reported',
      'consensus_cloud',
      'cloud_surprise',
      'cloud_revenue_fiscal_year',
      'cloud_yoy_quoted',
      'cloud_revenue_check',
      'cloud_yoy_check',
    ])
  })

  test('[LN6] a driver that another line uses too stays, and so does what looks at others', () => {
    const model = modelText(`FY25 Q1 to FY26 Q4, actual to FY25 Q4
      apple 1 2 3 4 = apple[-4] * (1 + shared + apple_push)
      pear 1 2 3 4 = pear[-4] * (1 + shared)
      shared rate driver = shared[-1]
      apple_push rate driver = apple_push[-1]
      both = apple + pear
      growth rate = yoy(apple)`)
    expect(keysOf(model, 'apple', 'all')).toEqual(['apple_push', 'growth'])
  })

  test('[LN6] the word that names a segment is the first that is no common one', () => {
    expect(['cloud_revenue', 'revenue_cloud', 'sales_growth', 'capex'].map((key) => stemOf({ key }))).toEqual([
      'cloud',
      'cloud',
      'sales_growth',
      'capex',
    ])
  })
})
