import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { allLines, lineOf, type Model } from '#model/model.ts'
import { applyReversibly } from '#model/inverse.ts'
import { applyEdits } from '#model/edit.ts'
import { applySoundly } from '#model/soundness.ts'
import { proposeDuplication, proposedNames, type DuplicationWish } from '#session/lines/duplication.ts'
import { familyOf } from '#session/lines/family.ts'
import { totalsWith } from '#session/lines/total.ts'
import { example } from '../../examples/alibaba.ts'
import { line, rowsWith, sample, sentenceOf, settled, textOf } from '../../model/sample.ts'
import { columnOf, idOf, modelText } from '../../support/modelText.ts'

let ids = 0
const newId = (): string => `new ${(ids += 1)}`

const cloud = lineOf(example, 'cloud_revenue')

describe('a segment added to the example', () => {
  const family = familyOf(example, cloud).filter(({ isUsual }) => isUsual)
  const copies = proposedNames(example, [cloud, ...family.map(({ line }) => line)], 'cloud', 'chips')
  const apart = new Set(copies.map(({ line }) => line.id))
  const totals = totalsWith(example, cloud, 'chips_revenue', apart)
  const wish: DuplicationWish = { copies, numbers: 'none', totals: [] }

  test('[LN7] labels and keys have the new name in the place of the old', () => {
    expect(copies.map(({ key, label }) => `${key}: ${label}`)).toEqual([
      'chips_revenue: Chips revenue (recast)',
      'chips_yoy: Chips growth, year on year',
      'chips_acceleration: Chips acceleration',
      'chips_acceleration_streak: Quarters of chips acceleration in a row',
      'chips_share: Chips share of revenue',
      'chips_growth: Chips growth',
      'chips_fade: Chips growth fades, a quarter',
    ])
  })

  test('[LN7] copies look at copies, other references stay, in every scenario; what is typed stays behind', () => {
    const { edits } = settled(proposeDuplication(example, wish, newId))
    const next = settled(applySoundly(example, edits))
    const made = new Map(allLines(next).map((line) => [line.key, line]))
    expect(made.get('chips_revenue')?.formula).toBe('chips_revenue[-4] * (1 + chips_growth)')
    expect(made.get('chips_growth')?.formula).toBe('chips_growth[-1] - chips_fade')
    expect(made.get('chips_yoy')?.formula).toBe('yoy(chips_revenue)')
    expect(made.get('chips_share')?.formula).toBe('chips_revenue / revenue')
    expect(made.get('chips_acceleration')?.formula).toBe('chips_yoy - chips_yoy[-1]')
    expect(made.get('chips_revenue')).toMatchObject({ expected: null, source: '', section: 'Reported', driver: false })
    const fade = made.get('chips_fade')?.id ?? ''
    expect(next.scenarios.map(({ formulas }) => formulas.get(fade))).toEqual([undefined, '0.5%', '2%'])
    expect(next.rows).toBe(example.rows)
    expect(
      allLines(next)
        .map(({ key }) => key)
        .indexOf('chips_revenue'),
    ).toBe(
      allLines(next)
        .map(({ key }) => key)
        .indexOf('cloud_revenue') + 1,
    )
    expect(calculate(next).problems).toEqual([])
  })

  test('[LN8] revenue takes it in, and what is left of the group without cloud is without chips too', () => {
    expect(totals.map(({ name, before, after, part }) => ({ name, before, after, part }))).toEqual([
      {
        name: 'Revenue',
        before: 'cloud_revenue + rest_revenue[-4] * (1 + rest_growth)',
        after: 'cloud_revenue + chips_revenue + rest_revenue[-4] * (1 + rest_growth)',
        part: 'added',
      },
      {
        name: 'Rest of the group, after eliminations',
        before: 'revenue - cloud_revenue',
        after: 'revenue - cloud_revenue - chips_revenue',
        part: 'taken away',
      },
    ])
  })

  test('[LN7] [LN8] with drivers’ numbers and chips of 4,000 in FY25 Q3, figures are those worked out by hand', () => {
    const duplication = settled(proposeDuplication(example, { copies, numbers: 'drivers', totals }, newId))
    const next = settled(applySoundly(example, duplication.edits))
    const typed = settled(
      applySoundly(next, [
        { kind: 'enter', scenario: 'base', quarter: '2024-12', line: duplication.made, entry: 4000 },
      ]),
    )
    const before = calculate(example)
    const after = calculate(typed)
    // Chips grow as cloud does in FY26 Q3: 35 % in Base, 38 % in Bull. 4,000 · 1.35 = 5,400; 4,000 · 1.38 = 5,520.
    expect(after.valueOf('base', duplication.made, '2025-12')).toBeCloseTo(5400, 9)
    expect(after.valueOf('bull', duplication.made, '2025-12')).toBeCloseTo(5520, 9)
    // The rest grows by 0 % in Base, and is 4,000 smaller a year before: revenue is higher by 5,400 − 4,000 · 1.00.
    const more = after.valueOf('base', 'revenue', '2025-12') - before.valueOf('base', 'revenue', '2025-12')
    expect(more).toBeCloseTo(1400, 6)
    // In Bull the rest grows by 1 %: 5,520 − 4,000 · 1.01 = 1,480.
    const bull = after.valueOf('bull', 'revenue', '2025-12') - before.valueOf('bull', 'revenue', '2025-12')
    expect(bull).toBeCloseTo(1480, 6)
  })

  test('[LN7] it is one step: taken back the model is the same to the letter', () => {
    const { edits } = settled(proposeDuplication(example, { copies, numbers: 'all', totals }, newId))
    const { model, inverse } = settled(applyReversibly(example, edits))
    expect(textOf(settled(applyEdits(model, inverse)))).toBe(textOf(example))
  })
})

