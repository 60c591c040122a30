// Entering a release into the model, against the example: its own last quarter, entered from the data, gives its figures.

import { expect, test, vi } from 'vitest'
import { present } from '#base/assert.ts'
import { rowOf, type Model } from '#model/model.ts'
import { problem } from '#model/problem.ts'
import { command } from '#session/commands.ts'
import type { OpenModel } from '#session/openModel.svelte.ts'
import { freezeAndRoll } from '#session/rolling.ts'
import { releaseNow } from '#session/releaseNow.ts'
import { keepDraft } from '#session/releaseTyping.ts'
import { discardRelease, enterRelease } from '#session/releasing.ts'
import { example } from '../examples/alibaba.ts'
import { textOf } from '../model/sample.ts'
import { beforeTheNight, figuresOfTheNight, night, typeOn } from './releaseBench.ts'

const source = { source: 'Results announcement', address: 'example.com/q2.pdf' }

/** What management said of AI capex was new that night: its line is among all lines only. */
const typeAll = (open: OpenModel): void => {
  open.look({ release: { ...open.view.release, areAllShown: true } })
  for (const [line, text] of figuresOfTheNight) typeOn(open, line, text)
  keepDraft(open, { ...releaseNow(open).draft, ...source })
}

const enter = (open: OpenModel): Promise<boolean> => enterRelease(open, releaseNow(open))

/** The draft in, whatever is asked about it. */
const enterSurely = async (open: OpenModel): Promise<void> => {
  if (await enter(open)) return
  const question = present(open.gestures.question, 'a question')
  open.gestures.question = null
  question.confirm()
  await vi.waitFor(() => expect(releaseNow(open).isEntered).toBe(true))
}

const noteAt = (model: Model, line: string) => rowOf(model, 'base', night).notes.get(line)

test('[I4] the night of FY26 Q2, entered from the data, is the example: its figures, surprises and growth', async () => {
  const { open } = await beforeTheNight()
  typeAll(open)
  await enterSurely(open)
  const numbers = (model: Model) => Object.fromEntries([...rowOf(model, 'base', night).entries].sort())
  expect(numbers(open.model)).toEqual(numbers(example))
  expect(open.model).toMatchObject({ lastActual: night, timeline: { last: '2028-06' } })
  const percent = (line: string): string => (open.results.valueOf('base', line, night) * 100).toFixed(2)
  // example.md: YoY 4.77 %, cloud 34.495 %, surprises +2.12 % and +5.08 %
  expect(['revenue_yoy', 'cloud_yoy', 'revenue_surprise', 'cloud_surprise'].map(percent)).toEqual([
    '4.77',
    '34.50',
    '2.12',
    '5.08',
  ])
  expect(open.message?.sentence).toMatch(/^FY26 Q2 is in: 15 figures; it is the last actual now\. /)
})

test('[I4] it is one step of undo, to the letter, and the forecast is frozen as it was', async () => {
  const { open } = await beforeTheNight()
  const before = textOf(open.model)
  typeAll(open)
  expect(textOf(open.model)).toBe(before)
  await enterSurely(open)
  const [snapshot] = present(open.snapshots.list, 'the list')
  expect(snapshot).toMatchObject({ name: 'Before roll forward to FY26 Q2', kind: 'before roll forward' })
  const frozen = await open.snapshots.results(present(snapshot, 'a snapshot').id)
  if (!('model' in frozen)) throw new Error(frozen.sentence)
  expect(textOf(frozen.model)).toBe(before)
  await open.ledger.whenSaved()
  open.undo()
  await vi.waitFor(() => expect(textOf(open.model)).toBe(before))
})

test('[I6] a draft sleeps once it is entered; an undo wakes it, and it can be entered again', async () => {
  const { open } = await beforeTheNight()
  typeOn(open, 'revenue', '247795')
  await enterSurely(open)
  expect(releaseNow(open)).toMatchObject({ quarter: night, isEntered: true, draft: { texts: [] } })
  await open.ledger.whenSaved()
  open.undo()
  await vi.waitFor(() => expect(releaseNow(open).isEntered).toBe(false))
  expect(releaseNow(open)).toMatchObject({ quarter: night, rolls: true, draft: { texts: [{ text: '247795' }] } })
  await enterSurely(open)
  expect(open.results.valueOf('base', 'revenue', night)).toBe(247_795)
})

