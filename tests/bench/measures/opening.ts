// Opening model B cold: each engine in a fresh place, from the model's texts to first values, round by round. What that
// does to memory is found by the way.

import type { Arena } from './arena.ts'
import { agree } from './contest.ts'
import type { Finding, Measure, Peer } from './finding.ts'
import { ratioOf, type Round } from './ratio.ts'

export const openings = async (arena: Arena): Promise<readonly Finding[]> => {
  const model = 'B'
  const times: Record<'paceline' | 'hyperFormula' | 'ironCalc', number[]> = {
    paceline: [],
    hyperFormula: [],
    ironCalc: [],
  }
  const memory: { values: Round[]; all: Round[] } = { values: [], all: [] }
  for (let round = 0; round < (arena.quick ? 3 : 9); round += 1) {
    const heap = new Map<string, number>()
    let valueBytes = NaN
    for (const engine of ['paceline', 'hyperFormula', 'ironCalc'] as const) {
      if (arena.absence(engine, model) !== null) continue
      const place = await arena.enter(engine)
      const answer = await place.ask({ command: 'open', model })
      if (round === 0) agree(`${engine} on model ${model}`, await place.ask({ command: 'check' }))
      place.leave()
      times[engine].push(answer.milliseconds ?? NaN)
      if (answer.heapBytes !== undefined) heap.set(engine, answer.heapBytes)
      valueBytes = answer.valueBytes ?? valueBytes
    }
    const [ours, theirs] = [heap.get('paceline'), heap.get('hyperFormula')]
    if (ours === undefined || theirs === undefined) continue
    memory.values.push({ ours: valueBytes, theirs })
    memory.all.push({ ours, theirs })
  }
  const opening = (peer: Peer, engine: 'hyperFormula' | 'ironCalc'): Finding => {
    const skipped = arena.absence(engine, model)
    if (skipped !== null) return { measure: 'opening cold', model, peer, skipped }
    const rounds = times[engine].map((theirs, round) => ({ ours: times.paceline[round] ?? NaN, theirs }))
    return { measure: 'opening cold', model, peer, ...ratioOf(rounds) }
  }
  const remembered = (measure: Measure, rounds: readonly Round[]): readonly Finding[] =>
    rounds.length === 0 ? [] : [{ measure, model, peer: 'HyperFormula', ...ratioOf(rounds) }]
  return [
    opening('HyperFormula', 'hyperFormula'),
    opening('IronCalc', 'ironCalc'),
    ...remembered('memory of values', memory.values),
    ...remembered('memory in all', memory.all),
  ]
}
