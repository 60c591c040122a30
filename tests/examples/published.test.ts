// Published values: worked examples of textbooks, vendors' manuals and company filings come out as printed there. The
// numbers are the sources', to the digits they print; each test names its source, the address stands above it.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { columnOf, expectColumn, resultsOf, yearIn } from '../support/modelText.ts'

type Given = Readonly<Record<string, readonly (number | null)[]>>

const quarterName = (at: number): string => `FY${2023 + Math.floor(at / 4)} Q${(at % 4) + 1}`

/** What a formula comes to over as many quarters as are given, from FY23 Q1 on; one quarter where nothing is. */
const columnFor = (formula: string, given: Given): readonly (number | null)[] => {
  const [longest = 1] = Object.values(given)
    .map(({ length }) => length)
    .sort((left, right) => right - left)
  const lines = Object.entries(given).map(([key, values]) => `${key} ${values.map((each) => each ?? '.').join(' ')}`)
  const results = resultsOf([`FY2023 Q1 to ${quarterName(longest - 1)}`, ...lines, `result = ${formula}`].join('\n'))
  expect(results.problems).toEqual([])
  return columnOf(results, 'result')
}

/** What it comes to in the last quarter, with as many decimals as the source prints; `%` where it prints per cents. */
const asPrinted = (formula: string, given: Given, printed: string): string => {
  const value = present(columnFor(formula, given).at(-1), 'a value')
  const [, decimals = ''] = /\.(\d+)/.exec(printed) ?? []
  return printed.endsWith('%') ? `${(value * 100).toFixed(decimals.length)}%` : value.toFixed(decimals.length)
}

/** A line with its first value and, so many years later, its last. */
const ends = (first: number, last: number, years: number): Given => ({
  x: [first, ...Array<null>(4 * years - 1).fill(null), last],
})

type Row = readonly [formula: string, given: Given, printed: string]

const expectPrinted = ([formula, given, printed]: Row): void => {
  expect(asPrinted(formula, given, printed)).toBe(printed)
}

describe('growth', () => {
  // https://www.reference.com/business-finance/cagr-mean-financial-terms-32a8d1b8c810e9fa (after Investopedia)
  test('Reference, “What Does CAGR Mean in Financial Terms?”: 10,000 to 19,500 in three years', () => {
    expectPrinted(['cagr(x, 3)', ends(10_000, 19_500, 3), '24.93%'])
  })

  test.each<Row>([
    // http://wiki.zcubes.com/CAGR: CAGR(1000,10000,3,0) = 1.1544, “115.44 %”
    ['cagr(x, 3)', ends(1000, 10_000, 3), '115.44%'],
    // https://sourcetable.com/formula/rri: RRI(5, 1000, 1500) and RRI(10, 200, 400)
    ['cagr(x, 5)', ends(1000, 1500, 5), '0.08447'],
    ['cagr(x, 10)', ends(200, 400, 10), '0.07177'],
    // http://help.grapecity.com/spread/SpreadSheets11/RRI.html: RRI(96,10000,11000)
    ['cagr(x, 96)', ends(10_000, 11_000, 96), '0.0009933'],
  ])('ZCubes CAGR, Sourcetable and GrapeCity RRI: %s', (...row) => {
    expectPrinted(row)
  })

  // https://www.wallstreetprep.com/knowledge/year-over-year-yoy/
  test('Wall Street Prep, “Year-over-Year (YoY) Growth”: $25 million to $30 million', () => {
    expectPrinted(['yoy(x)', ends(25, 30, 1), '20.0%'])
  })

  // http://www.investopedia.com/terms/q/quarter-over-quarter.asp
  test('Investopedia, “Quarter Over Quarter”: earnings of $1 million, then $1.25 million', () => {
    expectPrinted(['qoq(x)', { x: [1, 1.25] }, '0.25'])
  })

  // https://blog.scrab.com/glossary/ttm
  test('Scrab, “TTM”: $10, $15, $20 and $25 million are $70 million', () => {
    expect(columnFor('ttm(x)', { x: [10, 15, 20, 25] }).at(-1)).toBe(70)
  })
})