test('[I5] each figure carries the one source; a sum stands before it; what was expected carries its own', async () => {
  const { open } = await beforeTheNight()
  const poll = present(noteAt(open.model, 'consensus_revenue'), 'a note')
  typeOn(open, 'revenue', '247795')
  typeOn(open, 'capex', '=30000+1501')
  typeOn(open, 'consensus_cloud', '38bn')
  keepDraft(open, { ...releaseNow(open).draft, ...source, poll: 'LSEG' })
  await enterSurely(open)
  const read = 'https://example.com/q2.pdf'
  expect(noteAt(open.model, 'revenue')).toEqual({ text: 'Results announcement', source: read })
  expect(noteAt(open.model, 'capex')).toEqual({ text: '=30000+1501 · Results announcement', source: read })
  expect(open.results.valueOf('base', 'capex', night)).toBe(31_501)
  // The consensus typed ahead stays, with its note; the other was 37,900 and says so.
  expect(rowOf(open.model, 'base', night).entries.get('consensus_revenue')).toBe(242_650)
  expect(noteAt(open.model, 'consensus_revenue')).toEqual(poll)
  expect(noteAt(open.model, 'consensus_cloud')?.text).toMatch(/^LSEG · Typed over 37,900 RMB m\. It read: /)
  expect(rowOf(open.model, 'base', night).entries.get('consensus_cloud')).toBe(38_000)
})

test('[I5] without a source a figure has no note, and a note about the quarter stays behind the source of one that has', async () => {
  const { open } = await beforeTheNight()
  const note = { text: 'A strike', source: null }
  const about = (line: string) => ({ kind: 'note', scenario: 'base', quarter: night, line, note }) as const
  open.dispatch([about('revenue'), about('capex')], 'Notes')
  typeOn(open, 'revenue', '247795')
  typeOn(open, 'cloud_revenue', '39824')
  await enterSurely(open)
  expect([noteAt(open.model, 'revenue'), noteAt(open.model, 'cloud_revenue')]).toEqual([note, undefined])
  typeOn(open, 'capex', '31501')
  keepDraft(open, { ...releaseNow(open).draft, ...source })
  await enterSurely(open)
  expect(noteAt(open.model, 'capex')?.text).toBe('Results announcement · A strike')
})

test('[I4] where the forecast cannot be frozen, or the model changes meanwhile, model and draft are as they were', async () => {
  const { open } = await beforeTheNight()
  typeOn(open, 'revenue', '247795')
  const { model } = open
  const { release } = open.view
  const take = vi.spyOn(open.snapshots, 'take')
  take.mockResolvedValueOnce(problem('storage', { at: 'model' }, 'The disk is full.'))
  expect(await enter(open)).toBe(false)
  expect([open.model, open.view.release]).toEqual([model, release])
  expect(open.model).toBe(model)
  const entering = enter(open)
  open.dispatch([{ kind: 'enter', scenario: 'base', quarter: '2025-12', line: 'revenue', entry: 1 }], 'Revenue')
  expect(await entering).toBe(false)
  expect(open.model.lastActual).toBe('2025-06')
  expect(open.view.release).toBe(release)
  expect(open.message?.sentence).toBe(
    'The model changed while its forecast was being frozen, so FY26 Q2 is not entered: the draft is as it was. Enter it again.',
  )
})

test('[I4] a figure that cannot be read, an address that is none, and nothing at all are refused in a sentence', async () => {
  const { open } = await beforeTheNight()
  const { model } = open
  const said = async (): Promise<string | undefined> => {
    expect(await enter(open)).toBe(false)
    expect(open.model).toBe(model)
    return open.message?.sentence
  }
  expect(await said()).toBe('Nothing is typed for FY26 Q2 yet, so there is nothing to enter.')
  typeOn(open, 'revenue', 'abc')
  typeOn(open, 'capex', '5%')
  expect(await said()).toBe(
    'FY26 Q2 is not entered. Revenue: “abc” is not a number. Type a number such as 39,824 or 39.8bn. 1 other cannot be read either.',
  )
  typeOn(open, 'revenue', '247795')
  typeOn(open, 'capex', '')
  keepDraft(open, { ...releaseNow(open).draft, address: 'page 3' })
  expect(await said()).toMatch(/^FY26 Q2 is not entered\. The source’s address: “page 3” is no web address\./)
})

