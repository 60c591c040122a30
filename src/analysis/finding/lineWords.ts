// What a line's name says of it, where it says anything: that it costs, earns, grows, fades, is a share or what is left. A doubt that rests on a
// name is only raised where name, sign of the values and formula speak together.

import type { LineItem } from '#model/lineItem.ts'

/** A profit before or after tax is no tax. */
const againstTax = /(?<= )(before|after|pre|post)[ -]?(income |corporate )?tax(es)?(?= )/g

const saidBy = ({ label, key }: Pick<LineItem, 'label' | 'key'>): string =>
  ` ${label} ${key.replaceAll('_', ' ')} `
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&+-]+/gu, ' ')
    .replace(againstTax, 'untaxed')

const spokenBy =
  (words: RegExp, not: RegExp | null = null) =>
  (line: Pick<LineItem, 'label' | 'key'>): boolean => {
    const said = saidBy(line)
    return words.test(said) && (not === null || !not.test(said))
  }

const word = (list: string): RegExp =>
  new RegExp(
    ` (${list
      .trim()
      .split(/\s*,\s*/)
      .join('|')}) `,
  )

const costs = word(
  'cost, costs, cogs, expense, expenses, opex, tax, taxes, capex, capital expenditure, depreciation, amortisation, amortization, dividends?, impairment, wages, salaries, rent, marketing, fulfilment, fulfillment, payroll, charges?, r&d, g&a, s&m, sg&a, sga, spend, spending, overheads?, commissions?, royalties, shrinkage, write-?offs?, provisions?, levy, levies',
)
const earns = word(
  'profit, ebit, ebita, ebitda, income, earnings, contribution, cash flow, fcf, nopat, surplus, result, untaxed',
)

export const isCost = spokenBy(
  costs,
  /(income from|before|margin|yoy|growth|share of|ratio| per |payable|receivable|\bprofit|ebit)/,
)
export const isEarning = spokenBy(
  earns,
  / (yoy|growth|margins?|rates?|consensus|tax|taxes|shares?|ratio|per|surprise|expenses?) /,
)
export const addsBackDepreciation = spokenBy(/(ebitda|cash flow|fcf|funds from|operating cash|free cash)/)
export const isDepreciation = spokenBy(
  /(depreciation|amorti[sz]ation|impairment|stock-?based|share-?based|non-?cash|d&a)/,
)
export const isRest = spokenBy(
  / (rest|other|others|remaining|remainder|excluding|ex|without|residual|less|net|elsewhere) /,
)
export const isNet = spokenBy(/ net /)
export const isTotal = spokenBy(/ (total|group|sum|consolidated|overall|company|all) /)
export const isTakenOff = spokenBy(
  /(eliminat|intercompany|inter-?segment|returns|refund|discount|rebate|allowance|contra|minorit|non-?controlling|associate|less)/,
)
export const grows = spokenBy(
  / (growth|grows?|yoy|qoq|gains?|uplift|increase|inflation|expansion|adds|improvement) /,
  /(decline|fade|fades|loss)/,
)
export const fades = spokenBy(
  / (fades?|decline|declines|churn|churned|attrition|erosion|decay|discount|shrink|shrinks|reduction|cuts?|loss|drag) /,
)
export const isChange = spokenBy(
  / (change|changes|acceleration|delta|difference|variance|gap|surprise|versus|vs|swing|check) /,
)
export const isShare = spokenBy(
  / (share|mix|penetration|utili[sz]ation|occupancy|of revenue|of sales) /,
  /per share|share price|shares/,
)
export const isMarginLike = spokenBy(
  / (margin|share|tax rate|churn|discount|attrition) /,
  /(gain|growth|change|improvement|uplift)/,
)
/** What belongs to others, taken off a profit. */
export const isOthers = spokenBy(/ (minority|minorities|non-?controlling) /)
export const isCashFlow = spokenBy(/(cash flow|fcf|cash generated|cash from operations)/)
export const tiesUpCash = spokenBy(/ (working capital|inventor(y|ies)|stocks?|receivables?|debtors) /)
export const isOwed = spokenBy(/ (payables?|deferred revenue|contract liabilit(y|ies)|creditors|accruals?) /)
export const isNetEarning = spokenBy(/ net (income|profit|earnings|result) /)
export const isPer = spokenBy(/ per /, /(per cent|percent)/)
/** A line that is a whole by its name, and says nothing more. */
export const isWhole = ({ label }: Pick<LineItem, 'label'>): boolean =>
  /^(total |group |net |company |consolidated )?(revenues?|sales|turnover|income|opex|(operating )?(costs|expenses))$/i.test(
    label.trim(),
  )
/** Growth told by what it comes from, and rates that are built up from one another: these add up on purpose. */
export const isContribution = spokenBy(
  / (price|prices|pricing|volumes?|mix|currency|currencies|fx|forex|scope|perimeter|acquisitions?|disposals?|m&a|organic|contribution|effects?|inflation|real|spread|premium|libor|euribor|sofr|base rate|risk-?free|swap) /,
)
export const isMargin = spokenBy(/ margin /)
/** The rule of 40 adds growth and margin up on purpose. */
export const isRuleOf = spokenBy(/ rule of /)
export const isYearOnYear = spokenBy(/ (yoy|year on year|year over year|y y|annual growth|over a year|a year ago) /)
export const isQuarterOnQuarter = spokenBy(/ (qoq|quarter on quarter|quarter over quarter|q q|sequential) /)
export const comesIn = spokenBy(
  / (additions?|added|new|expansion|upsell|hires|opened|openings?|gross adds|purchases?|issued|issuance|drawdown|drawn|borrowings?|signed|won|acquired|hired|capex) /,
)
export const goesOut = spokenBy(
  / (churn|churned|closed|closures?|closings?|disposals?|depreciation|amorti[sz]ation|repayments?|repaid|retired|cancelled|cancellations|lost|leavers|written off|redeemed|redemptions?) /,
)

const tokensOf = (key: string): readonly string[] => key.split('_').filter((token) => token.length > 1)

/** Tokens that all keys share: `revenue` of `food_revenue` and `home_revenue`. */
export const sharedTokens = (keys: readonly string[]): readonly string[] =>
  tokensOf(keys[0] ?? '').filter((token) => keys.every((key) => tokensOf(key).includes(token)))

export const hasToken = (key: string, token: string): boolean => tokensOf(key).includes(token)
