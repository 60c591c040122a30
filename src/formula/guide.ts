// The guide to the language in words, topic by topic: what help shows before the functions. Text between backquotes is
// formula text; every sample is a formula.

type Sample = { readonly formula: string; readonly means: string }

export type Topic = {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly samples: readonly Sample[]
}

/** The names of the calendar, which stand in formulas like keys. */
export const calendarSentences = {
  actual: '1 up to the last actual, else 0.',
  fiscal_year: 'The fiscal year’s number, four digits, as years are named.',
  fiscal_quarter: 'The quarter of the fiscal year, 1 to 4.',
  quarter_index: 'The quarter’s number, 1 in the first of the timeline.',
} as const

export const topics: readonly Topic[] = [
  {
    title: 'What a formula is',
    paragraphs: [
      'A line has one formula for all its quarters. A number typed into a cell comes before it; the formula fills the cells where none is typed.',
      'A line’s key stands for its value in the same quarter. Numbers are written `5`, `5.2`, `.5` or `1.5e3`, without thousands separators; `26%` is 0.26. A `=` typed first is dropped.',
      'Operators, loosest first: `a ? b : c`, `or`, `and`, `not`, the comparisons `==` `!=` `<` `<=` `>` `>=`, then `+` `-`, `*` `/`, the minus sign before a value, and `^`, which goes to the right. A product always has its `*`.',
      'A comparison is 1 where it holds and 0 where it does not; any number but 0 is true. Equality is exact.',
      'A formula has at most 4,000 characters and 64 levels of parentheses; a part of it can be a line of its own. Blanks and line breaks (Alt+Enter) mean nothing.',
    ],
    samples: [
      { formula: 'revenue * (1 + growth)', means: 'grown by this quarter’s rate' },
      { formula: '-2^2', means: '−4: the power comes first. In Excel it is 4' },
      { formula: '0% < margin <= 30%', means: '1 where both hold' },
      { formula: 'revenue > plan ? revenue : plan', means: 'the larger of the two' },
    ],
  },
  {
    title: 'Other quarters',
    paragraphs: [
      'Brackets behind a key look at another quarter: `x[-4]` four quarters back, `x[+1]` the next. A lag is a whole number in digits. Behind parentheses they move a whole expression: `(a - b)[-1]`.',
      'A quarter’s name in double quotes is that quarter, whatever the row’s own: `x["FY26 Q2"]`, or by the month it ends in, `x["2025-09"]`.',
      'Outside the timeline nothing has a value, not even a number. Lags are taken one after the other: `x[-1][+1]` has no value in the first quarter.',
    ],
    samples: [
      { formula: 'revenue[-4] * (1 + growth)', means: 'grown over the same quarter a year earlier' },
      { formula: 'lag(revenue, 4)', means: 'four quarters back' },
      { formula: 'revenue / revenue["2QFY26"] - 1', means: 'growth since one quarter' },
      { formula: '(revenue - costs)[-1]', means: 'the profit of the quarter before' },
    ],
  },
  {
    title: 'Names of the calendar',
    paragraphs: Object.entries(calendarSentences).map(([name, sentence]) => `\`${name}\`: ${sentence}`),
    samples: [
      { formula: 'if(actual, reported, reported[-1])', means: 'the forecast repeats the last actual' },
      { formula: 'if(fiscal_quarter == 4, bonus, 0)', means: 'once a fiscal year' },
    ],
  },
  {
    title: 'Windows',
    paragraphs: [
      'An aggregate (`sum`, `mean`, `min`, `max`, `count`, `median`, `stdev`) takes exactly one window, `x[-3:0]`, or two or more values. Each end is a lag or a quarter’s name, in any mix.',
      'A window that reaches outside the timeline holds a missing value. One that ends before it starts is empty: it has no value, and a count of 0.',
      '`sum` of one value is a Problem: for the last four quarters write `ttm(x)`.',
    ],
    samples: [
      { formula: 'sum(capex[-3:0])', means: 'the last four quarters, like ttm' },
      { formula: 'mean(capex["FY25 Q4":0])', means: 'the average since FY25 Q4' },
      { formula: 'max((revenue - costs)[-7:0])', means: 'the best profit of two years' },
      { formula: 'max(revenue - costs, 0)', means: 'of two values, no window' },
    ],
  },
  {
    title: 'No value',
    paragraphs: [
      'A missing number is not zero. Arithmetic, comparisons, `and` `or` `not` and every function have no value where any argument has none, unless their sentence says otherwise.',
      '`if` has none where its condition has none, and does not look at the branch not taken. `coalesce`, `isblank`, `hold` and `count` look past what has no value.',
      'A cell without a value says why: a fault (`÷0`, the logarithm of zero, a number too large), n.m. (growth over a base of zero or less), or missing. A fault outranks n.m., n.m. outranks missing.',
    ],
    samples: [
      { formula: 'coalesce(reported, estimate)', means: 'the first that has a value' },
      { formula: 'if(units > 0, revenue / units, 0)', means: 'no division by zero' },
      { formula: 'isblank(revenue)', means: '1 where there is no value' },
    ],
  },
  {
    title: 'Loops',
    paragraphs: [
      'A formula may look at its own line in an earlier quarter, and lines may look at each other in a loop so long as every way round it goes back in time. A loop inside one quarter is a Problem that lists it in order.',
      'Between the lines of one loop nothing looks forward, and a quarter’s name is allowed on the line itself only, read from later quarters. `earned` looks at all quarters of its plan, so the plan stands outside.',
    ],
    samples: [
      { formula: 'growth[-1] - fade', means: 'on the line growth: a rate that fades' },
      { formula: 'cash[-1] + cash_flow', means: 'on the line cash: a balance rolled forward' },
    ],
  },
  {
    title: 'Years',
    paragraphs: [
      'A flow’s year is the sum of its quarters, a balance’s its last quarter, a constant’s its number.',
      'A rate’s year is its formula on the year’s values. It may use keys, numbers, operators, logic, number functions, aggregates of plain values, lags of whole years, `yoy`, `cagr` and `ttm`; with anything else it has no year, and the cell says why.',
    ],
    samples: [
      { formula: 'cloud_revenue / revenue', means: 'in a year: the year’s cloud revenue over its revenue' },
      { formula: 'yoy(revenue)', means: 'in a year: over the year before' },
    ],
  },
]
