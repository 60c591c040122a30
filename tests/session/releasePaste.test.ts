// Pasting into a release: columns and named rows, as Excel, web pages and PDFs give them.

import { describe, expect, test } from 'vitest'
import { readTsv } from '#exchange/block.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { cellsOf, standing } from '#session/release.ts'
import { releaseNow } from '#session/releaseNow.ts'
import { pasteFigures, type Pasted } from '#session/releaseTyping.ts'
import type { Caret } from '#session/releasePaste.ts'
import { beforeTheNight } from './releaseBench.ts'

const onRevenue: Caret = { line: 'revenue', part: 'reported' }

const paste = (open: OpenModel, text: string, caret = onRevenue): Pasted | null => {
  const table = readTsv(text).map((row) => row.map((each) => ({ text: each, isExact: false })))
  return pasteFigures(open, releaseNow(open), table, caret)
}

/** What is typed by now, by line. */
const typed = (open: OpenModel): Record<string, number> =>
  Object.fromEntries(
    releaseNow(open)
      .rows.flatMap(cellsOf)
      .filter(({ text }) => text !== '')
      .map((cell) => [cell.line.id, standing(cell)]),
  )

describe('figures without names', () => {
  test('[I9] go down from the caret, line by line; an empty cell leaves its line open, a dash is zero', async () => {
    const { open } = await beforeTheNight()
    const done = paste(open, '247,795\n39,824\n\n31,428\n9,073\n(21,840)\n–\nn.a.\n7.1190\n')
    expect(done).toMatchObject({ said: 'Pasted 7 figures.', left: null })
    expect(typed(open)).toEqual({
      revenue: 247_795,
      cloud_revenue: 39_824,
      capex_fcf: 31_428,
      adjusted_ebita: 9_073,
      free_cash_flow: -21_840,
      operating_income: 0,
      usd_rate: 7.119,
    })
  })

  test('[I9] are read in the style of the whole column, under a heading or none', async () => {
    const { open } = await beforeTheNight()
    paste(open, 'FY26 Q2\n247.795\n39.824,5\n31.501', onRevenue)
    expect(typed(open)).toEqual({ revenue: 247_795, cloud_revenue: 39_824.5, capex: 31_501 })
  })

  test('[I9] two columns go beside each other; what lies past the last line or column is told', async () => {
    const { open } = await beforeTheNight()
    paste(open, '242,650\t247,795\n37,900\t39,824', { line: 'revenue', part: 'consensus' })
    expect(typed(open)).toEqual({
      consensus_revenue: 242_650,
      revenue: 247_795,
      consensus_cloud: 37_900,
      cloud_revenue: 39_824,
    })
    const last = releaseNow(open).rows.at(-1)?.line.id ?? ''
    expect(paste(open, '1\n2\n3', { line: last, part: 'reported' })).toMatchObject({
      said: 'Pasted 1 figure.',
      left: '2 figures found no line here: 2; 3.',
    })
  })

  test('[I9] a text among them lands where it lies and says that it is no number', async () => {
    const { open } = await beforeTheNight()
    paste(open, '247,795\nsoon\n31,501')
    expect(typed(open)).toEqual({ revenue: 247_795, cloud_revenue: NaN, capex: 31_501 })
    expect(paste(open, 'soon\nlater')).toBeNull()
  })
})

