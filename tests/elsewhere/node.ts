// The tree of a formula for the evaluator elsewhere.

/** A lag from the row's own quarter, or a quarter by its month. */
export type End = { readonly lag: number } | { readonly month: number }

export type Node =
  | { readonly is: 'number'; readonly value: number; readonly digits: string }
  | { readonly is: 'key' | 'calendar'; readonly name: string }
  | { readonly is: 'quarter'; readonly month: number }
  | { readonly is: 'minus' | 'not'; readonly of: Node }
  | { readonly is: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly is: 'comparison'; readonly operands: readonly Node[]; readonly operators: readonly string[] }
  | { readonly is: 'choice'; readonly condition: Node; readonly yes: Node; readonly no: Node }
  | { readonly is: 'moved'; readonly of: Node; readonly to: End }
  | { readonly is: 'window'; readonly of: Node; readonly from: End; readonly to: End }
  | { readonly is: 'call'; readonly name: string; readonly given: readonly Node[] }

/** The nodes right under a node. */
export const partsOf = (node: Node): readonly Node[] => {
  switch (node.is) {
    case 'minus':
    case 'not':
    case 'moved':
    case 'window':
      return [node.of]
    case 'binary':
      return [node.left, node.right]
    case 'comparison':
      return node.operands
    case 'choice':
      return [node.condition, node.yes, node.no]
    case 'call':
      return node.given
    default:
      return []
  }
}

/** The whole number in digits that an argument is, or null. */
export const wholeIn = (node: Node | undefined): number | null => {
  if (node?.is === 'minus') {
    const positive = node.of.is === 'number' ? wholeIn(node.of) : null
    return positive === null ? null : 0 - positive
  }
  return node?.is === 'number' && /^\d+$/.test(node.digits) ? node.value : null
}
