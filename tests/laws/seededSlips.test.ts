// Classic slips are put into three companies at places of chance, and the list of findings is to name at least nine in ten of them, and of no
// class fewer than three in four. What it says of the companies as they are is written out by hand: few things, and each of them true.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { findingsOf } from '#analysis/finding/findings.ts'
import { example } from '../examples/alibaba.ts'
import { Chance } from '../support/chance.ts'
import { retailer } from './slips/retailer.ts'
import { software } from './slips/software.ts'
import { named } from './slips/named.ts'
import { seeders, slipIn } from './slips/slips.ts'

const companies = [example, retailer(), software()]
const triesEach = 7

test('[PB9] nine in ten seeded slips are named, and of each class three in four', () => {
  const tally = new Map<string, { named: number; missed: string[] }>()
  for (const [company, model] of companies.entries()) {
    const results = calculate(model)
    const before = findingsOf(results)
    for (const [at, seeder] of seeders.entries())
      for (let seed = 0; seed < triesEach; seed += 1) {
        const slip = slipIn({ model, results, chance: new Chance(company * 100_000 + at * 1000 + seed) }, seeder)
        if (slip === null) continue
        const count = tally.get(slip.kind) ?? { named: 0, missed: [] }
        if (named(slip, before, findingsOf(calculate(slip.model, results)))) count.named += 1
        else count.missed.push(`${model.name}: ${slip.said}`)
        tally.set(slip.kind, count)
      }
  }
  const classes = [...tally].map(([kind, count]) => ({ kind, ...count, of: count.named + count.missed.length }))
  for (const { kind, named: count, of, missed } of classes)
    expect(count / of, `${kind}: ${count} of ${of}; missed ${missed.join('; ')}`).toBeGreaterThanOrEqual(0.75)
  const all = classes.reduce((sum, each) => ({ named: sum.named + each.named, of: sum.of + each.of }), {
    named: 0,
    of: 0,
  })
  expect(all.named / all.of).toBeGreaterThanOrEqual(0.9)
  expect(all.of).toBeGreaterThan(250)
}, 300_000)

// FY26 Q2's adjusted EBITA, 9,073 after 40,561 a year before, is as reported: instant commerce took it.
test('[PB8] the example as it is has one remark, and a true one', () => {
  const found = findingsOf(calculate(example))
  expect(found.map(({ kind, severity, place }) => [severity, kind, place.line, place.quarter])).toEqual([
    ['remark', 'outlier', 'adjusted_ebita', '2025-09'],
  ])
})

test('[PB8] ten companies without a slip have no problem and no warning but in one quarter in a thousand', () => {
  const found = [1, 2, 3, 4, 5].flatMap((seed) =>
    [retailer(seed), software(seed)].flatMap((model) => findingsOf(calculate(model))),
  )
  expect(found.filter(({ severity }) => severity === 'problem')).toEqual([])
  // 10 companies of about 50 lines and 15 reported quarters: 7,500 cells.
  expect(found.filter(({ severity }) => severity === 'warning').length).toBeLessThanOrEqual(7)
  expect(found.filter(({ severity }) => severity === 'remark').length).toBeLessThanOrEqual(20)
})
