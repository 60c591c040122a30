// Edits that stand in journals of an earlier Paceline.

import { expect, test } from 'vitest'
import { wholeEdits } from '#model/earlierEdit.ts'
import type { Edit } from '#model/edit.ts'
import { applySoundly } from '#model/soundness.ts'
import { commitment, line, sample, settled } from './sample.ts'

const without = (item: object, name: string): object =>
  Object.fromEntries(Object.entries(item).filter(([each]) => each !== name))

test('[K8] a line and a commitment that an earlier Paceline put into the journal come in whole', () => {
  const { reading, otherReadings, ...rest } = commitment({ id: 'second', key: 'second' })
  const earlier = [
    { kind: 'insert line', line: without(line('orders'), 'expected'), at: 0 },
    {
      kind: 'insert commitment',
      commitment: {
        ...rest,
        reading: without(reading, 'delay'),
        otherReadings: otherReadings.map((each) => without(each, 'delay')),
      },
      at: 0,
    },
  ] as unknown as readonly Edit[]
  const model = settled(applySoundly(sample(), wholeEdits(earlier)))
  expect(model.lines.find(({ key }) => key === 'orders')?.expected).toBeNull()
  expect(model.commitments[0]?.reading.delay).toBe(0)
  expect(model.commitments[0]?.otherReadings[0]?.delay).toBe(0)
})
