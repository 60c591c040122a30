import { expect, test } from 'vitest'
import { toDocument } from '#model/document.ts'
import { snapshotsIn } from '#model/snapshot.ts'
import { sample } from './sample.ts'

const at = '2026-01-31T15:40:00.000Z'
const document = toDocument(sample(), at)

test('[Z8] each snapshot is read by itself: what is damaged is left out by name', () => {
  const whole = { id: 'x', name: 'Q3 as sent', at, kind: 'before restore', document }
  const found = snapshotsIn({
    snapshots: [
      whole,
      { name: 'By hand', at: '2026-01-31T15:40Z', document },
      { ...whole, name: 'Newer', document: { ...document, version: 99 } },
      { ...whole, name: 'Undated', at: 'yesterday' },
      { ...whole, name: 7 },
      null,
      { ...whole, name: 'Unsound', document: { ...document, timeline: { first: '2025-06', last: '2024-06' } } },
    ],
  })
  expect(found.snapshots).toEqual([
    { name: 'Q3 as sent', at, kind: 'before restore', document },
    {
      ...{ name: 'By hand', at: '2026-01-31T15:40Z', kind: 'named' },
      document: { ...document, savedAt: '2026-01-31T15:40Z' },
    },
  ])
  expect(found.leftOut).toEqual(['“Newer”', '“Undated”', 'number 5', 'number 6', '“Unsound”'])
})

test.each([[null], [{}], [{ snapshots: 5 }], ['text']])('[Z8] there are none in %j', (value) => {
  expect(snapshotsIn(value)).toEqual({ snapshots: [], leftOut: [] })
})
