// The function table: every function of the language, declared once. Checking, help and completion read it; the engine
// defines each by its name. An aggregate takes one window, or two or more expressions; every other function takes its
// parameters in order.

import { unreachable } from '#base/assert.ts'
import type { UnitRule } from './unitRule.ts'

export type Parameter = {
  readonly name: string
  readonly takes: 'expression' | 'quarter' | 'whole'
  readonly optional?: true
  /** The smallest whole number allowed; none where it may be negative. */
  readonly least?: number
}

type FunctionGroup = 'aggregate' | 'time' | 'number' | 'logic'

export type FunctionEntry = {
  readonly name: string
  readonly group: FunctionGroup
  readonly parameters: readonly Parameter[]
  /** Whether the last parameter may be repeated. */
  readonly repeats: boolean
  readonly unit: UnitRule
  readonly sentence: string
  readonly example: string
}

const expression = (name: string): Parameter => ({ name, takes: 'expression' })
const quarter = (name: string): Parameter => ({ name, takes: 'quarter' })
const whole = (name: string, least: number): Parameter => ({ name, takes: 'whole', least })

const x = expression('x')

const entry = <Name extends string>(
  group: FunctionGroup,
  name: Name,
  parameters: readonly Parameter[],
  unit: UnitRule,
  sentence: string,
  example: string,
): FunctionEntry & { readonly name: Name } => ({
  name,
  group,
  parameters,
  repeats: group === 'aggregate' || name === 'coalesce',
  unit,
  sentence,
  example,
})

const aggregate = <Name extends string>(
  name: Name,
  unit: UnitRule,
  sentence: string,
): FunctionEntry & { readonly name: Name } =>
  entry('aggregate', name, [expression('a'), expression('b')], unit, sentence, `${name}(capex[-3:0])`)

