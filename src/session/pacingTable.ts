// Pacing as a file: one row for each reading in every scenario, as of one quarter, with both projections.

import type { Completion, Pacing } from '#analysis/pacing.ts'
import { flatVerdictOf, verdictOf } from '#analysis/pacingWords.ts'
import type { Results } from '#engine/results.ts'
import type { Table } from '#exchange/csv.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { unitName } from '#model/unit.ts'
import { pacedReadings, type PacingChoice } from './pacingChoice.ts'

const fields = [
  ...['commitment', 'kind', 'reading', 'counts', 'scenario', 'unit', 'amount', 'plan'],
  ...['window_first', 'window_last', 'window_quarters', 'as_of', 'counted_is', 'elapsed_quarters'],
  ...['counted', 'planned', 'ahead', 'spi', 'earned_schedule', 'ahead_quarters', 'spi_t'],
  ...['required_a_quarter', 'mean_of_last_four', 'required_over_mean'],
  ...[
    'forecast_total',
    'forecast_shortfall',
    'forecast_completion',
    'forecast_quarter',
    'forecast_late',
    'forecast_verdict',
  ],
  ...['afterwards_by', 'afterwards_completion', 'afterwards_quarter', 'afterwards_late'],
  ...['flat_total', 'flat_shortfall', 'flat_completion', 'flat_quarter', 'flat_late', 'flat_verdict'],
]

/** Values at full precision in the commitment's own scale; no value is an empty field. */
export const pacingTable = (results: Results, choice: PacingChoice): Table => {
  const { model } = results
  const { commitment } = choice
  const name = (quarter: Parameters<typeof plainName>[0]): string => plainName(quarter, model.fiscalCalendar)
  const rows = model.scenarios.flatMap((scenario) =>
    pacedReadings(results, choice, scenario.id).map(({ reading, pacing }) => {
      const { window, forecast, flat } = pacing
      const completion = (each: Completion | null) => [
        each?.quarters ?? null,
        each === null ? '' : name(each.quarter),
        each === null ? null : each.quarters - window.quarters,
      ]
      /** When it is reached after the end, and by what: only where it is not reached before. */
      const afterwards = ({ afterwards: { by, completion: each } }: Pacing) =>
        forecast.completion === null ? [by, ...completion(each)] : ['', ...completion(null)]
      return [
        ...[commitment.name, commitment.kind, reading.name, reading.counts, scenario.name],
        ...[unitName(commitment.unit), pacing.amount, pacing.plan ?? ''],
        ...[name(window.first), name(window.last), window.quarters, name(pacing.asOf)],
        ...[pacing.isProjected ? 'projected' : 'counted', pacing.elapsed],
        ...[pacing.counted, pacing.planned, pacing.ahead, pacing.spi],
        ...[pacing.earned, pacing.aheadQuarters, pacing.spiT],
        ...[pacing.required, pacing.mean, pacing.requiredMultiple],
        ...[forecast.total, forecast.shortfall, ...completion(forecast.completion)],
        verdictOf(model, commitment, pacing).word,
        ...afterwards(pacing),
        ...[flat.total, flat.shortfall, ...completion(flat.completion)],
        flatVerdictOf(model, commitment, pacing).word,
      ]
    }),
  )
  return { fields, rows }
}
