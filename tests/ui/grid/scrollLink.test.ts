import { expect, test } from 'vitest'
import { linkScrolling } from '#ui/grid/scrollLink.ts'

/** A scroller of a width that stops where its content ends, and tells of every change, as a browser does. */
const scroller = (most: number): HTMLElement & { tellings: number } => {
  const element = Object.assign(document.createElement('div'), { tellings: 0 })
  const move = (left: number, top: number): void => {
    const to = Math.min(Math.max(left, 0), most)
    if (to === element.scrollLeft && top === element.scrollTop) return
    element.scrollLeft = to
    element.scrollTop = top
    element.tellings += 1
    if (element.tellings > 50) throw new Error('the two drive each other')
    pending.push(() => element.dispatchEvent(new Event('scroll')))
  }
  element.scrollTo = ((to: ScrollToOptions) => {
    move(to.left ?? 0, to.top ?? 0)
  }) as HTMLElement['scrollTo']
  return element
}

const pending: (() => void)[] = []
const settle = (): void => {
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) next()
}

const pair = (mostLeft: number, mostRight: number) => {
  const [left, right] = [scroller(mostLeft), scroller(mostRight)]
  linkScrolling(left, right, new AbortController().signal)
  const at = () => [left.scrollLeft, left.scrollTop, right.scrollLeft, right.scrollTop]
  return { left, right, at }
}

test('[J7] either one takes the other along, sideways and down, and each is told once', () => {
  const { left, right, at } = pair(1000, 1000)
  left.scrollTo({ left: 300, top: 50 })
  settle()
  expect(at()).toEqual([300, 50, 300, 50])
  right.scrollTo({ left: 120, top: 0 })
  settle()
  expect(at()).toEqual([120, 0, 120, 0])
  expect([left.tellings, right.tellings]).toEqual([2, 2])
})

test('[J7] one that ends sooner does not hold the other back, and follows again from there', () => {
  const { left, right, at } = pair(1000, 800)
  left.scrollTo({ left: 1000, top: 10 })
  settle()
  expect(at()).toEqual([1000, 10, 800, 10])
  right.scrollTo({ left: 700, top: 10 })
  settle()
  expect(at()).toEqual([700, 10, 700, 10])
})
