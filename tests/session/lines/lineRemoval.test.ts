import { describe, expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { lineOf, type Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import { isGrave, lineRemovalOf, proposeLineRemoval, removalSentences } from '#session/lines/lineRemoval.ts'
import { commitment, line, sample, sentenceOf, settled } from '../../model/sample.ts'
import { columnOf, idOf, modelText } from '../../support/modelText.ts'

describe('deleting', () => {
  test('[LN5] who looks at it, what counts it, what is held against it and what is typed is said first', () => {
    const base = sample({ commitments: [commitment()] })
    const held = { consensus: 'revenue', low: null, high: null, tolerance: null }
    const model: Model = {
      ...base,
      lines: [...base.lines, line('margin', { formula: 'revenue - costs' }), line('beat', { expected: held })],
    }
    const removal = settled(lineRemovalOf(model, ['revenue']))
    expect(isGrave(removal)).toBe(true)
    expect(removalSentences(removal)).toEqual([
      '1 line looks at it: “Line margin”.',
      '“Revenue” of Plan and “Half of it” of Plan count it.',
      '“Line beat” would no longer be held against it.',
      '2 numbers and 1 note typed on it go too.',
    ])
    const next = settled(applySoundly(model, settled(proposeLineRemoval(model, removal, false)).edits))
    expect(next.lines.some(({ id }) => id === 'revenue')).toBe(false)
    expect(lineOf(next, 'margin').formula).toBe('revenue - costs')
    expect(lineOf(next, 'beat').expected).toBeNull()
    expect(calculate(next).problems.length).toBeGreaterThan(0)
  })

  test('[LN5] two partners of one line go in one step', () => {
    const base = sample()
    const expected = { consensus: 'a', low: 'b', high: 'b', tolerance: null }
    const model: Model = { ...base, lines: [...base.lines, line('a'), line('b'), line('c', { expected })] }
    const removal = settled(lineRemovalOf(model, ['a', 'b']))
    const next = settled(applySoundly(model, settled(proposeLineRemoval(model, removal, false)).edits))
    expect(lineOf(next, 'c').expected).toBeNull()
  })

  test('[LN5] a line that nothing looks at and that holds nothing goes without a question', () => {
    const model = modelText('FY25 Q1 to FY25 Q4\na 1\nb = a')
    expect(isGrave(settled(lineRemovalOf(model, [idOf('b')])))).toBe(false)
    expect(isGrave(settled(lineRemovalOf(model, [idOf('a')])))).toBe(true)
    expect(sentenceOf(lineRemovalOf(sample(), ['plan.amount']))).toContain('goes with the commitment')
  })

  test('[LN5] where its formula can stand for it, that is offered, and no value of a quarter moves', () => {
    const model = modelText(`FY25 Q1 to FY26 Q4
      a 1 2 3 4 5 6 7 8
      b 2 2 2 2 2 2 2 2
      gap = a - b
      half = gap / 2
      d = gap[-1] * 3 - half + yoy(gap) + sum(gap[-1:0])
      bull:
      d = -gap`)
    const removal = settled(lineRemovalOf(model, [idOf('gap'), idOf('half')]))
    expect(removal.canInline).toBe(true)
    const next = settled(applySoundly(model, settled(proposeLineRemoval(model, removal, true)).edits))
    expect(lineOf(next, idOf('d')).formula).toBe('(a - b)[-1] * 3 - ((a - b) / 2) + yoy((a - b)) + sum((a - b)[-1:0])')
    const [before, after] = [calculate(model), calculate(next)]
    expect(after.problems).toEqual([])
    for (const scenario of ['base', 'bull'])
      expect(columnOf(after, 'd', scenario)).toEqual(columnOf(before, 'd', scenario))
  })

  test.each([
    ['numbers are typed on it', 'gap 5 = a\nd = gap'],
    ['a scenario has another formula', 'gap = a\nd = gap\nbull:\ngap = 2 * a'],
    ['it looks at itself', 'gap = gap[-1] + a\nd = gap'],
    ['it has no formula', 'gap\nd = gap'],
    ['nothing looks at it', 'gap = a\nd = a'],
  ])('[LN5] that is not offered where %s', (_, lines) => {
    const model = modelText(`FY25 Q1 to FY25 Q4\na 1 2 3 4\n${lines}`)
    expect(settled(lineRemovalOf(model, [idOf('gap')])).canInline).toBe(false)
  })

  test('[LN5] lines that go round back in time have no formula to stand for them', () => {
    const model = modelText(`FY25 Q1 to FY26 Q4
      one = two[-1] + two[-2]
      two = three[-1] + three[-2]
      three = four[-1] + four[-2]
      four = one[-1] + one[-2]
      d = one + two`)
    expect(settled(lineRemovalOf(model, ['one', 'two', 'three', 'four'].map(idOf))).canInline).toBe(false)
  })

  // The first stands as `(a)`, every other as twice the one before it and nine characters, `(… + …[-1])`: the nth has
  // 12 · 2^(n - 1) - 9, 3,063 for the ninth and 6,135 for the tenth. A formula has at most 4,000.
  test.each([
    [2, true],
    [9, true],
    [10, false],
    [40, false],
  ])('[LN5] a chain of %i lines, each twice the one before: it stands in its place is %s', (count, canInline) => {
    const keys = Array.from({ length: count }, (_, at) => `line${at + 1}`)
    const chain = keys.map((key, at) => (at === 0 ? `${key} = a` : `${key} = line${at} + line${at}[-1]`))
    const model = modelText(`FY25 Q1 to FY25 Q4\na 1 2 3 4\n${chain.join('\n')}\nd = line${count}`)
    const removal = settled(lineRemovalOf(model, keys.toReversed().map(idOf)))
    expect(removal.canInline).toBe(canInline)
    if (!canInline) return
    const next = settled(applySoundly(model, settled(proposeLineRemoval(model, removal, true)).edits))
    expect(lineOf(next, idOf('d')).formula).toHaveLength(12 * 2 ** (count - 1) - 9)
    expect(columnOf(calculate(next), 'd')).toEqual(columnOf(calculate(model), 'd'))
  })
})
