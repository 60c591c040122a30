// The legend of a chart of the model: a key for each series, and how forecast is drawn.

import type { ChartCourse, ChartSeries } from '#session/chartCourse.ts'
import type { LegendKey } from '../chart/legend.ts'

export const keyOf = ({ name, colour, form, shape }: ChartSeries): LegendKey => ({
  name,
  colour,
  mark: form === 'column' ? 'box' : 'solid',
  shape,
})

export const keysOf = ({ series, lastActual, labels }: ChartCourse): readonly LegendKey[] => {
  const hasForecast = lastActual < labels.length - 1
  const forms = new Set(series.map(({ form }) => form))
  return [
    ...series.map(keyOf),
    ...(hasForecast && forms.has('line') ? [{ name: 'forecast', colour: 'muted', mark: 'dashed' } as const] : []),
    ...(hasForecast && forms.has('column')
      ? [{ name: 'forecast column', colour: 'muted', mark: 'hatched' } as const]
      : []),
  ]
}
