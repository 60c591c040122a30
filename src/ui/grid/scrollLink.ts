// A ScrollLink keeps two scrollers at the same place, both ways, whichever is scrolled. What it sets itself is told by the
// browser as a scroll too; it is known by its position and answered by nothing, or the two would drive each other.

type At = { readonly top: number; readonly left: number }

const positionOf = ({ scrollTop, scrollLeft }: Element): At => ({ top: scrollTop, left: scrollLeft })

const isSame = (one: At, other: At): boolean =>
  // Positions are fractions of a pixel on some screens, and come back rounded.
  Math.abs(one.top - other.top) < 1 && Math.abs(one.left - other.left) < 1

export const linkScrolling = (first: Element, second: Element, signal: AbortSignal): void => {
  const follow = (from: Element, to: Element): void => {
    let answered: At | null = null
    const answer = (at: At): void => {
      answered = at
    }
    answers.set(from, answer)
    from.addEventListener(
      'scroll',
      () => {
        const now = positionOf(from)
        if (answered !== null && isSame(answered, now)) return
        answered = null
        if (isSame(positionOf(to), now)) return
        to.scrollTo({ ...now, behavior: 'instant' })
        // A narrower one stops short: where it came to is what it will tell.
        answers.get(to)?.(positionOf(to))
      },
      { signal, passive: true },
    )
  }
  const answers = new Map<Element, (at: At) => void>()
  follow(first, second)
  follow(second, first)
}
