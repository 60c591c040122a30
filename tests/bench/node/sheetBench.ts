// `npm run bench -- --sheet`: the built app and the bare grid in Chromium, measured in turns.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { preview, type PreviewServer } from 'vite'
import { findBrowser } from '../../support/browser.ts'
import { recorded } from '../measures/record.ts'
import { findingsOf, missedSentence, sheetJson, sheetTable, type Sample, type SheetRound } from '../sheet/finding.ts'
import { openScene, sampleOf, type Addresses, type Scene } from '../sheet/stage.ts'
import { exampleSubject, largeSubject } from '../sheet/subject.ts'
import { machine, type Wishes } from './bench.ts'

/** Where the app and the bare grid were built to. */
export type SheetFolders = { readonly root: string; readonly app: string; readonly bare: string }

const roundsFor = (quick: boolean) => (quick ? { warmUp: 1, counted: 4 } : { warmUp: 2, counted: 15 })

/** Both sides of both models, and the other way round in every second round, so that what else runs falls on all. */
const roundOf = async (scenes: Readonly<Record<'example' | 'large', Scene>>, turn: number): Promise<SheetRound> => {
  const { example, large } = scenes
  const sides = [example.ours, example.bare, large.bare, large.ours]
  const samples = new Map<object, Sample>()
  for (const side of turn % 2 === 0 ? sides : sides.reverse()) samples.set(side, await sampleOf(side, turn))
  const sample = (side: object): Sample => {
    const found = samples.get(side)
    if (found === undefined) throw new Error('A side was left out of the round.')
    return found
  }
  const both = ({ ours, bare }: Scene) => ({ ours: sample(ours), bare: sample(bare) })
  return { example: both(example), large: both(large) }
}

const count = (number: number): string => number.toLocaleString('en')

/** How large the models are, and what one edit touched of each. */
const countsSentences = ({ example, large }: Readonly<Record<'example' | 'large', Scene>>): readonly string[] => [
  `The sheet has ${count(example.counts.grid)} cells on the example and ${count(large.counts.grid)} on the large model, ${(large.counts.grid / example.counts.grid).toFixed(1)} times as many.`,
  `A large drag selects ${count(example.counts.dragged)} cells and ${count(large.counts.dragged)}, a small one ten or eleven.`,
  ...[example, large].map(
    ({ subject, counts: { touched, changed } }) =>
      `Of the cells drawn, an edit changed the text of ${changed} on the ${subject} and touched ${touched}.`,
  ),
]

const measured = async (addresses: Addresses, { root }: SheetFolders, wishes: Wishes): Promise<number> => {
  const { executablePath, args, env } = findBrowser()
  const browser = await chromium.launch({ executablePath, args, env })
  try {
    const surroundings = [...machine(), `Chromium ${browser.version()}`]
    console.log(surroundings.join('\n'))
    const example = await openScene(browser, exampleSubject(join(root, 'public/examples/alibaba.json')), addresses)
    const large = await openScene(browser, largeSubject(), addresses)
    const scenes = { example, large }
    const counts = countsSentences(scenes)
    console.log(`\n${counts.join('\n')}\n`)
    const { warmUp, counted } = roundsFor(wishes.quick)
    const rounds: SheetRound[] = []
    for (let turn = 0; turn < warmUp + counted; turn += 1) {
      const round = await roundOf(scenes, turn)
      if (turn >= warmUp) rounds.push(round)
      console.log(`round ${turn + 1} of ${warmUp + counted}${turn < warmUp ? ', to warm up' : ''}`)
    }
    const findings = findingsOf(rounds)
    const told = [sheetTable(findings), [...counts, missedSentence(findings)].join(' ')]
    console.log(`\n${told.join('\n\n')}`)
    if (wishes.json !== null) writeFileSync(wishes.json, sheetJson(findings))
    if (wishes.record !== null) {
      const document = readFileSync(wishes.record, 'utf8')
      writeFileSync(wishes.record, recorded(document, 'the sheet', [surroundings.join(' · '), ...told]))
    }
    const repainted = [example, large].filter(({ counts: { isExact } }) => !isExact)
    for (const { subject } of repainted)
      console.error(`On the ${subject} an edit touches cells that it does not change.`)
    return repainted.length === 0 ? 0 : 1
  } finally {
    await browser.close()
  }
}

/** Gives the code to exit with: 1 where the sheet shows a wrong answer, or touches cells it need not. */
export const sheetBench = async (folders: SheetFolders, wishes: Wishes): Promise<number> => {
  const serve = (outDir: string): Promise<PreviewServer> =>
    preview({ configFile: false, root: folders.root, build: { outDir }, preview: { port: 0 } })
  const [app, bare] = await Promise.all([serve(folders.app), serve(folders.bare)])
  const addressOf = ({ resolvedUrls }: PreviewServer): string => resolvedUrls?.local[0] ?? ''
  try {
    return await measured({ app: addressOf(app), bare: addressOf(bare) }, folders, wishes)
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : String(fault))
    return 1
  } finally {
    await app.close()
    await bare.close()
  }
}
