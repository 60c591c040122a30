// The formula of the selected line as it is edited in the bar: the text being typed, what is wrong with it, where it would
// land, and how it ends: kept, given up, or left as a draft where it cannot be used. The field it is typed into is the
// screen's.

import type { Span } from '#base/span.ts'
import type { LineId } from '#model/lineItem.ts'
import { allLines, scenarioOf } from '#model/model.ts'
import type { Scenario, ScenarioId } from '#model/scenario.ts'
import type { FormulaDraft } from '#model/view.ts'
import { scopeOf } from '#formula/scope.ts'
import { constantCell, proposeFollowing, type FormulaFault } from '../formulaEdit.ts'
import { formulaWarnings } from '../formulaWarning.ts'
import { complaint } from '../message.ts'
import type { Target } from '../proposal.ts'
import { noColours, referenceColours, type ReferenceColours } from './colours.ts'
import { draftOf, withDraft, withoutDraft } from './draft.ts'
import { endingOf } from './ending.ts'
import { faultIn } from './fault.ts'
import type { FormulaDoor, FormulaField } from './formulaDoor.ts'
import { formulaAt, isOfItsOwn, landingOf, type FormulaAt } from './formulaAt.ts'
import { goneSentence } from './inUse.ts'
import { insertion, pointedText, type Pointed } from './pointing.ts'

/** What is being typed. It belongs to its line and the scenario shown then, and ends with them. */
type Typed = {
  readonly line: LineId
  readonly shown: ScenarioId
  readonly text: string
  /** Whether the scenario shown is to have the formula for itself alone. */
  readonly isOnlyHere: boolean
  /** The line's drafts as typing began. */
  readonly before: readonly FormulaDraft[]
}

export class FormulaEditing {
  readonly #door: FormulaDoor
  #typed = $state.raw<Typed | null>(null)
  /** Whether the field has the keyboard. */
  hasKeyboard = $state(false)
  field: FormulaField | null = null
  /** Where the reference stands that was pointed at last, until another key. */
  #pointed: Span | null = null

