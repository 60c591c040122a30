// docs/formulas.md, written from the guide and the function table.

import { format } from 'prettier'
import {
  exampleNumber,
  exampleQuarter,
  signatureOf,
  unitSentence,
  type Column,
  type Example,
  type FunctionEntry,
} from '#formula/function.ts'
import { functionTable } from '#formula/functionTable.ts'
import { topics, type Topic } from '#formula/guide.ts'
import { groupTitles, otherSpelling } from '#formula/help.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const columnRow = (name: string, column: Column): string =>
  row([name, ...column.map((value) => (value === null ? '' : exampleNumber(value)))])

const topicText = ({ title, paragraphs, samples }: Topic): readonly string[] => [
  `## ${title}`,
  ...paragraphs,
  samples
    .map(({ formula, means }) => {
      const same = otherSpelling(formula)
      return `- \`${formula}\`: ${means}${same === null ? '' : `; the same as \`${same}\``}.`
    })
    .join('\n'),
]

const exampleText = ({ formula, given, gives, how }: Example): string =>
  [
    row(['', ...gives.map((_, at) => exampleQuarter(at))]),
    row(['---', ...gives.map(() => '--:')]),
    ...Object.entries(given).map(([key, column]) => columnRow(key, column)),
    columnRow(`\`${formula}\``, gives),
    '',
    `By hand: ${how}.`.replace('n.m..', 'n.m.'),
  ].join('\n')

const functionText = (entry: FunctionEntry): readonly string[] => [
  `### \`${signatureOf(entry)}\``,
  entry.sentence,
  `Unit: ${unitSentence(entry)}.`,
  ...entry.examples.map(exampleText),
]

/** The whole page as Markdown, formatted as the rest of the project is. */
export const formulasPage = async (): Promise<string> => {
  const groups = ['aggregate', 'time', 'number', 'logic'] as const
  const page = [
    '# Formulas',
    'The language of a line’s formula, and all its functions. This page is written from `src/formula/guide.ts` and the function table by `tests/formula/formulasPage.test.ts`; the same is shown by Functions in the formula bar.',
    ...topics.flatMap(topicText),
    '# Functions',
    'An example’s quarters begin with the fiscal year; an empty cell has no value.',
    ...groups.flatMap((group) => [
      `## ${groupTitles[group]}`,
      ...functionTable.filter((entry) => entry.group === group).flatMap(functionText),
    ]),
  ]
  return format(page.join('\n\n'), { parser: 'markdown', printWidth: 120 })
}
