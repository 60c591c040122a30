// Labels of a pasted table as lines: each with a key that is free, and with a label that tells it from the others.

import { isReservedName } from '#formula/reserved.ts'
import { keyFromLabel } from '../creation.ts'
import { freeKey } from '../lines/freeKey.ts'

/** The commonest words of Chinese statements, the longer before those they contain. */
const chineseKeys: readonly (readonly [string, string])[] = [
  ...([
    ['经营活动现金流', 'operating_cash_flow'],
    ['自由现金流', 'free_cash_flow'],
    ['资本开支', 'capex'],
    ['资本性支出', 'capex'],
    ['营业收入', 'revenue'],
    ['总收入', 'revenue'],
    ['营业成本', 'cost_of_revenue'],
    ['收入成本', 'cost_of_revenue'],
    ['营业利润', 'operating_income'],
    ['经营利润', 'operating_income'],
    ['毛利率', 'gross_margin'],
    ['毛利', 'gross_profit'],
    ['净利率', 'net_margin'],
    ['净利润', 'net_income'],
    ['研发费用', 'research_expense'],
    ['销售费用', 'selling_expense'],
    ['管理费用', 'administrative_expense'],
    ['货币资金', 'cash'],
    ['总资产', 'total_assets'],
    ['总负债', 'total_liabilities'],
    ['存货', 'inventory'],
    ['应收账款', 'receivables'],
    ['每股收益', 'eps'],
    ['云', 'cloud'],
    ['电商', 'commerce'],
    ['广告', 'advertising'],
    ['游戏', 'games'],
    ['国际', 'international'],
    ['收入', 'revenue'],
    ['同比', 'yoy'],
    ['环比', 'qoq'],
    ['现金', 'cash'],
    ['成本', 'costs'],
  ] as const),
]

const keyOfChinese = (label: string): string => {
  let rest = label
  const words: string[] = []
  while (rest !== '') {
    const known = chineseKeys.find(([word]) => rest.startsWith(word))
    if (known !== undefined) words.push(known[1])
    rest = rest.slice(known?.[0].length ?? 1)
  }
  return words.join('_').slice(0, 64)
}

/** A key for a label that none of `taken` is. */
export const freeKeyFor = (label: string, taken: ReadonlySet<string>, number: number): string => {
  const latin = keyFromLabel(label)
  const chinese = /\p{Script=Han}/u.test(label) ? keyOfChinese(label) : ''
  const found = [chinese, latin].find((key) => key !== '') ?? `line_${number}`
  return freeKey(isReservedName(found) ? `${found}_line` : found, taken)
}

const genericForm =
  /^(?:(?:%|as a? ?%)?\s*)?(?:(?:yoy|y\/y|qoq|q\/q|year[- ]on[- ]year|year[- ]over[- ]year|growth|change|margin|as % of revenue|% of (?:revenue|sales|total)|yoy growth|growth yoy|growth,? y\/y|growth rate|mix|share)\s*)+%?$|^(?:同比(?:增长)?|环比(?:增长)?|增速|占比)$/i

/** Whether a label says nothing but what is told of the line above: `YoY`, `% of revenue`. */
export const isGeneric = (label: string): boolean => genericForm.test(label.trim())