// NVIDIA’s releases of May, August and November 2023 and February 2024, $ million, with the growth each of them prints:
// https://www.buzrush.com/nvidia-financial-report/ (first quarter)
// https://menafn.com/1106927284/Nvidia-Announces-Financial-Results-For-Second-Quarter-Fiscal-2024
// https://quarter-results.com/financial-reports/NASDAQ/NVDA/Q3/2024/nvda-q3-2024-earnings-report
// https://telecomtv.com/content/digital-platforms-services/nvidia-announces-financial-results-for-fourth-quarter-and-fiscal-2024-49705
describe('NVIDIA, “Financial Results” of fiscal 2024', () => {
  const revenue = [8288, 6704, 5931, 6051, 7192, 13507, 18120, 22103]
  const results = resultsOf(`
    FY23 Q1 to FY24 Q4
    revenue ${revenue.join(' ')}
    yoy_growth rate = yoy(revenue)
    qoq_growth rate = qoq(revenue)
    year_so_far = ytd(revenue)
    filed = year_so_far
    single = decumulate(filed)
    last_year = ttm(revenue)
    by_filings = ytd(revenue)["FY23 Q4"] + ytd(revenue) - ytd(revenue)[-4]`)
  const percents = (key: string): readonly (string | null)[] =>
    columnOf(results, key).map((value) => (value === null ? null : `${(value * 100).toFixed(0)}%`))

  test('“down 13%, up 101%, up 206% and up 265% from a year ago”', () => {
    expect(percents('yoy_growth').slice(4)).toEqual(['-13%', '101%', '206%', '265%'])
  })

  test('“up 19%, 88%, 34% and 22% from the previous quarter”', () => {
    expect(percents('qoq_growth').slice(4)).toEqual(['19%', '88%', '34%', '22%'])
  })

  test('“for fiscal 2024, revenue was up 126% to $60.9 billion”', () => {
    expect((present(yearIn(results, 'revenue', 2024), 'a year') / 1000).toFixed(1)).toBe('60.9')
    expect((present(yearIn(results, 'yoy_growth', 2024), 'a year') * 100).toFixed(0)).toBe('126')
  })

  // The way of https://www.wallstreetprep.com/knowledge/last-twelve-months-ltm/: last fiscal year, plus the year to date,
  // less the year to date of the year before. At FY24 Q3, by hand: 8,288 + 6,704 + 5,931 = 20,923, with 6,051 the year's
  // 26,974; 7,192 + 13,507 + 18,120 = 38,819; 26,974 + 38,819 − 20,923 = 44,870.
  test('last twelve months by quarters are those by filings', () => {
    const nineMonths = columnOf(results, 'year_so_far')
    expect([nineMonths[3], nineMonths[6], nineMonths[2]]).toEqual([26_974, 38_819, 20_923])
    expect(columnOf(results, 'last_year')[6]).toBe(44_870)
    expect(columnOf(results, 'by_filings')[6]).toBe(44_870)
    expectColumn(columnOf(results, 'single'), revenue)
  })
})

describe('rounding', () => {
  // https://support.office.com/en-us/article/round-function-c018c5d8-40fb-4053-90b1-b3e7f61a213c
  test.each<Row>([
    ['round(2.15, 1)', {}, '2.2'],
    ['round(2.149, 1)', {}, '2.1'],
    ['round(-1.475, 2)', {}, '-1.48'],
    ['round(21.5, -1)', {}, '20'],
    ['round(626.3, -3)', {}, '1000'],
    ['round(1.98, -1)', {}, '0'],
    ['round(-50.55, -2)', {}, '-100'],
    ['round(23.7825, 2)', {}, '23.78'],
  ])('Microsoft, “ROUND function”: %s', (...row) => {
    expectPrinted(row)
  })

  // https://demo.mescius.co.kr/spreadjs/docs/v16/formulareference/FormulaFunctions/math-trig-functions/ROUND
  test.each<Row>([
    ['round(3.141592653589793, 5)', {}, '3.14159'],
    ['round(29.2, -2)', {}, '0'],
    ['round(-1.963, 0)', {}, '-2'],
  ])('SpreadJS, “ROUND”: %s', (...row) => {
    expectPrinted(row)
  })

  // https://goodcom.pages.dev/posts/int-function and Gnumeric’s manual: INT goes down, also below zero
  test.each<Row>([
    ['floor(10.8)', {}, '10'],
    ['floor(-10.8)', {}, '-11'],
    ['floor(-3.1)', {}, '-4'],
    ['floor(7.2)', {}, '7'],
    ['floor(-5.5)', {}, '-6'],
  ])('Goodcom and Gnumeric, “INT function”: %s', (...row) => {
    expectPrinted(row)
  })
})

