// The Stage is what the gestures are measured on: for each model the app's sheet, opened as a user opens it, and a bare grid of
// the same size, scrolled to the same place, whose edit moves as many cells as ours moves on screen.

import type { Browser } from '@playwright/test'
import { placeOf, type Layout } from '#session/layout.ts'
import { beginFocus, beginLarge, beginSmall, end, scrolledTo, scrollTo, type Drag } from './drag.ts'
import type { Sample } from './finding.ts'
import { installMeter, type Awaited } from './meter.ts'
import { cellSelector, type Subject, type SubjectName } from './subject.ts'
import { Tab } from './tab.ts'

type Scrolled = { readonly left: number; readonly top: number }

/** What a gesture's text must come to, and where it is typed. */
type Typing = {
  readonly cell: string
  readonly typed: readonly [string, string]
  readonly awaited: (text: string) => Awaited
}

export type Side = {
  readonly tab: Tab
  readonly typing: Typing
  readonly from: Scrolled
  readonly drags: Readonly<Record<'drag, small' | 'drag, large', () => Promise<Drag>>>
}

/** How many cells: in the grid, touched and changed by an edit, and selected in a large drag. */
type Counts = {
  readonly grid: number
  readonly touched: number
  readonly changed: number
  /** Whether the cells touched are just those whose text changed. */
  readonly isExact: boolean
  readonly dragged: number
}

export type Scene = {
  readonly subject: SubjectName
  readonly ours: Side
  readonly bare: Side
  readonly counts: Counts
}

export type Addresses = { readonly app: string; readonly bare: string }

/** The selection dragged over where a model has so many. */
const manyCells = 20_000

const viewport = { width: 1440, height: 900 }

const newTab = async (browser: Browser, subject: SubjectName, address: string): Promise<Tab> => {
  // A context each: a store each, and a process.
  const context = await browser.newContext({ viewport })
  await context.addInitScript(installMeter)
  return Tab.open(context, subject, address)
}

const openApp = async (browser: Browser, subject: Subject, address: string): Promise<Side> => {
  const tab = await newTab(browser, subject.name, address)
  const { file, cell, typed, awaited, layout } = subject
  await tab.rest()
  if (file !== null)
    await tab.page
      .getByLabel('Model file')
      .setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await tab.page.waitForSelector(cell)
  await tab.rest()
  return {
    tab,
    typing: {
      cell,
      typed: [typed[0].text, typed[1].text],
      awaited: (text) => awaited(typed[0].text === text ? typed[0] : typed[1]),
    },
    from: await scrolledTo(tab),
    drags: { 'drag, small': () => beginSmall(tab), 'drag, large': () => beginLarge(tab, layout, manyCells) },
  }
}

const pixelsOf = ({ page }: Tab): Promise<{ readonly width: number; readonly height: number }> =>
  page.evaluate(() => {
    const { width, height } = document.querySelector('.ag-root-wrapper')?.getBoundingClientRect() ?? new DOMRect()
    return { width, height }
  })

/** Rows, and columns beside the three that stay left: the constants' is one of those. */
const sizeOf = ({ lines, times }: Layout) => ({ rows: lines.length, columns: times.length - 1 })

/** The place of a cell named as the meter names it: its row, and its column beside those that stay left. */
const barePlace = (layout: Layout, name: string): BarePlace => {
  const [line = '', column = ''] = name.split(' ')
  const place = placeOf(layout, { line, column: column })
  if (place === null || place.time === 0) throw new Error(`${name} is no quarter of the sheet.`)
  return [place.line, place.time - 1]
}

type BarePlace = readonly [row: number, column: number]

type BareOptions = {
  readonly browser: Browser
  readonly address: string
  readonly ours: Side
  readonly layout: Layout
  readonly edited: BarePlace
  readonly moving: readonly BarePlace[]
}

const openBare = async ({ browser, address, ours, layout, edited, moving }: BareOptions): Promise<Side> => {
  const size = { ...sizeOf(layout), ...(await pixelsOf(ours.tab)) }
  const asked = new URLSearchParams(Object.entries(size).map(([name, value]) => [name, String(value)]))
  const tab = await newTab(browser, ours.tab.subject, `${address}?${asked.toString()}`)
  await tab.page.evaluate((cells) => (globalThis.moving = cells), moving)
  await scrollTo(tab, ours.from.left, ours.from.top)
  const cell = cellSelector(String(edited[0]), `c${edited[1]}`)
  const drag = (): Promise<Drag> => beginFocus(tab)
  return {
    tab,
    typing: { cell, typed: ['0.25', '0.75'], awaited: (text) => ({ kind: 'texts', cells: [{ cell, text }] }) },
    from: ours.from,
    drags: { 'drag, small': drag, 'drag, large': drag },
  }
}

const touchedBy = ({ tab, typing: { cell, typed, awaited } }: Side) => tab.touchedBy(cell, typed[0], awaited(typed[0]))

/** Opens a model on both sides, and counts what an edit of it touches. */
export const openScene = async (browser: Browser, subject: Subject, addresses: Addresses): Promise<Scene> => {
  const ours = await openApp(browser, subject, addresses.app)
  const { tab, typing } = ours
  await tab.edit(typing.cell, typing.typed[1], typing.awaited(typing.typed[1]))
  const { touched, changed } = await touchedBy(ours)
  const { layout, cellName } = subject
  const bare = await openBare({
    ...{ browser, address: addresses.bare, ours, layout },
    edited: barePlace(layout, cellName),
    moving: changed.filter((name) => name !== cellName).map((name) => barePlace(layout, name)),
  })
  const moved = (await touchedBy(bare)).changed.length
  if (moved !== changed.length)
    throw new Error(`An edit changes ${changed.length} cells of our sheet and ${moved} of the bare grid.`)
  const { rows, columns } = sizeOf(layout)
  const { cells } = await beginLarge(tab, layout, manyCells)
  await end(tab, ours.from)
  const counts = {
    ...{ grid: rows * columns, dragged: cells, touched: touched.length, changed: changed.length },
    isExact: touched.join() === changed.join(),
  }
  return { subject: subject.name, ours, bare, counts }
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN

const times = async (count: number, take: () => Promise<number>): Promise<number> => {
  const taken: number[] = []
  for (let at = 0; at < count; at += 1) taken.push(await take())
  return median(taken)
}

/** Pointer moves of one drag, and empty frames, that a round takes the median of. */
const movesInRound = 12
const framesInRound = 5

/** Every gesture once on one side; `turn` decides which of the two numbers is typed. */
export const sampleOf = async ({ tab, typing, from, drags }: Side, turn: number): Promise<Sample> => {
  const text = typing.typed[turn % 2 === 0 ? 1 : 0]
  const { time, work } = await tab.edit(typing.cell, text, typing.awaited(text))
  const dragged = async (begin: () => Promise<Drag>): Promise<number> => {
    const { steps } = await begin()
    const works = await tab.moves(steps, movesInRound)
    await end(tab, from)
    return median(works)
  }
  // From the top, where there is a whole screen below.
  await scrollTo(tab, from.left, 0)
  const scrolled = await times(2, () => tab.scroll())
  await scrollTo(tab, from.left, from.top)
  return {
    'edit to paint': time,
    'edit, all its work': work,
    'drag, small': await dragged(drags['drag, small']),
    'drag, large': await dragged(drags['drag, large']),
    'scroll by a screen': scrolled,
    frame: await times(framesInRound, () => tab.emptyFrame()),
  }
}
