// Laws of other timelines: whatever ends are asked for, one after the other, on random models, the model stays sound, loses
// what it was told to lose and nothing else, undo leads back to the letter, and what follows edits equals what starts anew.

import { expect, test } from 'vitest'
import { calculate } from '#engine/calculate.ts'
import { applyEdits } from '#model/edit.ts'
import { applyReversibly } from '#model/inverse.ts'
import type { Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { addQuarters, type Quarter } from '#model/quarter.ts'
import { modelFault } from '#model/soundness.ts'
import { contains, type Timeline } from '#model/timeline.ts'
import { losesAnything, timelineChange } from '#session/time/timelineChange.ts'
import { timelineDeed } from '#session/time/timelineWords.ts'
import { settled, textOf } from '../model/sample.ts'
import { Chance } from '../support/chance.ts'
import { differenceIn } from './bits.ts'
import { randomModel } from './random/randomModel.ts'

const seeds = 150
const steps = 6
const testLimitMs = 120_000

const someTimeline = ({ timeline }: Model, chance: Chance): Timeline => ({
  first: addQuarters(timeline.first, chance.between(-5, 5)),
  last: addQuarters(timeline.last, chance.between(-5, 5)),
})

/** Everything typed in the quarters that pass, as text: scenario, quarter, line and what stands there. */
const typedIn = (model: Model, isIn: (quarter: Quarter) => boolean): readonly string[] =>
  [...model.rows]
    .flatMap(([scenario, quarters]) =>
      [...quarters].flatMap(([quarter, { entries, notes }]) =>
        isIn(quarter)
          ? [
              ...[...entries].map(([line, entry]) => `${scenario} ${quarter} ${line} ${entry}`),
              ...[...notes].map(([line, note]) => `${scenario} ${quarter} ${line} ${JSON.stringify(note)}`),
            ]
          : [],
      ),
    )
    .sort()

test(`[QT10] seeds 0 to ${seeds - 1}, ${steps} timelines each`, { timeout: testLimitMs }, () => {
  let [cuts, refusals, losses] = [0, 0, 0]
  for (let seed = 0; seed < seeds; seed += 1) {
    const chance = new Chance(seed)
    let model = randomModel(seed)
    let results = calculate(model)
    for (let step = 0; step < steps; step += 1) {
      const where = `seed ${seed}, step ${step}`
      const timeline = someTimeline(model, chance)
      const change = timelineChange(model, timeline)
      if (change === null || isProblem(change)) {
        if (change !== null) refusals += 1
        continue
      }
      if (change.atStart < 0 || change.atEnd < 0) cuts += 1
      if (losesAnything(change)) losses += 1
      const outside = typedIn(model, (quarter) => !contains(timeline, quarter))
      const told = change.loss.typed.reduce((sum, { numbers, releases }) => sum + numbers + releases, 0)
      const entries = outside.filter((each) => !each.includes('{')).length
      expect(told, where).toBe(entries)

      const done = settled(applyReversibly(model, timelineDeed(model, change).edits))
      expect(modelFault(done.model), where).toBeNull()
      expect(done.model.timeline, where).toEqual(timeline)
      expect(
        typedIn(done.model, () => true),
        where,
      ).toEqual(typedIn(model, (quarter) => contains(timeline, quarter)))
      expect(textOf(settled(applyEdits(done.model, done.inverse))), where).toBe(textOf(model))

      results = calculate(done.model, results)
      expect(differenceIn(calculate(done.model), results), where).toBeNull()
      model = done.model
    }
  }
  // The laws were put to the test.
  expect(Math.min(cuts, refusals, losses)).toBeGreaterThan(seeds / 2)
})
