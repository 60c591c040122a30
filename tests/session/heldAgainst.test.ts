// Naming what a line is held against, as the dialog asks it.

import { describe, expect, test } from 'vitest'
import type { Expected, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { applySoundly } from '#model/soundness.ts'
import {
  candidates,
  nameable,
  newLabel,
  proposePartners,
  usualTolerance,
  wishOf,
  type PartnerProposal,
  type PartnerWish,
} from '#session/heldAgainst.ts'
import { example } from '../examples/alibaba.ts'
import { line, sample, sentenceOf, settled } from '../model/sample.ts'

const none: PartnerWish = { consensus: { is: 'none' }, low: { is: 'none' }, high: { is: 'none' }, tolerance: '' }

const lineIn = (model: Model, id: string): LineItem => {
  const found = model.lines.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no line ${id}`)
  return found
}

/** Ids in turn: made1, made2. */
const ids = () => {
  let count = 0
  return () => `made${++count}`
}

const proposed = (model: Model, id: string, wish: Partial<PartnerWish>): PartnerProposal =>
  settled(proposePartners(model, lineIn(model, id), { ...none, ...wish }, ids()))

const after = (model: Model, id: string, wish: Partial<PartnerWish>): Model =>
  settled(applySoundly(model, proposed(model, id, wish).edits))

const expectedOf = (model: Model, id: string): Expected | null => lineIn(model, id).expected

describe('[B8] naming', () => {
  test('[B8] a line that is there, and the tolerance as typed', () => {
    const wish = { consensus: { is: 'line', line: 'costs' }, low: { is: 'line', line: 'costs' } } as const
    expect(expectedOf(after(sample(), 'revenue', { ...wish, tolerance: '2 %' }), 'revenue')).toEqual({
      ...{ consensus: 'costs', low: 'costs', high: null, tolerance: 0.02 },
    })
    expect(expectedOf(after(sample(), 'revenue', { ...wish, tolerance: ' ' }), 'revenue')?.tolerance).toBeNull()
    const growing = sample({ lines: [...sample().lines, line('poll', { unit: { kind: 'percent' } })] })
    const half = { consensus: { is: 'line', line: 'poll' }, tolerance: '0.25' } as const
    expect(expectedOf(after(growing, 'growth', half), 'growth')?.tolerance).toBe(0.0025)
  })

  test('[B8] a new line comes in the same step, in the section Consensus after the line’s own', () => {
    const model = after(sample(), 'revenue', { consensus: { is: 'new' }, high: { is: 'new' } })
    expect(model.sections).toEqual(['Reported', 'Consensus', 'Drivers', 'Pacing'])
    expect(expectedOf(model, 'revenue')).toEqual({ consensus: 'made1', low: null, high: 'made2', tolerance: null })
    expect(lineIn(model, 'made1')).toEqual(
      line('made1', { key: 'consensus_revenue', label: 'Line revenue, consensus', section: 'Consensus' }),
    )
    expect(lineIn(model, 'made2').key).toBe('guidance_high_revenue')
    expect(proposed(sample(), 'revenue', { high: { is: 'new' } }).made).toBe('made1')
    // A key that is taken gets a number.
    const other = sample({ lines: [...sample().lines, line('x', { key: 'consensus_costs' })] })
    expect(lineIn(after(other, 'costs', { consensus: { is: 'new' } }), 'made1').key).toBe('consensus_costs_2')
  })

  test('[B8] nothing chosen frees a line, and is asked for where nothing was named', () => {
    const held = after(sample(), 'revenue', { consensus: { is: 'line', line: 'costs' } })
    expect(expectedOf(after(held, 'revenue', {}), 'revenue')).toBeNull()
    expect(proposed(held, 'revenue', {}).label).toBe('Line revenue: held against nothing')
    expect(sentenceOf(proposePartners(sample(), lineIn(sample(), 'revenue'), none, ids()))).toBe(
      'Choose the line that holds the consensus or the guidance of Line revenue, or have one made.',
    )
  })

  test('[B8] a tolerance that is none is told what to type', () => {
    const tell = (tolerance: string): string =>
      sentenceOf(
        proposePartners(
          sample(),
          lineIn(sample(), 'revenue'),
          { ...none, consensus: { is: 'line', line: 'costs' }, tolerance },
          ids(),
        ),
      )
    expect(tell('-1')).toBe('“-1” is no distance from a consensus: type 0 or more, such as 1 %.')
    expect(tell('wide')).toContain('“wide”')
    expect(usualTolerance(lineIn(sample(), 'revenue'))).toBe('1 %')
    expect(usualTolerance(lineIn(sample(), 'growth'))).toBe('0.5 points')
  })

  test('[B8] the dialog opens with what is named, and keeping it changes nothing', () => {
    const revenue = lineIn(example, 'revenue')
    expect(wishOf(revenue)).toEqual({ ...none, consensus: { is: 'line', line: 'consensus_revenue' } })
    expect(settled(applySoundly(example, proposed(example, 'revenue', wishOf(revenue)).edits)).lines).toEqual(
      example.lines,
    )
    const wide = { ...revenue, expected: { consensus: 'x', low: null, high: null, tolerance: 0.025 } }
    expect(wishOf(wide).tolerance).toBe('2.5 %')
  })

  test('[B8] constants, checks and lines that others are held against are not offered, nor what counts otherwise', () => {
    const keys = nameable(example).map(({ key }) => key)
    for (const key of ['consensus_revenue', 'cloud_fade', 'capex_check']) expect(keys).not.toContain(key)
    expect(keys.slice(0, 2)).toEqual(['revenue', 'cloud_revenue'])
    const offered = candidates(example, lineIn(example, 'revenue')).map(({ key }) => key)
    expect(offered).toContain('consensus_cloud')
    for (const key of ['revenue', 'revenue_yoy', 'revenue_usd', 'usd_rate']) expect(offered).not.toContain(key)
    expect(newLabel(lineIn(example, 'revenue'), 'low')).toBe('Revenue, guidance, low end')
  })
})
