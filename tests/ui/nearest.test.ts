import { expect, test } from 'vitest'
import { nearestPoint, nearestTime, stepOf } from '#ui/charts/nearest.ts'

const layout = {
  ...{ top: 0, bottom: 100, middles: [10, 30, 50] },
  points: [[10, 30, 50].map((x) => ({ x, y: 20 })), [10, 30, 50].map((x, at) => ({ x, y: at === 1 ? NaN : 80 }))],
}

test('[U5] the pointer is at the nearest time, and at the nearest series that has a value there', () => {
  expect([0, 19, 21, 400].map((x) => nearestTime(layout, x))).toEqual([0, 0, 1, 2])
  expect(nearestPoint(layout, 0, { x: 10, y: 70 })).toBe(1)
  expect(nearestPoint(layout, 1, { x: 30, y: 70 })).toBe(0)
  expect(nearestTime({ ...layout, middles: [] }, 5)).toBeNull()
  expect(nearestPoint({ ...layout, points: [] }, 0, { x: 0, y: 0 })).toBeNull()
})

test('[U5] the first arrow leads to the last actual, and the arrows end at either end', () => {
  const start = { at: null, from: 5, last: 9, on: null, mostSeries: 2 }
  const step = (key: string, change: Partial<typeof start> | { at: number; on?: number | null } = {}) => {
    const next = stepOf(key, { ...start, ...change })
    return next === null ? null : [next.at, next.on]
  }
  expect([step('ArrowRight'), step('ArrowLeft')]).toEqual([
    [5, null],
    [5, null],
  ])
  expect([step('ArrowRight', { at: 9 }), step('ArrowLeft', { at: 0 })]).toEqual([
    [9, null],
    [0, null],
  ])
  expect([step('Home', { at: 4 }), step('End', { at: 4 })]).toEqual([
    [0, null],
    [9, null],
  ])
  expect([step('ArrowDown', { at: 4 }), step('ArrowDown', { at: 4, on: 2 }), step('ArrowUp', { at: 4 })]).toEqual([
    [4, 0],
    [4, 2],
    [4, 2],
  ])
  expect(step('a')).toBeNull()
})
