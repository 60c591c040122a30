// Entering a release: the draft of a quarter goes into the model as one step of undo. For the quarter after the last actual
// the forecast is frozen first and the last actual rolls forward; whatever stands against it leaves model and draft alone.

import { counted, countedKinds, listed } from '#base/listing.ts'
import type { Edit } from '#model/edit.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import { baseOf, type Model } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { nextActual, rollForward } from '#model/rollForward.ts'
import type { ReleaseDraft } from '#model/view.ts'
import { readSource } from './noteEdit.ts'
import type { OpenModel } from './openModel.svelte.ts'
import { cellsOf, type Release, type ReleaseCell } from './release.ts'
import { draftFor, entered, releaseQuarter, withDraft } from './releaseDraft.ts'
import { releaseNote } from './releaseNote.ts'
import { freezeForecast, type RollingDoor } from './rolling.ts'

/** What entering needs of the open model. */
export type ReleaseDoor = RollingDoor &
  Pick<OpenModel, 'view' | 'look' | 'say' | 'message' | 'returnToSheet' | 'gestures'>

/** The cells of a release that something was typed for. */
export const typedCells = ({ rows }: Release): readonly ReleaseCell[] => {
  const cells = rows.flatMap(cellsOf).filter(({ text }) => text.trim() !== '')
  // A line may be what two others are held against: it is one cell.
  return cells.filter(({ line }, at) => cells.findIndex((each) => each.line.id === line.id) === at)
}

/** `12 figures and 2 numbers of what was expected`. */
const extentText = (cells: readonly ReleaseCell[]): string => {
  const figures = cells.filter(({ part }) => part === 'reported').length
  const expected = cells.length - figures
  return listed(
    countedKinds([figures, 'figure'], [expected, 'number of what was expected', 'numbers of what was expected']),
  )
}

/** Why a release cannot be entered as it is, as sentences; null where it can. */
const refusal = (model: Model, release: Release): string | null => {
  const name = plainName(release.quarter, model.fiscalCalendar)
  const cells = typedCells(release)
  if (cells.length === 0) return `Nothing is typed for ${name} yet, so there is nothing to enter.`
  const unread = cells.filter(({ fault }) => fault !== null)
  const [first] = unread
  if (first !== undefined) {
    const others = unread.length === 1 ? '' : ` ${counted(unread.length - 1, 'other')} cannot be read either.`
    return `${name} is not entered. ${first.line.label}: ${first.fault ?? ''}${others}`
  }
  const address = readSource(release.draft.address)
  return isProblem(address) ? `${name} is not entered. The source’s address: ${address.sentence}` : null
}

/** What types the figures of a release into Base, each with its note. */
const figureEdits = (model: Model, release: Release): readonly Edit[] => {
  const scenario = baseOf(model).id
  const { quarter } = release
  return typedCells(release).flatMap((cell): readonly Edit[] => {
    const address = { scenario, quarter, line: cell.line.id }
    const note = releaseNote(model, release, cell)
    return [
      { kind: 'enter', ...address, entry: cell.typed },
      ...(note === undefined ? [] : [{ kind: 'note', ...address, note } as const]),
    ]
  })
}

const kept = (open: ReleaseDoor, model: Model, draft: ReleaseDraft): void => {
  open.look({ release: withDraft(model, open.view.release, draft) })
}

/** To the screen that tells the release. */
export const toResults = (open: Pick<OpenModel, 'view' | 'look' | 'navigation'>, { quarter }: Release): void => {
  open.look({ results: { ...open.view.results, quarter } })
  open.navigation.toScreen('results')
}

/** How the numbers reported before are taken that it changes: their edits, and words for the step's label. */
type Settled = { readonly figures: readonly Edit[]; readonly more: string }