describe('what is asked for', () => {
  const model = sample()
  const growth = lineOf(model, 'growth')
  const copies = [{ line: growth, label: 'Growth two', key: 'growth_two' }]

  test('[LN7] all that is typed comes along in every scenario where asked, releases too', () => {
    const duplication = settled(proposeDuplication(model, { copies, numbers: 'all', totals: [] }, () => 'two'))
    const next = settled(applySoundly(model, duplication.edits))
    const typed = (scenario: string) => next.rows.get(scenario)?.get('2025-12')?.entries.get('two')
    expect(['base', 'bull', 'bear'].map(typed)).toEqual([0.1, 0.2, 'release'])
  })

  test('[LN7] with the numbers come what their notes say, where they are read, and the breaks between them', () => {
    const held = line('cloud', {
      source: 'Quarterly results',
      breaks: [{ quarter: '2025-09', reason: 'recast' }],
    })
    const note = { text: 'p. 3', source: 'https://example.com/q2.pdf' }
    const checked = { value: 2, by: 'LW', at: '2025-11-24T09:00:00.000Z' }
    const rows = rowsWith([
      ['base', '2025-06', 'cloud', 1],
      ['base', '2025-09', 'cloud', 2, { ...note, checked }],
    ])
    const cloudy = sample({ lines: [held], scenarios: sample().scenarios.slice(0, 1), commitments: [], rows })
    const copied = (numbers: DuplicationWish['numbers']): Model => {
      const wish = { copies: [{ line: held, label: 'Chips', key: 'chips' }], numbers, totals: [] }
      return settled(applySoundly(cloudy, settled(proposeDuplication(cloudy, wish, () => 'chips')).edits))
    }
    const all = copied('all')
    expect(lineOf(all, 'chips')).toMatchObject({ source: held.source, breaks: held.breaks })
    // Nobody has checked the copy.
    expect(all.rows.get('base')?.get('2025-09')?.notes.get('chips')).toEqual(note)
    const none = copied('none')
    expect(lineOf(none, 'chips')).toMatchObject({ source: '', breaks: [] })
    expect(none.rows.get('base')?.get('2025-09')?.notes.has('chips')).toBe(false)
  })

  test('[LN7] numbers of lines that are no drivers stay behind where only drivers’ are asked for', () => {
    const revenue = [{ line: lineOf(model, 'revenue'), label: 'Two', key: 'two' }]
    const edits = settled(proposeDuplication(model, { copies: revenue, numbers: 'drivers', totals: [] }, newId)).edits
    expect(edits.filter(({ kind }) => kind === 'enter')).toEqual([])
  })

  test.each([
    [{ key: 'revenue' }, 'already that of another line'],
    [{ key: 'Two' }, 'small letters'],
    [{ key: 'sum' }, 'formula language'],
    [{ label: ' ' }, 'a label'],
  ])('[LN7] %j is refused', (change, sentence) => {
    const wish = { copies: copies.map((copy) => ({ ...copy, ...change })), numbers: 'none', totals: [] } as const
    expect(sentenceOf(proposeDuplication(model, wish, newId))).toContain(sentence)
  })

  test('[LN7] keys that are taken get a number, and a label without the word has the new name before it', () => {
    const fruit = modelText('FY25 Q1 to FY25 Q4\napple 1 2\npear 1 2\nprice rate 1 2')
    const names = proposedNames(fruit, [lineOf(fruit, idOf('apple')), lineOf(fruit, idOf('price'))], 'apple', 'Pear')
    expect(names.map(({ key, label }) => [key, label])).toEqual([
      ['pear_2', 'pear'],
      ['pear_price', 'Pear: price'],
    ])
    const cloudNames = proposedNames(example, [lineOf(example, 'cloud_acceleration_streak')], 'Cloud', 'AI')
    expect(cloudNames.map(({ label }) => label)).toEqual(['Quarters of AI acceleration in a row'])
  })

  test('[LN8] sums written with sum() take one more value, and a line’s own growth is no total', () => {
    const fruit = modelText(`FY25 Q1 to FY25 Q4
      apple 1 2 3 4
      pear 1 2 3 4
      all = sum(apple, pear)
      change = apple - apple[-1]
      twice = 2 * apple + pear`)
    const apple = lineOf(fruit, idOf('apple'))
    expect(totalsWith(fruit, apple, 'fig', new Set([apple.id])).map(({ after }) => after)).toEqual([
      'sum(apple, fig, pear)',
    ])
  })

  test('[LN8] a scenario’s own total takes it in too', () => {
    const fruit = modelText(`FY25 Q1 to FY25 Q4
      apple 1 2 3 4
      pear 1 2 3 4
      all = apple + pear
      bull:
      all = pear + apple + 1`)
    const apple = lineOf(fruit, idOf('apple'))
    const totals = totalsWith(fruit, apple, 'fig', new Set([apple.id]))
    const copies = [{ line: apple, label: 'Fig', key: 'fig' }]
    const { edits } = settled(proposeDuplication(fruit, { copies, numbers: 'all', totals }, () => 'fig'))
    const results = calculate(settled(applySoundly(fruit, edits)))
    expect(columnOf(results, 'all')).toEqual([3, 6, 9, 12])
    expect(columnOf(results, 'all', 'bull')).toEqual([4, 7, 10, 13])
  })
})
