// What of a chart lies nearest to the pointer, and where the arrow keys lead.

import type { Layout, Place } from '../chart/courseChart.ts'

const least = (distances: readonly number[]): number | null => {
  let best: number | null = null
  for (const [at, distance] of distances.entries())
    if (!Number.isNaN(distance) && (best === null || distance < (distances[best] ?? Infinity))) best = at
  return best
}

export const nearestTime = ({ middles }: Layout, x: number): number | null =>
  least(middles.map((middle) => Math.abs(middle - x)))

/** The series whose point at a time is nearest; a series without a value there has none. */
export const nearestPoint = ({ points }: Layout, time: number, place: Place): number | null =>
  least(
    points.map((series) => {
      const point = series[time]
      return point === undefined ? NaN : Math.hypot(point.x - place.x, point.y - place.y)
    }),
  )

type Standing = {
  /** The time read out now; null before any is. */
  readonly at: number | null
  /** Where the first step leads. */
  readonly from: number
  readonly last: number
  readonly on: number | null
  readonly mostSeries: number
}

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** Left and right go from time to time, up and down from series to series; null for other keys. */
export const stepOf = (
  key: string,
  { at, from, last, on, mostSeries }: Standing,
): { readonly at: number; readonly on: number | null } | null => {
  switch (key) {
    case 'ArrowLeft':
      return { at: at === null ? from : within(at - 1, last), on }
    case 'ArrowRight':
      return { at: at === null ? from : within(at + 1, last), on }
    case 'Home':
      return { at: 0, on }
    case 'End':
      return { at: last, on }
    case 'ArrowDown':
      return { at: at ?? from, on: on === null ? 0 : within(on + 1, mostSeries) }
    case 'ArrowUp':
      return { at: at ?? from, on: on === null ? mostSeries : within(on - 1, mostSeries) }
    default:
      return null
  }
}