/** Takes the release into the model; the draft stays beside it, for an undo. Resolves to whether it did. */
const takeIn = async (open: ReleaseDoor, release: Release, { figures, more }: Settled): Promise<boolean> => {
  const { model } = open
  const name = plainName(release.quarter, model.fiscalCalendar)
  if (release.rolls !== (nextActual(model) === release.quarter)) {
    open.complain(
      `The last actual has moved meanwhile, so ${name} is not entered. Look at the draft and enter it again.`,
    )
    return false
  }
  const rolled = release.rolls ? rollForward(model) : null
  if (isProblem(rolled)) {
    open.complain(`${name} is not entered. ${rolled.sentence}`)
    return false
  }
  if (
    rolled !== null &&
    !(await freezeForecast(open, `${name} is not entered: the draft is as it was. Enter it again.`))
  )
    return false
  const edits = [...(rolled?.edits ?? []), ...figures]
  const extent = extentText(typedCells(release))
  const said =
    rolled === null ? `${extent} of ${name} entered.` : `${name} is in: ${extent}; it is the last actual now.`
  if (open.dispatch(edits, `${name} entered: ${extent}${more}`, said) !== null) return false
  kept(open, open.model, entered(release.draft, model))
  const { message } = open
  if (message !== null)
    open.say({ ...message, action: { label: 'See the results', run: () => toResults(open, release) } })
  // The keyboard leaves the fields: undo is the model's again.
  open.returnToSheet()
  return true
}

/** So many doubts are told in the question. */
const mostAsked = 4

/** Enters the release, after asking about what looks like a slip and about numbers reported before that it changes. Resolves to whether it is in at once. */
export const enterRelease = async (open: ReleaseDoor, release: Release): Promise<boolean> => {
  const { model } = open
  const why = refusal(model, release)
  if (why !== null) {
    open.complain(why)
    return false
  }
  const doubts = typedCells(release).flatMap(({ doubt }) => doubt ?? [])
  const { restating } = open.gestures
  const edits = figureEdits(model, release)
  const act = (figures: readonly Edit[], more: string): void => void takeIn(open, release, { figures, more })
  if (restating.asks({ edits, doubts, act, left: 'Nothing is entered: the draft is as it was.' })) return false
  const settled = { figures: restating.asSlips(edits), more: '' }
  if (doubts.length === 0) return takeIn(open, release, settled)
  open.ask({
    title: doubts.length === 1 ? 'Please check this number' : `Please check ${doubts.length} numbers`,
    sentence: [
      ...doubts.slice(0, mostAsked),
      ...(doubts.length > mostAsked ? ['The others are asked in their rows.'] : []),
    ].join(' '),
    confirmLabel: 'Enter the release all the same',
    confirm: () => void takeIn(open, release, settled),
    leaveLabel: 'Back to the draft',
    left: 'Nothing is entered: the draft is as it was.',
  })
  return false
}

/** Empties the draft of the quarter shown, after asking; the message offers it back. */
export const discardRelease = (open: ReleaseDoor): void => {
  const { model, view } = open
  const quarter = releaseQuarter(model, view.release)
  const before = view.release
  const { texts } = draftFor(model, before, quarter)
  const name = plainName(quarter, model.fiscalCalendar)
  if (texts.length === 0) {
    open.complain(`Nothing is typed for ${name}, so there is no draft to discard.`)
    return
  }
  const count = counted(texts.length, 'figure')
  open.ask({
    title: `Discard the draft of ${name}?`,
    sentence: `${count} typed for ${name} ${texts.length === 1 ? 'is' : 'are'} thrown away. The model was never touched by them.`,
    confirmLabel: 'Discard the draft',
    confirm: () => {
      open.look({ release: { ...open.view.release, drafts: before.drafts.filter((each) => each.quarter !== quarter) } })
      const putBack = (): void => open.look({ release: before })
      open.say({
        tone: 'plain',
        sentence: `The draft of ${name} is discarded; the model is as it was.`,
        action: { label: 'Undo', run: putBack },
      })
    },
    leaveLabel: 'Keep it',
    left: 'The draft stays.',
  })
}
