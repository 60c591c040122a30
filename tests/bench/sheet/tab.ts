// A Tab is one page with a sheet of AG Grid in it, the app's or the bare one, and the gestures that are measured on it: the
// same real keys and pointer moves in both.

import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import type { SubjectName } from './subject.ts'
import type { Awaited, Taken, Touched } from './meter.ts'

/** Milliseconds in which a sheet has kept what was typed and its cells no longer flash. */
const afterwards = 1000

export type Point = { readonly x: number; readonly y: number }

/** Two cells side by side between which the pointer moves, and what is awaited on either. */
export type Step = { readonly at: Point; readonly awaited: Awaited }

export class Tab {
  readonly page: Page
  readonly subject: SubjectName
  readonly #protocol: CDPSession

  constructor(page: Page, subject: SubjectName, protocol: CDPSession) {
    this.page = page
    this.subject = subject
    this.#protocol = protocol
  }

  static async open(context: BrowserContext, subject: SubjectName, address: string): Promise<Tab> {
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForSelector('.ag-row .ag-cell')
    const protocol = await context.newCDPSession(page)
    await protocol.send('Performance.enable')
    return new Tab(page, subject, protocol)
  }

  /** All the work the page's main thread has done, in milliseconds. */
  async #work(): Promise<number> {
    const { metrics } = await this.#protocol.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
  }

  rest(): Promise<void> {
    return this.page.evaluate(() => meter.rest())
  }

  async pointAt(cell: string): Promise<Point> {
    const box = await this.page.locator(cell).boundingBox()
    if (box === null) throw new Error(`${cell} is not on screen.`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** Goes to a cell and types a text into it, all but the Enter that ends the edit. */
  async #begin(cell: string, text: string): Promise<void> {
    const { x, y } = await this.pointAt(cell)
    await this.page.mouse.click(x, y)
    await this.page.keyboard.type(text)
    await this.rest()
  }

  /** The time of an edit to the painted frame, and the work of it until all has come to rest, in milliseconds. */
  async edit(cell: string, text: string, awaited: Awaited): Promise<Taken> {
    await this.#begin(cell, text)
    await this.page.evaluate((each) => meter.arm('keydown', each), awaited)
    const before = await this.#work()
    await this.page.keyboard.press('Enter')
    const { time } = await this.page.evaluate(() => meter.answer())
    // Nothing is asked of the page meanwhile: answering would be work too.
    await setTimeout(afterwards)
    const work = (await this.#work()) - before
    await this.rest()
    return { time, work }
  }

  /** What of the sheet one edit touched. */
  async touchedBy(cell: string, text: string, awaited: Awaited): Promise<Touched> {
    await this.#begin(cell, text)
    await this.page.evaluate((each) => {
      meter.watch()
      meter.arm('keydown', each)
    }, awaited)
    await this.page.keyboard.press('Enter')
    await this.page.evaluate(() => meter.answer())
    await this.rest()
    return this.page.evaluate(() => meter.touched())
  }

  /** The work of pointer moves to and fro between two cells, the button held. */
  async moves(steps: readonly [Step, Step], count: number): Promise<readonly number[]> {
    const works: number[] = []
    for (let at = 0; at < count; at += 1) {
      const step = steps[at % 2 === 0 ? 0 : 1]
      await this.page.evaluate((each) => meter.arm('mousemove', each), step.awaited)
      await this.page.mouse.move(step.at.x, step.at.y)
      const { work } = await this.page.evaluate(() => meter.answer())
      works.push(work)
    }
    return works
  }

  /** The time of a scroll by one screen, down from where the sheet is and up again, on average. */
  async scroll(): Promise<number> {
    const times: number[] = []
    for (const sign of [1, -1]) {
      times.push(
        await this.page.evaluate((way) => {
          const height = document.querySelector('.ag-grid-viewport')?.clientHeight ?? NaN
          const head = document.querySelector('.ag-header')?.clientHeight ?? NaN
          return meter.scroll(way * (height - head))
        }, sign),
      )
      const holes = await this.page.evaluate(() => meter.holes())
      if (holes > 0) throw new Error(`After scrolling by a screen ${holes} places of the sheet are empty.`)
    }
    return times.reduce((sum, time) => sum + time, 0) / times.length
  }

  emptyFrame(): Promise<number> {
    return this.page.evaluate(() => meter.emptyFrame())
  }
}
