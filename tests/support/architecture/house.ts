/** The house's limits on any file: how long it may be, and which words may not name it. */
import { basename } from 'node:path'
import type { SourceText } from './source.ts'

const mostLines = 250

/** Files that may be longer, each with its reason. */
const longFiles: ReadonlyMap<string, string> = new Map()

/** Words that say nothing about what a file holds (section 2 of the design, habit 1 of the house style). */
const emptyWords = new Set(
  'util utils helper helpers type types common manager managers service services handler handlers data info process context'.split(
    ' ',
  ),
)

export function longFileViolations(texts: readonly SourceText[], allowed = longFiles): string[] {
  return texts.flatMap(({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    return lines > mostLines && !allowed.has(path) ? [`${path} has ${lines} lines; ${mostLines} is the most.`] : []
  })
}

export function nameViolations(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const [name = ''] = basename(path).split('.')
    if (name === 'serviceWorker') return [] // the platform's name for it
    const empty = words(name).find((word) => emptyWords.has(word))
    return empty === undefined ? [] : [`${path} is named by the word "${empty}", which says nothing about it.`]
  })
}

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}