  /** What the bar shows; null where no line is selected. */
  readonly at: FormulaAt | null = $derived.by(() => {
    const { selectedLine: line, shown, model, view } = this.#door
    return line === null ? null : formulaAt(model, view, shown, line)
  })
  readonly #here: Typed | null = $derived.by(() => {
    const typed = this.#typed
    return typed !== null && typed.line === this.at?.line.id && typed.shown === this.at.shown ? typed : null
  })
  /** Whether what was typed belongs to another line or scenario than the one shown by now: then it is to be left. */
  readonly isAstray: boolean = $derived.by(() => this.#typed !== null && this.#here === null)
  readonly isTyping: boolean = $derived.by(() => this.#here !== null)
  /** What is being typed, else the draft that was left, else the formula that holds. */
  readonly text: string = $derived.by(() => this.#here?.text ?? this.at?.draft?.text ?? this.at?.start.formula ?? '')
  readonly isOnlyHere: boolean = $derived.by(() => this.at !== null && (this.#here?.isOnlyHere ?? isOfItsOwn(this.at)))
  /** Where an edit of the formula lands. */
  readonly landing: Scenario | null = $derived.by(() =>
    this.at === null ? null : scenarioOf(this.#door.model, landingOf(this.at, this.isOnlyHere)),
  )
  /** The cell whose text the bar holds, where the line is a constant. */
  readonly cell: Target | null = $derived.by(() =>
    this.at === null ? null : constantCell(this.at.shown, this.at.line, this.#door.view.scale),
  )
  /** What is wrong with what is typed, or with the draft that was left. */
  readonly fault: FormulaFault | null = $derived.by(() => {
    const { at, landing, text } = this
    const { results, view } = this.#door
    if (at === null || landing === null || (!this.isTyping && at.draft === null)) return null
    return faultIn(results, { line: at.line, scenario: landing.id, text, scale: view.scale })
  })
  readonly warnings: readonly FormulaFault[] = $derived.by(() =>
    this.at === null ? [] : formulaWarnings(this.#door.results, this.at.line, this.text),
  )
  /** The references of the text in colours, while it has the keyboard. */
  readonly colours: ReferenceColours = $derived.by(() => {
    const { model, target } = this.#door
    const isColoured = this.hasKeyboard && this.cell === null && this.at !== null
    return isColoured ? referenceColours(model, this.text, target?.column ?? null) : noColours
  })

  constructor(door: FormulaDoor) {
    this.#door = door
    door.sheet.pointing = this
  }

  /** Types: the text is the whole one. */
  write(text: string): void {
    const { at } = this
    if (at === null || at.start.isLocked) return
    const here = this.#here
    this.#pointed = null
    this.#typed = {
      line: at.line.id,
      shown: at.shown,
      text,
      isOnlyHere: this.isOnlyHere,
      before: here?.before ?? this.#door.view.formulaDrafts.filter(({ line }) => line === at.line.id),
    }
  }

  landOnlyHere(isOnlyHere: boolean): void {
    this.write(this.text)
    if (this.#typed !== null) this.#typed = { ...this.#typed, isOnlyHere }
  }

  /** Goes on with the draft that was left. */
  resume(): void {
    this.write(this.text)
    this.field?.focus()
  }

  #end(): void {
    this.#typed = null
    this.#pointed = null
  }

  /** All drafts, those of the line as they were when typing began. */
  #draftsBefore(line: LineId): readonly FormulaDraft[] {
    const { formulaDrafts } = this.#door.view
    const before = this.#typed?.line === line ? this.#typed.before : null
    return before === null ? formulaDrafts : [...formulaDrafts.filter((each) => each.line !== line), ...before]
  }

  #keepDrafts(formulaDrafts: readonly FormulaDraft[]): void {
    if (JSON.stringify(formulaDrafts) !== JSON.stringify(this.#door.view.formulaDrafts))
      this.#door.look({ formulaDrafts })
  }

  /** Enter: what can be used is kept. What cannot becomes a draft, and stays under the keyboard. */
  enter(): void {
    const { at, text } = this
    const isAsItWas = at === null || (!this.isTyping && at.draft === null)
    if (isAsItWas || this.#keep(at, text, this.isOnlyHere)) this.#door.returnToSheet()
  }

  /** The keyboard went elsewhere, or the selection did: what can be used is kept, what cannot is left as a draft. */
  leave(): void {
    const typed = this.#typed
    if (typed === null) return
    const { model, view } = this.#door
    const line = allLines(model).find(({ id }) => id === typed.line)
    const isThere = line !== undefined && model.scenarios.some(({ id }) => id === typed.shown)
    // An emptied bar is no decision: only Enter takes a formula away.
    if (typed.text.trim() !== '') {
      if (isThere) this.#keep(formulaAt(model, view, typed.shown, line), typed.text, typed.isOnlyHere)
      else this.#keepForGone(typed)
    }
    this.#end()
  }

  /** The line or scenario went while its formula was typed: the text waits for it to come back. */
  #keepForGone({ line, shown, text }: Typed): void {
    const { model, view } = this.#door
    this.#keepDrafts(withDraft(view.formulaDrafts, draftOf(model, { line, scenario: shown, text })))
    this.#door.say(complaint(goneSentence(text)))
  }

  /** Escape: all is as it was before the first key. */
  giveUp(): void {
    if (this.#typed !== null) this.#keepDrafts(this.#draftsBefore(this.#typed.line))
    this.#end()
    this.#door.returnToSheet()
  }

  /** Keeps a text as the formula, or as a draft where it cannot be one; whether it could. */
  #keep(at: FormulaAt, text: string, isOnlyHere: boolean): boolean {
    const { results, view, gestures } = this.#door
    const ending = endingOf(results, view, { at, text, isOnlyHere, drafts: this.#draftsBefore(at.line.id) })
    if (ending.kind === 'left') {
      this.#keepDrafts(ending.drafts)
      this.#door.say(complaint(ending.sentence))
      return false
    }
    const { proposal, typedInto } = ending
    const refusal = proposal === null ? null : this.#door.dispatch(proposal.edits, proposal.label)
    if (refusal !== null) {
      const kept = { line: at.line.id, scenario: landingOf(at, isOnlyHere), text }
      this.#keepDrafts(withDraft(ending.drafts, draftOf(results.model, kept)))
      return false
    }
    this.#keepDrafts(ending.drafts)
    this.#end()
    // A turn later the keyboard is back on the sheet: a question, once answered, gives it back to where it was.
    if (typedInto !== null)
      setTimeout(() => {
        gestures.typeInto(typedInto, text)
      })
    return true
  }

  /** The draft that was left is no more; the formula in use is all there is. */
  throwAway(): void {
    const draft = this.at?.draft ?? null
    this.#end()
    if (draft !== null) this.#keepDrafts(withoutDraft(this.#door.view.formulaDrafts, draft.line, draft.scenario))
    this.#door.returnToSheet()
  }

  /** Gives up the scenario's own formula. */
  followParent(): void {
    if (this.at === null || this.landing === null) return
    const { edits, label } = proposeFollowing(this.#door.model, this.at.line, this.landing.id)
    this.#door.dispatch(edits, label)
    this.#door.returnToSheet()
  }

  /** Puts a fault's suggestion in its place, and goes on editing. */
  use({ before, wrong, suggestion }: FormulaFault): void {
    if (suggestion === null) return
    this.field?.replace({ start: before.length, end: before.length + wrong.length }, suggestion)
    this.field?.focus()
  }

  /** Puts the first suggestion there is in its place; whether there was one. */
  fix(): boolean {
    const fault = [this.fault, ...this.warnings].find((each) => each !== null && each.suggestion !== null)
    if (fault === undefined || fault === null) return false
    this.use(fault)
    return true
  }

  /** Breaks the line. A number has none. */
  break(): void {
    if (this.field !== null && this.cell === null) this.field.replace(this.field.selection(), '\n')
  }

  /** Whether what is pressed in the sheet goes into the formula: while one is typed, and where a part of it is selected. */
  get takesLines(): boolean {
    if (!this.hasKeyboard || this.field === null || this.cell !== null || this.at?.start.isLocked !== false)
      return false
    const { start, end } = this.field.selection()
    return this.isTyping || (start < end && end - start < this.text.length)
  }

  /** A line was pressed in the sheet, or dragged over: it goes into the formula. */
  point(pointed: Pointed): void {
    if (this.field === null) return
    const { model, target } = this.#door
    const reference = pointedText(pointed, target?.column ?? null)
    const put = insertion(this.text, this.field.selection(), reference, this.#pointed, scopeOf(model).keys)
    this.field.replace(put.span, put.text)
    this.#pointed = put.reference
  }
}
