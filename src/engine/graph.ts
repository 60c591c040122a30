// A directed graph of whole numbers from 0, as the list of nodes each one points at. Walks keep their own stack: a model
// may chain a thousand lines.

import { present } from '#base/assert.ts'

export type Graph = readonly (readonly number[])[]

/** The strongly connected groups (Tarjan), each after the groups it points at. */
export const connectedGroups = (graph: Graph): readonly (readonly number[])[] => {
  const order = new Array<number>(graph.length).fill(-1)
  const low = new Array<number>(graph.length).fill(-1)
  const isOpen = new Array<boolean>(graph.length).fill(false)
  const open: number[] = []
  const groups: number[][] = []
  let count = 0
  const enter = (node: number): { readonly node: number; next: number } => {
    order[node] = low[node] = count
    count += 1
    open.push(node)
    isOpen[node] = true
    return { node, next: 0 }
  }
  for (let root = 0; root < graph.length; root += 1) {
    if (order[root] !== -1) continue
    const path = [enter(root)]
    while (path.length > 0) {
      const top = present(path.at(-1), 'the top of the path')
      const target = graph[top.node]?.[top.next]
      top.next += 1
      if (target === undefined) {
        path.pop()
        const above = path.at(-1)
        if (above !== undefined) low[above.node] = Math.min(low[above.node] ?? 0, low[top.node] ?? 0)
        if (low[top.node] !== order[top.node]) continue
        const group = open.splice(open.lastIndexOf(top.node))
        for (const node of group) isOpen[node] = false
        groups.push(group.sort((left, right) => left - right))
      } else if (order[target] === -1) path.push(enter(target))
      else if (isOpen[target]) low[top.node] = Math.min(low[top.node] ?? 0, order[target] ?? 0)
    }
  }
  return groups
}

export const isCyclic = (graph: Graph, group: readonly number[]): boolean =>
  group.length > 1 || group.some((node) => graph[node]?.includes(node))

/** A shortest way from a node back to itself: the nodes on it in order, the node first; empty when there is none. */
export const shortestCycle = (graph: Graph, start: number): readonly number[] => {
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (const node of queue) {
    for (const target of graph[node] ?? []) {
      if (target === start) {
        const cycle = [node]
        for (let each = node; each !== start;) {
          each = present(cameFrom.get(each), 'a way back')
          cycle.unshift(each)
        }
        return cycle
      }
      if (!cameFrom.has(target)) {
        cameFrom.set(target, node)
        queue.push(target)
      }
    }
  }
  return []
}
