// Laws of what is done to lines and sections: whatever is proposed, one after the other, on random models, the model stays
// sound, undo leads back to the letter, and what only moves or renames changes no value.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits, type Edit } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { LineId, LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { applySoundly, modelFault } from '#model/soundness.ts'
import { quartersOf } from '#model/timeline.ts'
import { proposeDuplication, proposedNames } from '#session/lines/duplication.ts'
import { familyOf, stemOf } from '#session/lines/family.ts'
import { proposeInsertion } from '#session/lines/insertion.ts'
import { proposeKind } from '#session/lines/lineField.ts'
import { proposeUnit } from '#session/lines/lineUnit.ts'
import { proposeDrop, proposeStep } from '#session/lines/lineMove.ts'
import { proposeKey, proposeLabel } from '#session/lines/lineName.ts'
import { lineRemovalOf, proposeLineRemoval } from '#session/lines/lineRemoval.ts'
import { proposeLift, suggestedLift } from '#session/lines/lift.ts'
import { liftableConstants } from '#analysis/literal.ts'
import {
  proposeMoveToSection,
  proposeSection,
  proposeSectionMove,
  proposeSectionName,
  proposeSectionRemoval,
} from '#session/lines/section.ts'
import { totalsWith } from '#session/lines/total.ts'
import { settled, textOf } from '../model/sample.ts'
import { Chance } from '../support/chance.ts'
import { randomWorkbook } from './random/randomModel.ts'

const seeds = 60
const steps = 14
const testLimitMs = 120_000

/** `keeps`: no value of a line that is left may move. */
type Deed = { readonly edits: readonly Edit[]; readonly keeps?: boolean } | Problem
type Maker = (model: Model, chance: Chance, fresh: string) => Deed

const anyLine = ({ lines }: Model, chance: Chance): LineItem | null => (lines.length === 0 ? null : chance.pick(lines))
const none: Deed = { edits: [] }

const onSection =
  (make: (model: Model, section: string, chance: Chance, fresh: string) => Deed): Maker =>
  (model, chance, fresh) =>
    model.sections.length === 0 ? none : make(model, chance.pick(model.sections), chance, fresh)

const onLine =
  (make: (model: Model, line: LineItem, chance: Chance, fresh: string) => Deed): Maker =>
  (model, chance, fresh) => {
    const line = anyLine(model, chance)
    return line === null ? none : make(model, line, chance, fresh)
  }

const oneOrNone = (items: readonly string[], chance: Chance): string | null =>
  items[chance.below(items.length + 1)] ?? null

const several = (model: Model, chance: Chance): readonly LineId[] => [
  ...new Set([1, 2, 3].flatMap(() => anyLine(model, chance)?.id ?? [])),
]

/** What changes where lines stand and what they are called, and no value. */
const harmless: readonly Maker[] = [
  (model, chance) => proposeStep(model, several(model, chance), chance.pick([-1, 1] as const)),
  onSection((model, section, chance) => {
    const inSection = model.lines.filter((line) => line.section === section).map(({ id }) => id)
    return proposeDrop(model, several(model, chance), { section, after: oneOrNone(inSection, chance) })
  }),
  (model, chance, fresh) =>
    proposeMoveToSection(
      model,
      several(model, chance).flatMap((id) => model.lines.filter((line) => line.id === id)),
      chance.pick([...model.sections, `Section ${fresh}`]),
    ),
  onLine((model, line, _, fresh) => proposeLabel(model, line, `Label ${fresh}`)),
  onLine((model, line, _, fresh) => proposeKey(model, line, `key_${fresh}`)),
  (model, chance, fresh) => proposeSection(model, `Section ${fresh}`, oneOrNone(model.sections, chance)),
  onSection((model, section, _, fresh) => proposeSectionName(model, section, `Renamed ${fresh}`)),
  onSection((model, section, chance) => proposeSectionMove(model, section, chance.pick([-1, 1] as const))),
  onSection((model, section, chance) => proposeSectionRemoval(model, section, oneOrNone(model.sections, chance))),
  onLine((model, line, chance, fresh) => {
    const literals = liftableConstants(model, line)
    if (literals.length === 0) return none
    const literal = chance.pick(literals)
    const wish = { ...suggestedLift(model, literal), everywhere: chance.pick([true, false]) }
    return proposeLift(model, literal, wish, () => fresh)
  }),
]

