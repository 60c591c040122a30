// What is chosen while a line is duplicated, from the moment it is asked: what the new one is called, which lines of the
// family come along under which names, what is typed with them, and the totals that take it in.

import type { LineId, LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { proposedNames, totalsFor, type CopiedNumbers, type CopyWish } from './duplication.ts'
import { familyOf, stemOf, type FamilyMember } from './family.ts'
import { holdsOneOf, type Total } from './total.ts'

const toggled = (items: readonly string[], item: string): readonly string[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]

export const totalId = ({ scenario, line }: Total): string => `${scenario} ${line.id}`

export class DuplicationDraft {
  readonly line: LineItem
  /** Looked for once: what is chosen stays when another tab changes the model. */
  readonly family: readonly FamilyMember[]
  /** The word of the old names that `to` comes in the place of. */
  from = $state('')
  to = $state('')
  numbers = $state<CopiedNumbers>('none')
  #chosen = $state.raw<readonly LineId[]>([])
  /** Names typed over those that were made. */
  #typed = $state.raw<Readonly<Record<LineId, Partial<CopyWish>>>>({})
  /** Totals and checks that were ticked or unticked. */
  #taken = $state.raw<Readonly<Record<string, boolean>>>({})
  readonly #door: { readonly model: Model }

  constructor(door: { readonly model: Model }, line: LineItem) {
    this.#door = door
    this.line = line
    this.family = familyOf(door.model, line)
    this.from = stemOf(line).replaceAll('_', ' ')
    this.#chosen = [line.id, ...this.family.filter(({ isUsual }) => isUsual).map((each) => each.line.id)]
  }

  /** Of every line that may come along, the line itself first. */
  readonly names: readonly CopyWish[] = $derived.by(() => {
    const lines = [this.line, ...this.family.map((each) => each.line)]
    return proposedNames(this.#door.model, lines, this.from, this.to).map((name) => ({
      ...name,
      ...this.#typed[name.line.id],
    }))
  })

  readonly copies: readonly CopyWish[] = $derived.by(() => this.names.filter(({ line }) => this.isChosen(line.id)))

  readonly totals: readonly Total[] = $derived.by(() => totalsFor(this.#door.model, this.copies))

  /** Unless chosen otherwise every total takes it in, and a check where a total it holds does. */
  readonly taking: readonly Total[] = $derived.by(() => {
    const added = this.totals.filter((total) => total.holds === null && (this.#taken[totalId(total)] ?? true))
    return this.totals.filter((total) =>
      total.holds === null ? added.includes(total) : (this.#taken[totalId(total)] ?? holdsOneOf(total, added)),
    )
  })

  /** Checks that are left out though a total they hold takes it in: they fail wherever the copy has a number. */
  readonly failing: readonly Total[] = $derived.by(() =>
    this.totals.filter((total) => !this.taking.includes(total) && holdsOneOf(total, this.taking)),
  )

  isUsual(id: LineId): boolean {
    return id === this.line.id || this.family.some((each) => each.isUsual && each.line.id === id)
  }

  isChosen(id: LineId): boolean {
    return this.#chosen.includes(id)
  }

  choose(id: LineId): void {
    this.#chosen = toggled(this.#chosen, id)
  }

  rename(id: LineId, change: Partial<CopyWish>): void {
    this.#typed = { ...this.#typed, [id]: { ...this.#typed[id], ...change } }
  }

  chooseTotal(total: Total): void {
    const id = totalId(total)
    this.#taken = { ...this.#taken, [id]: !this.taking.some((each) => totalId(each) === id) }
  }
}
