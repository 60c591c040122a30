// The built-in example and the figures it was made from, as the tests of this folder read them.

import { readFileSync } from 'node:fs'
import { fromJson } from '#exchange/json.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { isQuarter, type Quarter } from '#model/quarter.ts'
import { readRfc4180 } from '../support/rfc4180.ts'

const readExample = (): Model => {
  const model = fromJson(readFileSync('public/examples/alibaba.json', 'utf8'), 'alibaba')
  if (isProblem(model)) throw new Error(model.sentence)
  return model
}

export const example = readExample()

export type Figure = {
  readonly quarter: Quarter
  readonly fiscalQuarter: string
  readonly item: string
  /** In the line's unit: 4 percent is 0.04. */
  readonly value: number
  readonly evidence: string
  readonly source: string
}

const readFigure = ([
  day = '',
  fiscalQuarter = '',
  item = '',
  value = '',
  unit = '',
  evidence = '',
  source = '',
]: readonly string[]): Figure => {
  const quarter = day.slice(0, 7)
  if (!isQuarter(quarter)) throw new Error(`no quarter in ${day}`)
  return { quarter, fiscalQuarter, item, value: Number(unit === 'percent' ? `${value}e-2` : value), evidence, source }
}

export const figures: readonly Figure[] = readRfc4180(readFileSync('tests/data/alibaba.csv', 'utf8'))
  .slice(1)
  .map(readFigure)

const lineByItem = new Map([
  ['revenue', 'revenue'],
  ['capex', 'capex'],
  ['capex_fcf_line', 'capex_fcf'],
  ['adjusted_ebita', 'adjusted_ebita'],
  ['free_cash_flow', 'free_cash_flow'],
  ['income_from_operations', 'operating_income'],
  ['sales_and_marketing_expense', 'sales_marketing'],
  ['usd_rate', 'usd_rate'],
  ['ai_product_triple_digit_streak', 'ai_streak'],
  ['capex_ai_cloud_ttm_approx', 'capex_ai_cloud_ttm'],
  ['cloud_revenue_recast', 'cloud_revenue'],
  ['consensus_revenue', 'consensus_revenue'],
  ['consensus_cloud_revenue', 'consensus_cloud'],
  ['revenue_like_for_like_yoy_quoted', 'revenue_like_for_like_yoy'],
  ['capex_fiscal_year', 'capex_fiscal_year'],
  ['cloud_revenue_fiscal_year', 'cloud_revenue_fiscal_year'],
  ['revenue_yoy_quoted', 'revenue_yoy_quoted'],
  ['cloud_revenue_yoy_quoted', 'cloud_yoy_quoted'],
  ['revenue_usd', 'revenue_usd_reported'],
])

/** The line a figure is typed on; null where the example leaves it out. Cloud was recast in two June quarters. */
export const lineOfFigure = ({ item, fiscalQuarter }: Figure): string | null => {
  if (item !== 'cloud_revenue') return lineByItem.get(item) ?? null
  return ['FY23 Q1', 'FY24 Q1'].includes(fiscalQuarter) ? 'cloud_first_reported' : 'cloud_revenue'
}