describe('figures with names', () => {
  test('[I10] go to the lines of these names, labels or keys, whatever their order', async () => {
    const { open } = await beforeTheNight()
    const done = paste(
      open,
      'Free cash flow\t(21,840)\ncapex\t31,501\nREVENUE (RMB m)\t247,795\nConsensus cloud revenue\t38,000',
    )
    expect(done).toMatchObject({ said: 'Pasted 4 figures by name.', left: null })
    expect(typed(open)).toEqual({
      free_cash_flow: -21_840,
      capex: 31_501,
      revenue: 247_795,
      consensus_cloud: 38_000,
    })
  })

  test('[I10] a line that is not shown is found by its name too, and is shown then', async () => {
    const { open } = await beforeTheNight()
    paste(open, 'Revenue\t247,795\ncapex_ai_cloud_ttm\t120,000')
    expect(typed(open)).toEqual({ revenue: 247_795, capex_ai_cloud_ttm: 120_000 })
  })

  test('[I10] a name that is no line’s is told with its figure, and so is a second figure for one line', async () => {
    const { open } = await beforeTheNight()
    const done = paste(open, 'Revenue\t247,795\nDingTalk\t1,234\nrevenue\t5')
    expect(done?.left).toBe('2 figures found no line here: “DingTalk” 1,234; “revenue” 5.')
    expect(typed(open)).toEqual({ revenue: 247_795 })
  })

  test('[I10] of columns headed by quarters or years the quarter’s own is taken, and consensus from its own', async () => {
    const { open } = await beforeTheNight()
    const quarters = paste(open, 'RMB m\tFY25 Q2\tFY26 Q2\tConsensus\nRevenue\t236,503\t247,795\t243,000')
    expect(quarters?.said).toBe('Pasted 2 figures by name. Taken from the column “FY26 Q2”.')
    expect(typed(open)).toEqual({ revenue: 247_795, consensus_revenue: 243_000 })
    paste(open, '\t2024\t2025\nCapital expenditure, total\t16,977\t31,501')
    expect(typed(open)).toMatchObject({ capex: 31_501 })
  })

  test('[I10] without headings the first column is taken that does not repeat what was reported before', async () => {
    const { open } = await beforeTheNight()
    // As a PDF gives it: the year before, the quarter, the change. 236,503 and 29,610 are FY25 Q2’s.
    const done = paste(
      open,
      'Revenue 236,503 247,795 5%\nCloud revenue 29,610 39,824 34%\nFree cash flow 13,735 (21,840) N/A',
    )
    expect(done?.said).toBe('Pasted 3 figures by name. Of 3 columns the second was taken.')
    expect(typed(open)).toEqual({ revenue: 247_795, cloud_revenue: 39_824, free_cash_flow: -21_840 })
  })

  test('[I10] where every column is another quarter’s nothing is pasted, and it says so', async () => {
    const { open } = await beforeTheNight()
    const done = paste(open, 'RMB m\tFY25 Q2\nRevenue\t236,503')
    expect(done?.said).toBe('Nothing was pasted. No column of it is one of FY26 Q2.')
    expect(typed(open)).toEqual({})
  })

  test('[I10] a line of text with digits in it is not lost', async () => {
    const { open } = await beforeTheNight()
    const done = paste(open, 'Revenue\t247,795\nCapex\t31,501\n(1) restated in 2024 for DingTalk\t')
    expect(done?.left).toBe('1 figure found no line here: “(1) restated in 2024 for DingTalk”.')
  })

  test('[I10] lines of a CSV file are read too; rows of other quarters are passed over and counted', async () => {
    const { open } = await beforeTheNight()
    const done = paste(
      open,
      'quarter_end,fiscal_quarter,item,value,unit\n2025-06-30,FY26 Q1,revenue,247652,RMB million\n' +
        '2025-09-30,FY26 Q2,revenue,247795,RMB million\n2025-09-30,FY26 Q2,income_from_operations,5365,RMB million',
    )
    expect(done).toMatchObject({
      said: 'Pasted 2 figures by name. 1 row of other quarters was passed over.',
      left: null,
    })
    expect(typed(open)).toEqual({ revenue: 247_795, operating_income: 5_365 })
    paste(open, 'capex,31501\nfree_cash_flow,-21840')
    expect(typed(open)).toMatchObject({ capex: 31_501, free_cash_flow: -21_840 })
  })
})