export const functionTable = [
  aggregate('sum', 'summed', 'The values of a window, or those listed, added up.'),
  aggregate('mean', 'alike', 'The average of a window, or of the values listed.'),
  aggregate('min', 'alike', 'The smallest value.'),
  aggregate('max', 'alike', 'The largest value.'),
  aggregate('count', 'count', 'How many of the quarters or arguments have a value.'),
  aggregate('median', 'alike', 'The middle value, or the average of the middle two.'),
  aggregate('stdev', 'alike', 'The standard deviation of a sample (n − 1); it takes two values or more.'),
  entry('time', 'lag', [x, whole('n', 1)], 'alike', 'The value n quarters back.', 'lag(revenue, 4)'),
  entry('time', 'lead', [x, whole('n', 1)], 'alike', 'The value n quarters ahead.', 'lead(revenue, 1)'),
  entry(
    'time',
    'yoy',
    [x],
    'growth',
    'Growth over the same quarter a year earlier; n.m. over a base of zero or less.',
    'yoy(revenue)',
  ),
  entry(
    'time',
    'qoq',
    [x],
    'growth',
    'Growth over the quarter before; n.m. over a base of zero or less.',
    'qoq(revenue)',
  ),
  entry('time', 'ttm', [x], 'summed', 'The last four quarters added up.', 'ttm(capex)'),
  entry('time', 'ytd', [x], 'summed', 'The fiscal year so far added up.', 'ytd(revenue)'),
  entry(
    'time',
    'cumulative',
    [x, { ...quarter('from'), optional: true }],
    'summed',
    'Everything added up from the first quarter, or from the one named; no value before it or after a gap.',
    'cumulative(capex, "FY26 Q1")',
  ),
  entry(
    'time',
    'decumulate',
    [x],
    'alike',
    'Single quarters out of figures filed for the year to date.',
    'decumulate(capex_ytd)',
  ),
  entry(
    'time',
    'cagr',
    [x, whole('years', 1)],
    'growth',
    'Growth a year, compounded over so many years; n.m. if either end is zero or less.',
    'cagr(revenue, 3)',
  ),
  entry('time', 'hold', [x], 'alike', 'The latest value there is, up to this quarter.', 'hold(usd_rate)'),
  entry(
    'time',
    'streak',
    [expression('condition')],
    'quarters',
    'For how many quarters in a row the condition has held.',
    'streak(revenue > revenue[-4])',
  ),
  entry(
    'time',
    'ramp',
    [expression('from'), expression('to'), quarter('first'), quarter('last')],
    'alike',
    'A straight line from one value to the other, held at both ends.',
    'ramp(10%, 20%, "FY26 Q3", "FY28 Q4")',
  ),
  entry(
    'time',
    'spread',
    [expression('amount'), quarter('first'), whole('n', 1)],
    'alike',
    'The amount in n equal parts, one a quarter; 0 in all others.',
    'spread(380000, "FY26 Q1", 12)',
  ),
  entry('number', 'abs', [x], 'alike', 'The value without its sign.', 'abs(free_cash_flow)'),
  entry(
    'number',
    'round',
    [x, { name: 'n', takes: 'whole', optional: true }],
    'alike',
    'Rounded to n decimals, halves away from zero.',
    'round(cloud_growth, 3)',
  ),
  entry('number', 'floor', [x], 'alike', 'The whole number at or below.', 'floor(months / 3)'),
  entry('number', 'ceil', [x], 'alike', 'The whole number at or above.', 'ceil(months / 3)'),
  entry('number', 'sqrt', [x], 'number', 'The square root.', 'sqrt(variance)'),
  entry('number', 'exp', [x], 'number', 'e to the power x.', 'exp(log_revenue)'),
  entry('number', 'log', [x], 'number', 'The natural logarithm.', 'log(revenue)'),
  entry('number', 'log10', [x], 'number', 'The logarithm to base 10.', 'log10(revenue)'),
  entry('number', 'sign', [x], 'mark', '1, 0 or −1.', 'sign(free_cash_flow)'),
  entry(
    'number',
    'clamp',
    [x, expression('low'), expression('high')],
    'alike',
    'The value, kept between low and high.',
    'clamp(margin, 0, 30%)',
  ),
  entry(
    'number',
    'mod',
    [expression('a'), expression('b')],
    'alike',
    'The rest of a divided by b, with the sign of b.',
    'mod(quarter_index, 4)',
  ),
  entry(
    'logic',
    'if',
    [expression('condition'), expression('a'), expression('b')],
    'alike',
    'a where the condition holds, else b.',
    'if(actual, revenue, 0)',
  ),
  entry(
    'logic',
    'coalesce',
    [expression('a'), expression('b')],
    'alike',
    'The first that has a value.',
    'coalesce(reported, estimate)',
  ),
  entry('logic', 'isblank', [x], 'mark', '1 where there is no value, else 0.', 'isblank(revenue)'),
] as const

export type FunctionName = (typeof functionTable)[number]['name']

export const functionNames: readonly FunctionName[] = functionTable.map(({ name }) => name)

const byName: ReadonlyMap<string, FunctionEntry & { readonly name: FunctionName }> = new Map(
  functionTable.map((each) => [each.name, each]),
)

export const functionNamed = (name: string): (FunctionEntry & { readonly name: FunctionName }) | null =>
  byName.get(name) ?? null

/** How a call of the function looks: `round(x, n)`, `sum(a, b, …)`. */
export const signatureOf = (each: FunctionEntry): string => {
  const names = each.parameters.map(({ name, takes }) => (takes === 'quarter' ? `"${name}"` : name))
  return `${each.name}(${[...names, ...(each.repeats ? ['…'] : [])].join(', ')})`
}

export const leastArguments = (each: FunctionEntry): number =>
  each.parameters.filter(({ optional }) => !optional).length

/** What the text of an argument has to be. */
export const parameterSentence = ({ name, takes, least }: Parameter): string => {
  switch (takes) {
    case 'expression':
      return `${name} is an expression`
    case 'quarter':
      return `${name} is a quarter in double quotes, such as "FY26 Q2"`
    case 'whole':
      return least === undefined
        ? `${name} is a whole number in digits`
        : `${name} is a whole number in digits, from ${least}`
    default:
      return unreachable(takes)
  }
}
