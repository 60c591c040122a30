// What the panel and the bar tell of a selected cell, on the example; figures from tests/data/alibaba.csv.

import { describe, expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { cellStory } from '#session/cellStory.ts'
import { exampleBench } from '../support/workbench.ts'

const storyOf = async (line: string, column: string, shown = 'base') => {
  const { open } = await exampleBench()
  open.look({ scenario: shown })
  open.select({ line, column })
  return present(cellStory(open), 'a story')
}

const whose = async (...cell: Parameters<typeof storyOf>): Promise<string> => {
  const { status, holding, holder } = await storyOf(...cell)
  return `${status ?? ''}, ${holding} ${holder?.name ?? ''}`
}

describe('whose a number is', () => {
  test('a reported number is Base’s wherever it is shown', async () => {
    expect(await whose('revenue', '2025-09')).toBe('actual, in Base')
    expect(await whose('revenue', '2025-09', 'bull')).toBe('actual, in Base')
  })

  test('a forecast typed elsewhere is inherited, one typed here is not', async () => {
    const { open } = await exampleBench()
    open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'revenue', entry: 310_000 }], 'Revenue')
    open.look({ scenario: 'bull' })
    open.select({ line: 'revenue', column: '2025-12' })
    expect(cellStory(open)?.holding).toBe('inherited from')
    expect(await whose('cloud_growth', '2025-12', 'bull')).toBe('assumption, in Bull')
  })

  test('a computed number is by a formula, also where the cell is released', async () => {
    const { open } = await exampleBench()
    open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'revenue', entry: 310_000 }], 'Revenue')
    open.dispatch(
      [{ kind: 'enter', scenario: 'bull', quarter: '2025-12', line: 'revenue', entry: 'release' }],
      'Release',
    )
    open.look({ scenario: 'bull' })
    open.select({ line: 'revenue', column: '2025-12' })
    expect(cellStory(open)).toMatchObject({ holding: 'by the formula in', releasedIn: 'Bull' })
    expect(cellStory(open)?.holder?.name).toBe('Base')
  })
})

describe('how a year came about', () => {
  test('a flow adds its quarters up', async () => {
    expect(await storyOf('capex', 'FY2025')).toMatchObject({
      value: '85,972 RMB m',
      withNumbers: '12,094 + 17,491 + 31,775 + 24,612',
    })
  })

  test('a balance is its last quarter’s', async () => {
    expect((await storyOf('usd_rate', 'FY2025')).withNumbers).toBe('as in FY25 Q4')
  })

  test('a rate is its formula on the year’s figures, written as they read', async () => {
    expect((await storyOf('revenue_usd', 'FY2025')).withNumbers).toBe('996,347 / 7.2567')
  })
})

test('why there is no number is told in the words of the matter', async () => {
  const { reason } = await storyOf('ai_capex.required', '2028-03')
  expect(reason).toBe('the window has ended: no quarter is left to carry anything')
  expect((await storyOf('revenue', '2025-09')).reason).toBeNull()
})