describe('tables as releases print them', () => {
  test('[I10] a column of nine months is not the quarter’s, wherever it stands', async () => {
    const { open } = await beforeTheNight()
    // April to December, and October to December only.
    paste(open, 'RMB m\tSix months ended Sep 30 2025\tThree months ended Sep 30 2025\nRevenue\t495,447\t247,795')
    expect(typed(open)).toEqual({ revenue: 247_795 })
    paste(open, '\tH1 FY26\tFY26 Q2\nCapital expenditure, total\t70,119\t31,501')
    expect(typed(open)).toMatchObject({ capex: 31_501 })
    // The headings of two rows, the upper one merged.
    paste(
      open,
      '\tSix months ended Sep 30\t\tThree months ended Sep 30\t\n\t2024\t2025\t2024\t2025\nCloud revenue\t56,159\t73,222\t29,610\t39,824',
    )
    expect(typed(open)).toMatchObject({ cloud_revenue: 39_824 })
  })

  test.each(['Nine months ended Sep 30 2025', 'FY2025', '9M 2025', 'Year ended Sep 30, 2025', 'H1 FY26', 'YTD 2025'])(
    '[I10] alone, a column of %s is refused',
    async (heading) => {
      const { open } = await beforeTheNight()
      const done = paste(open, `RMB m\t${heading}\tChange\nRevenue\t780,290\t5%`)
      expect(done?.said).toBe(
        `Nothing was pasted. “${heading}” is of more than a quarter, so nothing was taken from it. Paste the column of the quarter alone.`,
      )
      expect(typed(open)).toEqual({})
    },
  )

  test('[I10] a title over the table that says nine months goes for its columns of years', async () => {
    const { open } = await beforeTheNight()
    const done = paste(open, 'Nine months ended Sep 30,\n\t2024\t2025\nRevenue\t700,000\t780,290')
    expect(done?.said).toContain('“Nine months ended Sep 30,” is of more than a quarter')
    expect(typed(open)).toEqual({})
  })

  test.each([
    'RMB m\tDec 2025\tSep 2025',
    'RMB m\tSep-24\tDec-25\tSep-25',
    '\tDec 2025E\tSep 2025',
    'RMB m\t2024\tSep 2025',
  ])('[I10] a heading of months is one under a unit too: %s', async (heading) => {
    const { open } = await beforeTheNight()
    const others = heading.split('\t').slice(1, -1)
    paste(open, `${heading}\nRevenue\t${others.map(() => '310,000').join('\t')}\t247,795`)
    expect(typed(open)).toEqual({ revenue: 247_795 })
  })

  test('[I10] the headings of a PDF’s line stand over its figures', async () => {
    const { open } = await beforeTheNight()
    paste(open, 'RMB m Dec 2025 Sep 2025\nRevenue 310,000 247,795\nCapex 40,000 31,501')
    expect(typed(open)).toMatchObject({ revenue: 247_795 })
    paste(open, '2024 2025\nCloud revenue 31,000 39,824\nFree cash flow 15,000 (21,840)')
    expect(typed(open)).toMatchObject({ cloud_revenue: 39_824, free_cash_flow: -21_840 })
  })

  test.each([
    'RMB billion\tFY26 Q2\nRevenue\t247.795',
    'Revenue (RMB bn)\t247.795',
    'In billions of RMB\n\tFY26 Q2\nRevenue\t247.795',
    '\tFY26 Q2, RMB bn\nRevenue\t247.795',
    'Revenue\tRMB bn\t247.795',
  ])('[I10] figures are read in the unit that is stated: %j', async (text) => {
    const { open } = await beforeTheNight()
    paste(open, text)
    // 247.795 bn is 247,795 m.
    expect(typed(open)).toEqual({ revenue: 247_795 })
  })

  test('[I10] a unit is that of money only, and another currency is refused in its row', async () => {
    const { open } = await beforeTheNight()
    paste(open, 'US$ m\tFY26 Q2\nRevenue\t34,808\nRMB per US$\t7.119')
    const { rows } = releaseNow(open)
    expect(rows.find(({ line }) => line.id === 'revenue')?.cells.reported?.fault).toContain('is in US$')
    expect(typed(open)).toMatchObject({ usd_rate: 7.119 })
  })

  test('[I9] a column without names is read in the unit of its heading', async () => {
    const { open } = await beforeTheNight()
    paste(open, 'RMB bn\n247.8\n39.8')
    expect(typed(open)).toEqual({ revenue: 247_800, cloud_revenue: 39_800 })
  })

  test('[I9] where no figure tells the style of its numbers, what was reported before does', async () => {
    const { open } = await beforeTheNight()
    paste(open, 'Revenue\t247.795\nCloud revenue (recast)\t39.824\nRMB per US$\t7,119')
    expect(typed(open)).toEqual({ revenue: 247_795, cloud_revenue: 39_824, usd_rate: 7.119 })
  })

  test('[I9] where that does not tell either, the figure is left out and both readings are told', async () => {
    const { open } = await beforeTheNight()
    // Revenue stands at 247,652 before: neither 5 nor 5,123 is like it.
    const done = paste(open, 'Revenue\t5.123\nRMB per US$\t7.1')
    expect(done?.left).toBeNull()
    const asked = paste(open, 'Revenue\t5.123\nFree cash flow\t-')
    expect(asked).toMatchObject({
      said: 'Pasted 1 figure.',
      left: '1 figure can be read in two ways, and what was reported before does not tell which. Revenue: 5,123 or 5.123? Type what is meant.',
    })
  })

  test('[I10] thousands as India parts them are read; a row of a line whose figure cannot be read is told', async () => {
    const { open } = await beforeTheNight()
    paste(open, 'Revenue\t2,47,795')
    expect(typed(open)).toEqual({ revenue: 247_795 })
    const done = paste(open, 'Revenue\t2.47.795\nCapex\t31,501\nFree cash flow\tsoon')
    expect(done?.left).toBe('2 rows could not be read: “Revenue 2.47.795”; “Free cash flow soon”. Type their figures.')
    expect(paste(open, 'Revenue\t2.47.795')).toMatchObject({
      said: 'Nothing was pasted.',
      left: '1 row could not be read: “Revenue 2.47.795”. Type its figure.',
    })
  })
})
