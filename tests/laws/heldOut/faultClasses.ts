// The classes of faults that the issue names, each with the ways it is made.

import { baseOf, type Model } from '#model/model.ts'
import type { LineItem } from '#model/lineItem.ts'
import { addQuarters } from '#model/quarter.ts'
import type { Chance } from '../../support/chance.ts'
import {
  cellFault,
  everywhere,
  formulaFault,
  overwritten,
  shifted,
  short,
  swapped,
  withLine,
  type Fault,
} from './faults.ts'

const text = ({ formula }: LineItem): string => formula ?? ''
const keyPattern = /(?<![a-z_0-9."])[a-z][a-z_0-9]*(?![a-z_0-9(])/g
const percents = (model: Model): readonly LineItem[] =>
  model.lines.filter((line) => line.unit.kind === 'percent' && line.kind === 'rate' && !line.driver)
const isMoney = (line: LineItem): boolean => line.unit.kind === 'currency'

const unitFault =
  (what: string, change: (line: LineItem) => Partial<LineItem> | null): Fault =>
  ({ model }, chance) => {
    const lines = model.lines.filter((line) => line.tolerance === null && !line.driver && change(line) !== null)
    if (lines.length === 0) return null
    const line = chance.pick(lines)
    return {
      model: withLine(model, line.id, change(line) ?? {}),
      line: line.id,
      quarters: [],
      what: `${line.key}: ${what}`,
    }
  }

/** A driver in a formula written out as the number it has in the first forecast, or in half of all cases another line. */
const writtenOut = (drivers: boolean): Fault =>
  formulaFault('written out', (line, results) => {
    const { model } = results
    const first = addQuarters(model.lastActual ?? model.timeline.first, 1)
    return model.lines
      .filter((other) => other.driver === drivers && other.id !== line.id)
      .flatMap((other) => {
        const value = results.valueOf(baseOf(model).id, other.id, first)
        if (Number.isNaN(value) || value === 0) return []
        return everywhere(text(line), new RegExp(`(?<![a-z_0-9])${other.key}(?![a-z_0-9\\[])`, 'g'), () => short(value))
      })
  })

const near = (chance: Chance): number => 1 + (chance.happens(0.5) ? 1 : -1) * (0.03 + 0.1 * chance.fraction())

export const faultClasses: Readonly<Record<string, readonly Fault[]>> = {
  'a wrong sign': [
    cellFault(true, 'sign', (value) => -value),
    cellFault(false, 'sign', (value) => -value),
    formulaFault('sign', (line) => everywhere(text(line), / [+-] /g, (found) => (found === ' + ' ? ' - ' : ' + '))),
    formulaFault('sign', (line) => everywhere(text(line), / [+-] /g, (found) => (found === ' + ' ? ' - ' : ' + '))),
  ],
  'a per cent summed': [
    formulaFault('ttm of a per cent', (line, { model }) =>
      percents(model).some(({ id }) => id === line.id) ? [`ttm(${text(line)})`] : [],
    ),
    formulaFault('two per cents added', (line, { model }) =>
      percents(model).includes(line)
        ? percents(model)
            .filter(({ id }) => id !== line.id)
            .map(({ key }) => `${text(line)} + ${key}`)
        : [],
    ),
    formulaFault('summed over quarters', (line, { model }) =>
      percents(model)
        .filter(({ id }) => id === line.id)
        .map(() => `sum((${text(line)})[-3:0])`),
    ),
    unitFault('a per cent as a flow', (line) =>
      line.unit.kind === 'percent' && line.kind === 'rate' ? { kind: 'flow' } : null,
    ),
    formulaFault('added, not grown by', (line) =>
      everywhere(text(line), / \* \(1 \+ /g, () => ' + (1 + ').concat(
        everywhere(text(line), / \* \(1 \+ [a-z_]+\)/g, (found) => ` + ${found.slice(8, -1)}`),
      ),
    ),
  ],
  'a hard-coded number': [
    writtenOut(true),
    writtenOut(false),
    formulaFault('a plug', (line) => (isMoney(line) ? [`${text(line)} + 25`, `${text(line)} - 40`] : [])),
    formulaFault('a factor', (line) => (isMoney(line) ? [`(${text(line)}) * 1.02`, `(${text(line)}) * 0.97`] : [])),
  ],
  'a shifted quarter': [
    shifted(true, 1),
    shifted(true, -1),
    swapped,
    formulaFault('lag', (line) =>
      everywhere(text(line), /\[-4\]/g, () => '[-3]').concat(everywhere(text(line), /\[-4\]/g, () => '[-5]')),
    ),
    formulaFault('lag', (line) => everywhere(text(line), /\[-1\]/g, () => '[-2]')),
    formulaFault('window', (line) =>
      everywhere(text(line), /\[-1:0\]|\[-4:-1\]/g, (found) => (found === '[-1:0]' ? '[-2:-1]' : '[-3:-1]')),
    ),
    formulaFault('a lag too much', (line) =>
      everywhere(
        text(line).replace(/ttm\(.*?\)/g, (found) => found),
        new RegExp(`${keyPattern.source}(?!\\[)`, 'g'),
        (found) => (['fiscal_quarter', 'ttm', 'yoy'].includes(found) ? found : `${found}[-1]`),
      ),
    ),
  ],
  'a unit mixed': [
    cellFault(true, 'a thousand times', (value) => value * 1000),
    cellFault(true, 'a thousandth', (value) => value / 1000),
    cellFault(true, 'in yuan', (value) => Number((value * 7.1).toPrecision(4)), isMoney),
    cellFault(
      false,
      'a hundred times',
      (value) => value * 100,
      (line) => line.unit.kind === 'percent',
    ),
    cellFault(
      false,
      'a hundredth',
      (value) => value / 100,
      (line) => line.unit.kind === 'percent',
    ),
    formulaFault('divided, not times', (line) =>
      everywhere(text(line), / [*/] (?=[a-z])/g, (found) => (found === ' * ' ? ' / ' : ' * ')),
    ),
    formulaFault('a thousand lost or added', (line) =>
      everywhere(text(line), / [*/] (4|91|100|1000)\b/g, () => '').concat(
        isMoney(line) ? [`(${text(line)}) / 1000`, `(${text(line)}) * 100`] : [],
      ),
    ),
    unitFault('another scale', ({ unit }) =>
      unit.kind === 'currency' && unit.scale !== '' ? { unit: { ...unit, scale: 'bn' } } : null,
    ),
    formulaFault('a rate added', (line, { model }) =>
      isMoney(line)
        ? percents(model)
            .slice(0, 3)
            .map(({ key }) => `${text(line)} + ${key}`)
        : [],
    ),
  ],
  'an overwritten formula': [
    overwritten('ahead', 1, near),
    overwritten('ahead', 3, () => 1),
    overwritten('bull', 1, near),
    overwritten('past', 1, near),
    overwritten('ahead', 1, () => 1.002),
  ],
}
