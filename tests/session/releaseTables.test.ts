// Tables as releases print them, pasted into a release: which column is the quarter's, in which unit and style of numbers.

import { describe, expect, test } from 'vitest'
import { releaseNow } from '#session/releaseNow.ts'
import { beforeTheNight } from './releaseBench.ts'
import { paste, typed } from './releasePasting.ts'

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
