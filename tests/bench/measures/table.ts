// The findings as a table of text, and as the list that `--json` writes.

import { targetOf, type Finding } from './finding.ts'

/** Three digits that count: 1,234 · 56.7 · 0.89. */
export const shortNumber = (number: number): string =>
  number >= 100 ? Math.round(number).toLocaleString('en') : number.toFixed(number >= 10 ? 1 : number >= 0.1 ? 2 : 3)

const quantity = ({ measure }: Finding, amount: number): string => {
  if (measure.startsWith('memory')) return `${shortNumber(amount / 2 ** 20)} MB`
  if (measure === 'time per cell') return `${shortNumber(amount * 1e6)} ns`
  if (amount >= 1000) return `${shortNumber(amount / 1000)} s`
  return amount >= 1 ? `${shortNumber(amount)} ms` : `${shortNumber(amount * 1000)} µs`
}

const isReached = (finding: Finding): boolean | null => {
  const target = targetOf(finding)
  return target === null || 'skipped' in finding ? null : finding.ratio >= target
}

/** The other columns are numbers, and stand to the right. */
const isText = (column: number): boolean => column < 3 || column === 7

const heads = ['measure', 'model', 'peer', 'ratio', 'low', 'high', 'must reach', '', 'Paceline', 'peer']

const row = (finding: Finding): readonly string[] => {
  const { measure, model, peer } = finding
  const target = targetOf(finding)
  const asked = target === null ? '–' : shortNumber(target)
  if ('skipped' in finding) return [measure, model, peer, '–', '–', '–', asked, 'not measured', '', '']
  const { ratio, low, high, ours, theirs } = finding
  const word = { true: 'reached', false: 'MISSED', null: '' }[`${isReached(finding)}`]
  return [
    ...[measure, model, peer, shortNumber(ratio), shortNumber(low), shortNumber(high), asked, word],
    ...[quantity(finding, ours), quantity(finding, theirs)],
  ]
}

/** A table in Markdown, its columns aligned so that it reads as text too. */
export const markdownTable = (
  rows: readonly (readonly string[])[],
  isLeft: (column: number) => boolean = isText,
): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const padded = (cell: string, column: number): string =>
    isLeft(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  const line = (cells: readonly string[]): string => `| ${cells.map(padded).join(' | ')} |`
  const rule = line(
    widths.map((width, column) => '-'.repeat(isLeft(column) ? width : width - 1) + (isLeft(column) ? '' : ':')),
  )
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join('\n')
}

export const tableOf = (findings: readonly Finding[]): string => markdownTable([heads, ...findings.map(row)])

const missedCount = (findings: readonly Finding[]): number =>
  findings.filter((finding) => isReached(finding) === false).length

const list = new Intl.ListFormat('en')

/** Why some were not measured, a sentence each; and how many targets were missed. */
export const remarksOn = (findings: readonly Finding[]): string => {
  const left = new Map<string, string[]>()
  for (const finding of findings)
    if ('skipped' in finding)
      left.set(finding.skipped, [...(left.get(finding.skipped) ?? []), `${finding.peer} on ${finding.model}`])
  const reasons = [...left].map(([reason, what]) => `Not measured (${reason}): ${list.format(what)}.`)
  return [...reasons, `${missedCount(findings)} of the targets missed.`].join('\n')
}

export const jsonOf = (findings: readonly Finding[]): string => {
  const list = findings.flatMap((finding) => {
    if ('skipped' in finding) return []
    const { measure, model, peer, ratio, low, high } = finding
    return [{ measure, model, peer, ratio, low, high }]
  })
  return `${JSON.stringify(list, null, 2)}\n`
}