test('[I4] what looks like a slip is asked about once, before anything is entered', async () => {
  const { open } = await beforeTheNight()
  const { model } = open
  typeOn(open, 'revenue', '247.795')
  expect(await enter(open)).toBe(false)
  expect(open.gestures.question?.sentence).toMatch(
    /^Revenue FY26 Q2: 247\.795 RMB m is less than a hundredth of its neighbours, /,
  )
  expect(open.model).toBe(model)
})

test('[I7] [NS4] late figures of the last actual are asked about, go over what is there, say so, and roll nothing', async () => {
  const { open } = await beforeTheNight()
  typeAll(open)
  await enterSurely(open)
  const snapshots = present(open.snapshots.list, 'the list').length
  typeOn(open, 'revenue', '247800')
  expect(await enter(open)).toBe(false)
  expect(open.gestures.restating.asked?.restatements).toMatchObject([{ was: 247_795, is: 247_800 }])
  open.gestures.restating.restate('Recast')
  await vi.waitFor(() => expect(releaseNow(open).isEntered).toBe(true))
  expect(open.model).toMatchObject({ lastActual: night, timeline: { last: '2028-06' } })
  expect(open.snapshots.list).toHaveLength(snapshots)
  expect(noteAt(open.model, 'revenue')).toEqual({
    text: 'Results announcement · Typed over 247,795 RMB m. It read: Results announcement',
    source: 'https://example.com/q2.pdf',
    earlier: [{ value: 247_795, until: '2025-11-25T12:00:00.000Z', reason: 'Recast' }],
  })
  expect(open.message?.sentence).toMatch(/^1 figure of FY26 Q2 entered\. /)
})

test('[I7] a draft stays with its quarter where the last actual is rolled without it', async () => {
  const { open } = await beforeTheNight()
  typeOn(open, 'revenue', '247795')
  const stale = releaseNow(open)
  await freezeAndRoll(open)
  expect(releaseNow(open)).toMatchObject({ quarter: night, rolls: false, draft: { texts: [{ text: '247795' }] } })
  // What was on screen before the roll would roll again.
  expect(await enterRelease(open, stale)).toBe(false)
  expect(open.model.lastActual).toBe(night)
  expect(await enter(open)).toBe(true)
  expect(open.results.valueOf('base', 'revenue', night)).toBe(247_795)
})

test('[I6] discarding asks, leaves the model alone, and can be taken back', async () => {
  const { open, workbench } = await beforeTheNight()
  const { model } = open
  expect(command('release.discard').canRun?.(workbench)).toBe(false)
  discardRelease(open)
  expect(open.message?.sentence).toBe('Nothing is typed for FY26 Q2, so there is no draft to discard.')
  typeOn(open, 'revenue', '1')
  command('release.discard').run(workbench)
  const question = present(open.gestures.question, 'a question')
  expect(question.title).toBe('Discard the draft of FY26 Q2?')
  question.confirm()
  expect(releaseNow(open).draft.texts).toEqual([])
  open.message?.action?.run()
  expect(releaseNow(open).draft.texts).toHaveLength(1)
  expect(open.model).toBe(model)
})

test('[I4] the commands lead to the next quarter and enter what is typed', async () => {
  const { open, workbench } = await beforeTheNight()
  expect(command('release.open').nameNow?.(workbench)).toBe('Release night: FY26 Q2 …')
  command('release.open').run(workbench)
  expect(open.view.screen).toBe('release')
  expect(command('release.enter').canRun?.(workbench)).toBe(false)
  typeOn(open, 'revenue', '247795')
  command('release.enter').run(workbench)
  await vi.waitFor(() => expect(open.model.lastActual).toBe(night))
  expect(open.message?.action?.label).toBe('See the results')
  open.message?.action?.run()
  expect(open.view).toMatchObject({ screen: 'results', results: { quarter: night } })
})
