// Pasting into a release: columns and named rows, as Excel, web pages and PDFs give them.

import { describe, expect, test } from 'vitest'
import { releaseNow } from '#session/releaseNow.ts'
import { beforeTheNight } from './releaseBench.ts'
import { onRevenue, paste, typed } from './releasePasting.ts'

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
