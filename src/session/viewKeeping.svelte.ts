// How the model is looked at is kept as it changes. Drafts of releases and formulas are with it, and two tabs may type into
// one: each takes over what the other changed, as it does.

import type { Model, ModelId } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import { differingQuarters } from '#model/releaseDrafts.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { View } from '#model/view.ts'
import { draftsOf, mergedViewDrafts, withDrafts, type ViewDrafts } from '#model/viewDrafts.ts'
import type { Store } from '#store/store.ts'
import { complaint, remark, type Message } from './message.ts'
import { draftsInModel, viewInModel } from './models/viewInModel.ts'

type Door = {
  readonly model: Model
  view: View
  say: (message: Message) => void
}

export class ViewKeeping {
  #beingKept = $state(0)
  readonly #door: Door
  readonly #store: Store
  readonly #id: ModelId
  readonly #stopWatching: () => void
  /** The drafts as this tab last gave them to be kept, or took them over. */
  #seen: ViewDrafts
  /** Whether another tab changed them while this one was keeping its own. */
  #isBehind = false
  /** Counts what this tab gave to be kept. */
  #given = 0
  /** The model in whose terms the view is. */
  #model: Model

  constructor(door: Door, store: Store) {
    this.#door = door
    this.#store = store
    this.#id = door.model.id
    this.#model = door.model
    this.#seen = draftsOf(door.view)
    this.#stopWatching = store.watchDrafts(this.#id, this.#seen, () => {
      this.#isBehind = true
      this.#follow()
    })
  }

  close(): void {
    this.#stopWatching()
  }

  get isKeeping(): boolean {
    return this.#beingKept > 0
  }

  keep(view: View): void {
    const seen = this.#seen
    const given = draftsOf(view)
    this.#seen = given
    this.#given += 1
    this.#beingKept += 1
    void this.#store
      .saveView(this.#id, view, seen)
      .then((kept) => this.#take(given, kept))
      .finally(() => {
        this.#beingKept -= 1
        this.#follow()
      })
  }

  /**
   * The model may be another one: the view goes on in its terms. Where this tab changed it that is kept; the drafts of another
   * tab’s change come from there, with what was typed into them since.
   */
  keepUp(isOwn: boolean): void {
    const { view, model } = this.#door
    const [before, seen] = [this.#model, withDrafts(view, this.#seen)]
    const change = viewInModel(view, before, model)
    this.#model = model
    if (change !== null) this.#door.view = { ...view, ...change }
    if (isOwn && change !== null) this.keep(this.#door.view)
    else if (!isOwn) this.#seen = draftsOf({ ...seen, ...viewInModel(seen, before, model) })
  }

  /** Reads what another tab changed, once all of this tab's own is kept. */
  #follow(): void {
    if (!this.#isBehind || this.isKeeping) return
    this.#isBehind = false
    const given = this.#given
    void this.#store.readDrafts(this.#id).then((kept) => {
      // What this tab gave meanwhile is merged as it is kept. That the model is gone, its next edit tells.
      if (given === this.#given && !isProblem(kept)) this.#take(this.#seen, kept)
    })
  }

  /** Takes over what the drafts kept have otherwise than this tab gave them. */
  #take(given: ViewDrafts, kept: ViewDrafts | Problem): void {
    if (isProblem(kept)) {
      this.#door.say(complaint(kept.sentence))
      return
    }
    const { view, model } = this.#door
    const mine = draftsOf(view)
    const drafts = mergedViewDrafts(given, mine, draftsInModel(kept, model))
    if (JSON.stringify(drafts) === JSON.stringify(mine)) return
    this.#seen = drafts
    this.#door.view = withDrafts(view, drafts)
    const [quarter] = differingQuarters(mine.releases, drafts.releases)
    if (quarter === undefined) return
    const changed = drafts.releases.find((each) => each.quarter === quarter)
    const name = plainName(quarter, model.fiscalCalendar)
    // That it was entered is told with the figures.
    if (changed === undefined)
      this.#door.say(remark(`The draft of ${name} was thrown away in another tab, so it is gone here too.`))
    else if (changed.before === null)
      this.#door.say(
        remark(`The draft of ${name} is typed into in another tab too: what is typed there is here as well.`),
      )
  }
}