describe('remainders', () => {
  // https://library.thedatadungeon.com/msdn-2000-04/office97/html/SEBF8.content.htm (MSDN, April 2000)
  test.each<Row>([
    ['mod(3, 2)', {}, '1'],
    ['mod(-3, 2)', {}, '1'],
    ['mod(3, -2)', {}, '-1'],
    ['mod(-3, -2)', {}, '-1'],
  ])('Microsoft, “MOD function”: %s', (...row) => {
    expectPrinted(row)
  })

  // https://docs.scipy.org/doc/numpy-1.3.x/reference/generated/numpy.fmod.html: np.mod([-3, -2, -1, 1, 2, 3], 2)
  test('NumPy, “numpy.fmod”: the remainder has the sign of the divisor', () => {
    expect(columnFor('mod(x, 2)', { x: [-3, -2, -1, 1, 2, 3] })).toEqual([1, 0, 1, 1, 0, 1])
  })
})

describe('statistics', () => {
  // https://support.microsoft.com/en-gb/office/stdev-function-3dd63cd4-d7d8-48b7-8c45-f9b9d6cc86cc
  test('Microsoft, “STDEV function”: breaking strength of ten tools', () => {
    const x = [1345, 1301, 1368, 1322, 1310, 1370, 1318, 1350, 1303, 1299]
    expectPrinted(['stdev(x[-9:0])', { x }, '27.46391572'])
  })

  // https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.std.html
  test.each<Row>([
    ['stdev(x[-3:0])', { x: [21, 25, 62, 43] }, '18.786076'],
    ['stdev(x[-3:0])', { x: [1.61, 1.87, 1.49, 2.01] }, '0.237417'],
  ])('pandas, “DataFrame.std”: %s of %o', (...row) => {
    expectPrinted(row)
  })

  // https://www.itl.nist.gov/div898/strd/univ/numacc1.html: certified mean 10000002, standard deviation 1, both exact
  test('NIST, Statistical Reference Datasets, “NumAcc1”: eight digits that differ in the last', () => {
    const x = [10_000_001, 10_000_003, 10_000_002]
    expect(columnFor('stdev(x[-2:0])', { x }).at(-1)).toBe(1)
    expect(columnFor('mean(x[-2:0])', { x }).at(-1)).toBe(10_000_002)
  })

  // https://support.microsoft.com/en-us/office/median-function-ea66592d-8df3-4e66-945c-75740408ddf0
  test.each<Row>([
    ['median(x[-4:0])', { x: [1, 2, 3, 4, 5] }, '3'],
    ['median(1, 2, 3, 4, 5, 6)', {}, '3.5'],
    // https://support.apple.com/guide/functions/median-ffa5b4f8b6/13.2/web/1.0
    ['median(5, 5, 5, 5, 6)', {}, '5'],
    // https://essentia.upf.edu/reference/streaming_Median.html
    ['median(2, 4, 7, 12)', {}, '5.5'],
  ])('Microsoft, Apple and Essentia, “Median”: %s', (...row) => {
    expectPrinted(row)
  })
})

describe('powers and logarithms', () => {
  test.each<Row>([
    // https://support.microsoft.com/en-au/office/power-function-d3f2908b-56f4-4c3f-895a-07fb519c362a
    ['5^2', {}, '25'],
    ['98.6^3.2', {}, '2401077.222'],
    ['4^(5/4)', {}, '5.656854249'],
    // http://howtomicrosoftofficetutorials.blogspot.com/2017/08/exp-function.html
    ['exp(1)', {}, '2.718282'],
    ['exp(2)', {}, '7.389056'],
    // https://xlsoffice.com/excel-functions/math-and-trig-functions/ln-function-description-usage-syntax-examples-and-explanation
    ['log(86)', {}, '4.4543473'],
    ['log(2.7182818)', {}, '1.000000'],
    ['log(exp(3))', {}, '3'],
  ])('Microsoft, “POWER”, “EXP” and “LN”: %s', (...row) => {
    expectPrinted(row)
  })
})
