import { expect, test } from 'vitest'
import { largest, mean, median, smallest, standardDeviation, sum } from '#numeric/statistic.ts'

test('a sum adds in order', () => {
  expect(sum([0.1, 0.2, 0.3])).toBe(0.1 + 0.2 + 0.3)
  expect(sum([1e16, 1, -1e16])).toBe(0)
  expect(sum([-0])).toBe(-0)
})

test('mean, smallest, largest', () => {
  expect(mean([1, 2, 6])).toBe(3)
  expect(smallest([3, -1, 2])).toBe(-1)
  expect(largest([3, -1, 2])).toBe(3)
})

test('the median sorts numbers as numbers and leaves the list alone', () => {
  const values = [10, 9, 100]
  expect(median(values)).toBe(10)
  expect(values).toEqual([10, 9, 100])
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('the standard deviation is the sample’s', () => {
  expect(standardDeviation([1, 2, 3, 4])).toBeCloseTo(Math.sqrt(5 / 3), 15)
  expect(standardDeviation([1e9, 1e9 + 1, 1e9 + 2])).toBe(1)
  expect(standardDeviation([5])).toBeNaN()
})
