// What the back-test says of formulas that miss the past, and where it is silent.

import { describe, expect, test } from 'vitest'
import type { Scale, Unit } from '#model/unit.ts'
import { modelText } from '../support/modelText.ts'
import { changed, formula, found } from './found.ts'

const header = 'FY24 Q1 to FY26 Q4, actual to FY25 Q4'
const dollars = (scale: Scale): Unit => ({ kind: 'currency', currency: 'USD', scale })
const growing = '520 540 560 600 630 660 690 740'

describe('[PB4] a formula that looks at an assumption', () => {
  test.each([
    ['a constant', 'growth constant = 12%'],
    ['a driver that was never reported', 'growth rate driver . . . . . . . . 0.12 = growth[-1]'],
  ])('%s is no statement about the past', (_, growth) => {
    const model = modelText(
      `${header}\nmemory ${growing} = memory[-4] * (1 + growth)\nbuybacks 52 55 58 60 61 64 68 71\n${growth}`,
    )
    expect(found(model, 'memory')).toEqual([])
  })

  test('nor is one that only carries its own past on: what fell by what it is to grow has no wrong operator', () => {
    // 100 / 1.12 is 89, 120 / 1.12 is 107, 110 / 1.12 is 98, 140 / 1.12 is 125.
    const fell = modelText(`${header}\nsales 100 120 110 140 89 107 98 125 = sales[-4] * 1.12`)
    expect(found(fell, 'sales').map(({ kind }) => kind)).not.toContain('fit')
  })

  test('is told where its sign or its size is another altogether', () => {
    const lines = 'revenue 520 540 560 600 630 660 690 740\ncost -260 -275 -278 -302 -313 -332 -346 -371'
    const turned = modelText(`${header}\n${lines} = revenue * cost_ratio\ncost_ratio constant = 48%`)
    expect(found(turned, 'cost')).toMatchObject([{ kind: 'sign' }])
    const divided = modelText(
      `${header}\nrevenue 520 540 560 600 630 660 690 740\ntax 52 54 56 60 63 66 69 74 = revenue / tax_rate\ntax_rate constant = 9.5%`,
    )
    expect(found(divided, 'tax').map(({ mending }) => mending?.words)).toContain(
      'Change the formula to revenue * tax_rate',
    )
  })
})

test('[PB4] a term is missing only where the sum adds up with it, and a formula that still misses by tens of per cents is none', () => {
  // Both lines grow, and buybacks by chance as much as is missing, within 2 %.
  const near = modelText(
    `${header}\nmemory ${growing} = logic * 10\nlogic 47 49 50 54 57 60 62 67\nbuybacks 60 40 70 50 66 50 80 60`,
  )
  expect(found(near, 'memory')).toEqual([])
  const exact = modelText(
    `${header}\ntotal 100 120 110 140 105 126 116 147 = one + two\none 60 71 66 85 62 77 70 88\ntwo 30 38 35 43 34 38 36 46\nthree 10 11 9 12 9 11 10 13`,
  )
  expect(found(exact, 'total').map(({ mending }) => mending?.words)).toContain(
    'Change the formula to one + two + three',
  )
})

describe('[PB4] [W8] thousands against millions', () => {
  const lines = [
    'arr balance 62.4 66.1 70.5 75.5 80.7 86.4 92.6 99.7',
    'customers balance 1200 1248 1301 1362 1424 1490 1561 1642',
    'price rate 52 53 54.2 55.4 56.7 58 59.3 60.7',
  ]
  const model = modelText([header, ...lines].join('\n'))
  const written = (line: string, text: string) =>
    found(
      changed(
        model,
        { kind: 'change line', line: 'id of arr', change: { unit: dollars('m'), decimals: 1 } },
        { kind: 'change line', line: 'id of price', change: { unit: dollars('k'), decimals: 1 } },
        formula(`id of ${line}`, text),
      ),
      line,
    ).map(({ kind, mending }) => [kind, mending?.words])

  test('are told once, by the units, with the power of ten', () => {
    expect(written('arr', 'customers * price')).toEqual([['units', 'Change the formula to customers * price / 1000']])
    expect(written('price', 'arr / customers')).toEqual([['units', 'Change the formula to arr / customers * 1000']])
    expect(written('arr', 'customers * price / 1000')).toEqual([])
  })

  test('where the units cannot know, by the past, before another operator', () => {
    const single = changed(
      model,
      { kind: 'change line', line: 'id of arr', change: { unit: dollars('m'), decimals: 1 } },
      { kind: 'change line', line: 'id of price', change: { unit: dollars(''), decimals: 1 } },
      formula('id of arr', 'customers * price'),
    )
    expect(found(single, 'arr').map(({ kind, mending }) => [kind, mending?.words])).toEqual([
      ['scale', 'Change the formula to customers * price / 1000'],
    ])
  })
})