const rescale = onLine((model, line, chance) => {
  const scale = chance.pick(['', 'k', 'm', 'bn'] as const)
  const currency = line.unit.kind === 'currency' ? line.unit.currency : 'USD'
  const proposal = proposeUnit(model, line, { kind: 'currency', currency, scale })
  if (isProblem(proposal)) return proposal
  return proposal.kind === 'deed' ? proposal.deed : chance.pick([proposal.converted, proposal.relabelled])
})

const others: readonly Maker[] = [
  rescale,
  (model, chance, fresh) => {
    const line = anyLine(model, chance)
    const wish = {
      label: fresh,
      key: `new_${fresh}`,
      unit: 'percent',
      kind: 'flow',
      driver: true,
      formula: '',
    } as const
    const side = chance.pick(['above', 'below'] as const)
    const section = line?.section ?? 'Lines'
    return proposeInsertion(
      model,
      { ...wish, section },
      line === null ? { is: 'none' } : { is: 'line', line, side },
      () => fresh,
    )
  },
  onLine((model, line, chance, fresh) => {
    const family = familyOf(model, line).filter(({ isUsual }) => isUsual || chance.pick([true, false]))
    const copies = proposedNames(model, [line, ...family.map((each) => each.line)], stemOf(line), fresh)
    const totals = totalsWith(model, line, copies[0]?.key ?? '', new Set(copies.map((each) => each.line.id)))
    let made = 0
    return proposeDuplication(
      model,
      { copies, numbers: chance.pick(['none', 'drivers', 'all'] as const), totals },
      () => `${fresh} ${(made += 1)}`,
    )
  }),
  (model, chance) => {
    const removal = lineRemovalOf(model, several(model, chance))
    if (isProblem(removal)) return removal
    const deed = proposeLineRemoval(model, removal, removal.canInline)
    return isProblem(deed) ? deed : { ...deed, keeps: removal.canInline }
  },
  onLine((model, line, chance) => proposeKind(model, line, chance.pick(['flow', 'balance', 'constant'] as const))),
]

/** Every value of every line there is in both models, in every scenario. */
const isMoved = (before: Model, after: Model): boolean => {
  const [one, other] = [calculate(before), calculate(after)]
  const known = new Set(allLines(after).map(({ id }) => id))
  return allLines(before)
    .filter(({ id, kind }) => known.has(id) && kind !== 'constant')
    .some(({ id }) =>
      before.scenarios.some((scenario) =>
        quartersOf(before.timeline).some(
          (quarter) => !Object.is(one.valueOf(scenario.id, id, quarter), other.valueOf(scenario.id, id, quarter)),
        ),
      ),
    )
}

test(
  `[LN14] on ${seeds} random models ${steps} changes of lines and sections keep the model sound, and are taken back`,
  () => {
    let done = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      const chance = new Chance(seed)
      const { model: first } = randomWorkbook(seed)
      let model = first
      const inverses: (readonly Edit[])[] = []
      for (let step = 0; step < steps; step += 1) {
        const isHarmless = chance.pick([true, true, false])
        const make = chance.pick(isHarmless ? harmless : others)
        const deed = make(model, chance, `x${seed}_${step}`)
        if (isProblem(deed) || deed.edits.length === 0) continue
        // A unit that no longer fits what the line is held against, or numbers grown too large, are refused as the edit is done.
        if (make === rescale && isProblem(applySoundly(model, deed.edits))) continue
        const applied = settled(applyReversibly(model, deed.edits))
        const fault = modelFault(applied.model)
        expect(fault, `seed ${seed}, step ${step}`).toBeNull()
        if ((isHarmless && step % 4 === 0) || deed.keeps === true)
          expect(isMoved(model, applied.model), `seed ${seed}, step ${step}`).toBe(false)
        model = applied.model
        inverses.push(applied.inverse)
        done += 1
      }
      for (const inverse of inverses.reverse()) model = settled(applyEdits(model, inverse))
      expect(textOf(model)).toBe(textOf(first))
    }
    expect(done).toBeGreaterThan(seeds * 5)
  },
  testLimitMs,
)
