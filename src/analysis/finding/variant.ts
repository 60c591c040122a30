// Variants of a formula: what it would read with one slip taken back. Another sign, another operator, a lag one quarter longer or
// shorter, a line looked at a quarter earlier, a term more or less.

import { spanAround, type Span } from '#base/span.ts'
import type { Tree } from '#formula/tree.ts'
import type { LineId } from '#model/lineItem.ts'
import { withLag } from './lag.ts'
import { allParts, termsOf } from './terms.ts'

export type Slip = 'sign' | 'operator' | 'lag' | 'term'

export type Variant = { readonly slip: Slip; readonly text: string }

const put = (text: string, { start, end }: Span, instead: string): string =>
  text.slice(0, start) + instead + text.slice(end)

const otherOperator = { '+': '-', '-': '+', '*': '/', '/': '*' } as const

/** Operators lie between operands, with nothing but blanks and brackets around them. */
const operatorVariants = (text: string, tree: Tree): readonly Variant[] => {
  if (tree.kind !== 'chain') return []
  let before = tree.first
  return tree.rest.flatMap(({ operator, operand }) => {
    const between = { start: before.span.end, end: operand.span.start }
    before = operand
    const at = text.indexOf(operator, between.start)
    if (at < 0 || at >= between.end) return []
    const instead = put(text, { start: at, end: at + 1 }, otherOperator[operator])
    return [{ slip: operator === '+' || operator === '-' ? ('sign' as const) : ('operator' as const), text: instead }]
  })
}

const lagVariants = (text: string, tree: Tree, inWindow: ReadonlySet<Tree>): readonly Variant[] => {
  if (tree.kind === 'line' && !inWindow.has(tree))
    return ['[-1]', '[+1]'].map((lag) => ({
      slip: 'lag',
      text: put(text, { start: tree.span.end, end: tree.span.end }, lag),
    }))
  if (tree.kind !== 'lag') return []
  return [tree.quarters - 1, tree.quarters + 1].flatMap((quarters) => {
    const instead = withLag(text, tree, quarters)
    return instead === null ? [] : [{ slip: 'lag' as const, text: instead }]
  })
}

/** Lines whose quarters are already said: inside a lag, or a call that looks at many. */
const laggedLines = (tree: Tree): ReadonlySet<Tree> =>
  new Set(
    allParts(tree).flatMap((part) =>
      part.kind === 'lag' || part.kind === 'at' || (part.kind === 'call' && part.window !== null)
        ? allParts(part).slice(1)
        : [],
    ),
  )

const termVariants = (text: string, tree: Tree, more: readonly string[]): readonly Variant[] => {
  const terms = termsOf(tree)
  const isSum = tree.kind === 'chain' && terms.length > 1
  const added = more.map((key) => ({
    slip: 'term' as const,
    text: isSum || terms.length === 1 ? `${text} + ${key}` : text,
  }))
  const left =
    isSum && tree.rest.length > 1
      ? tree.rest.map(({ operand }, at) => {
          const before = at === 0 ? tree.first : tree.rest[at - 1]?.operand
          const start = before?.span.end ?? operand.span.start
          return {
            slip: 'term' as const,
            text: put(text, { start, end: spanAround(operand.span, operand.span).end }, ''),
          }
        })
      : []
  return [...added, ...left]
}

/** `more` are the keys of lines that might be missing from a sum. */
export const variantsOf = (text: string, tree: Tree, more: readonly string[]): readonly Variant[] => {
  const lagged = laggedLines(tree)
  const parts = allParts(tree)
  return [
    ...parts.flatMap((part) => operatorVariants(text, part)),
    ...parts.flatMap((part) => lagVariants(text, part, lagged)),
    ...termVariants(text, tree, more),
  ]
}

/** How many different lines a formula looks at. */
export const linesIn = (tree: Tree): ReadonlySet<LineId> =>
  new Set(allParts(tree).flatMap((part) => (part.kind === 'line' ? [part.line] : [])))
