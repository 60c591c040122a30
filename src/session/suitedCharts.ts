// The charts that suit a model before anyone has chosen some: what it reports with its growth, a flow with its last four
// quarters, shares of its first line, growth in every scenario, and what is reported against consensus.

import { lineApplying } from '#analysis/yearGrowth.ts'
import type { ChartChoice, ChartedLine } from '#model/chartChoice.ts'
import type { LineItem } from '#model/lineItem.ts'
import { allLines, type Model } from '#model/model.ts'

type Suited = Omit<ChartChoice, 'id'>

const [mostGrown, mostShares, mostExpected] = [2, 4, 2] as const

const recently = { kind: 'last', count: 8, withForecast: true } as const

const plain: Pick<Suited, 'kind' | 'pace' | 'range' | 'scenarios'> = {
  kind: 'line',
  pace: 'quarter',
  range: recently,
  scenarios: 'shown',
}

const charted = (lines: readonly LineItem[], hasGrowth = false): readonly ChartedLine[] =>
  lines.map(({ id }) => ({ line: id, hasGrowth }))

const isFlow = ({ kind, unit, tolerance }: LineItem): boolean =>
  kind === 'flow' && unit.kind === 'currency' && tolerance === null

/** Lines in per cent that are something over a line: `adjusted_ebita / revenue`. */
const sharesOf = (lines: readonly LineItem[], { key }: LineItem): readonly LineItem[] =>
  lines.filter(
    ({ unit, formula }) =>
      unit.kind === 'percent' && /^\w+\/(\w+)$/.exec((formula ?? '').replaceAll(/[\s=]/g, ''))?.[1] === key,
  )

const ifAny = (lines: readonly LineItem[], chart: (first: LineItem) => Suited): readonly Suited[] => {
  const [first] = lines
  return first === undefined ? [] : [chart(first)]
}

const chartsFor = (model: Model): readonly Suited[] => {
  const lines = allLines(model).filter(({ kind }) => kind !== 'constant')
  const flows = lines.filter(isFlow)
  const grown = flows.filter((line) => lineApplying(model, 'yoy', line) !== null).slice(0, mostGrown)
  const shares = grown
    .slice(0, 1)
    .flatMap((line) => sharesOf(lines, line))
    .slice(0, mostShares)
  const expected = flows.filter(({ expected: held }) => lines.some(({ id }) => id === held?.consensus))
  return [
    ...ifAny(grown, () => ({
      ...plain,
      name: `${grown.map(({ label }) => label).join(' and ')}, with growth`,
      kind: 'column',
      lines: charted(grown, true),
    })),
    ...ifAny(
      flows.filter((line) => lineApplying(model, 'ttm', line) !== null),
      (flow) => ({
        ...plain,
        name: `${flow.label} and its last four quarters`,
        lines: charted([flow, ...[lineApplying(model, 'ttm', flow)].filter((line) => line !== null)]),
      }),
    ),
    ...ifAny(shares, () => ({ ...plain, name: `Shares of ${grown[0]?.label ?? ''}`, lines: charted(shares) })),
    ...ifAny(grown.slice(-1), (line) => ({
      ...plain,
      name: `${line.label}: growth in every scenario`,
      lines: charted([lineApplying(model, 'yoy', line)].filter((each) => each !== null)),
      scenarios: 'all',
    })),
    ...expected.slice(0, mostExpected).map((line): Suited => ({
      ...plain,
      name: `${line.label} against consensus`,
      kind: 'column',
      range: { kind: 'last', count: 8, withForecast: false },
      lines: charted([line, ...lines.filter(({ id }) => id === line.expected?.consensus)]),
    })),
  ]
}

/** At least one, where any line can be drawn. */
export const suitedCharts = (model: Model): readonly ChartChoice[] => {
  const suited = chartsFor(model)
  const first = allLines(model).filter(({ kind }) => kind !== 'constant')
  const any =
    suited.length > 0 ? suited : ifAny(first, (line) => ({ ...plain, name: line.label, lines: charted([line]) }))
  return any.map((chart, at) => ({ id: `chart-${at + 1}`, ...chart }))
}
