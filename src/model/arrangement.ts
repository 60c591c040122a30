// How one order of items becomes another, with as few moves as possible: the longest run of items that already stand in the
// right order stays, and every other item is put right behind the one it follows.

/** An item and where it stands once it is there; earlier placements have been made by then. */
export type Placement<Id> = { readonly id: Id; readonly at: number; readonly isNew: boolean }

/** Those of the items that need not move: a longest rising run of their places (patience sorting). */
const steady = <Id>(now: readonly Id[], then: readonly Id[]): ReadonlySet<Id> => {
  const places = new Map(now.map((id, at) => [id, at]))
  const kept = then.flatMap((id) => {
    const place = places.get(id)
    return place === undefined ? [] : [{ id, place }]
  })
  /** By length, the index of the run's last item that lies lowest. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, { place }] of kept.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((kept[ends[middle] ?? 0]?.place ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? undefined : ends[low - 1])
    ends[low] = index
  }
  const run = new Set<Id>()
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) {
    const item = kept[index]
    if (item !== undefined) run.add(item.id)
  }
  return run
}

/** The moves and insertions that turn `now`, without what is gone, into `then`; each id stands in a list at most once. */
export const placements = <Id>(now: readonly Id[], then: readonly Id[]): readonly Placement<Id>[] => {
  const stays = steady(now, then)
  const wanted = new Set(then)
  const known = new Set(now)
  const order = now.filter((id) => wanted.has(id))
  const made: Placement<Id>[] = []
  for (const [place, id] of then.entries()) {
    if (stays.has(id)) continue
    const isNew = !known.has(id)
    if (!isNew) order.splice(order.indexOf(id), 1)
    const leader = then[place - 1]
    const at = leader === undefined ? 0 : order.indexOf(leader) + 1
    order.splice(at, 0, id)
    made.push({ id, at, isNew })
  }
  return made
}
