// The Programme: every measure in order, in Node and in the browser. With `quick`, fewer rounds.

import { companyModel } from '../models/company.ts'
import { blockModel, tenBlockModel } from '../models/conglomerate.ts'
import { computedCellCount } from '../models/benchModel.ts'
import type { EngineName, ModelName } from '../engines/stand.ts'
import {
  agree,
  checkEdit,
  checkLanes,
  contest,
  open,
  takeTurns,
  type Arena,
  type Opened,
  type Turns,
} from './contest.ts'
import type { Finding, Measure, Peer } from './finding.ts'
import { ratioOf, type Ratio, type Round } from './ratio.ts'

export type Programme = {
  readonly arena: Arena
  readonly quick: boolean
  /** Models of the full recalculation; the browser leaves C out. */
  readonly models: readonly ModelName[]
  /** Why a peer does not take part with a model; null where it does. */
  readonly absence: (peer: EngineName | 'numpy', model: ModelName) => string | null
}

/** For a peer that takes a second, and for one that is as fast as we are. */
const turnsFor = ({ quick }: Programme): Record<'slow' | 'fast', Turns> => ({
  slow: { rounds: quick ? 3 : 7, leastMilliseconds: 10, warmUp: 1 },
  fast: { rounds: quick ? 11 : 31, leastMilliseconds: 20, warmUp: 3 },
})

const leave = (...opened: readonly Opened[]): void => opened.forEach(({ place }) => place.leave())

const recalculationByHand = async (programme: Programme, model: ModelName): Promise<Finding> => {
  const [ours, byHand] = [await open(programme.arena, 'paceline', model), await open(programme.arena, 'byHand', model)]
  const { fast } = turnsFor(programme)
  const finding = await contest('full recalculation', 'JavaScript by hand', ours, byHand, 'recalculate', fast)
  leave(ours, byHand)
  return finding
}

const workbookPeers: Readonly<
  Record<'hyperFormula' | 'ironCalc', readonly (readonly [Peer, 'recalculate' | 'rebuild'])[]>
> = {
  hyperFormula: [
    ['HyperFormula evaluator.run', 'recalculate'],
    ['HyperFormula rebuild', 'rebuild'],
  ],
  ironCalc: [['IronCalc', 'recalculate']],
}

const recalculations = async (
  programme: Programme,
  ours: Opened,
  engine: 'hyperFormula' | 'ironCalc',
): Promise<readonly Finding[]> => {
  const measure = 'full recalculation'
  const { model } = ours
  const absence = programme.absence(engine, model)
  if (absence !== null) return workbookPeers[engine].map(([peer]) => ({ measure, model, peer, skipped: absence }))
  const theirs = await open(programme.arena, engine, model)
  const { slow } = turnsFor(programme)
  const findings: Finding[] = []
  for (const [peer, task] of workbookPeers[engine]) {
    if (task === 'rebuild' && model === 'C' && programme.quick)
      findings.push({ measure, model, peer, skipped: 'left out of --quick' })
    else findings.push(await contest(measure, peer, ours, theirs, task, slow, 'recalculate'))
  }
  if (engine === 'hyperFormula' && model === 'B') findings.push(...(await edits(programme, ours, theirs)))
  leave(theirs)
  return findings
}

const edits = async (programme: Programme, ours: Opened, theirs: Opened): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  const { slow, fast } = turnsFor(programme)
  for (const [task, measure, turns] of [
    ['half edit', 'edit that reaches half', slow],
    ['four-cell edit', 'edit that reaches four cells', fast],
  ] as const) {
    const cells = [await checkEdit(ours, task), await checkEdit(theirs, task)]
    programme.arena.say(`${measure}: ${cells.join(' cells changed in Paceline, ')} in HyperFormula`)
    findings.push(await contest(measure, 'HyperFormula', ours, theirs, task, turns))
  }
  return findings
}

/** Opens model B in fresh stands, round by round; what opening does to memory is told by the way. */
const openings = async (programme: Programme): Promise<readonly Finding[]> => {
  const { arena, quick } = programme
  const model = 'B'
  const times: Record<'paceline' | 'hyperFormula' | 'ironCalc', number[]> = {
    paceline: [],
    hyperFormula: [],
    ironCalc: [],
  }
  const memory: { values: Round[]; all: Round[] } = { values: [], all: [] }
  for (let round = 0; round < (quick ? 3 : 9); round += 1) {
    const heap = new Map<string, number>()
    let valueBytes = NaN
    for (const engine of ['paceline', 'hyperFormula', 'ironCalc'] as const) {
      if (programme.absence(engine, model) !== null) continue
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
    const skipped = programme.absence(engine, model)
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

const manyLanes = async (programme: Programme): Promise<readonly Finding[]> => {
  const measure = '10,000 lanes'
  const [ours, byHand] = [await open(programme.arena, 'paceline', 'A'), await open(programme.arena, 'byHand', 'A')]
  await checkLanes(ours, byHand)
  const { fast } = turnsFor(programme)
  const findings = [await contest(measure, 'JavaScript by hand', ours, byHand, 'lanes', fast)]
  const skipped = programme.absence('numpy', 'A')
  if (skipped !== null) findings.push({ measure, model: 'A', peer: 'numpy', skipped })
  else {
    const numpy: Opened = { engine: 'numpy', model: 'A', place: await programme.arena.enter('numpy') }
    await checkLanes(ours, numpy)
    findings.push(await contest(measure, 'numpy', ours, numpy, 'lanes', fast))
    leave(numpy)
  }
  leave(ours, byHand)
  return findings
}

const cellCount: Readonly<Record<ModelName, () => number>> = {
  A: () => computedCellCount(companyModel()),
  B: () => computedCellCount(blockModel()),
  C: () => computedCellCount(tenBlockModel()),
}

/** The time of one cell in a larger model against a smaller one's. */
const growth = async (programme: Programme): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const [smaller, larger] of [
    ['A', 'B'],
    ['B', 'C'],
  ] as const) {
    if (!programme.models.includes(larger)) continue
    const [theirs, ours] = [
      await open(programme.arena, 'paceline', smaller),
      await open(programme.arena, 'paceline', larger),
    ]
    const side = (opened: Opened) => ({ opened, task: 'recalculate', units: cellCount[opened.model]() }) as const
    const ratio: Ratio = ratioOf(await takeTurns(side(ours), side(theirs), turnsFor(programme).fast))
    findings.push({ measure: 'time per cell', model: larger, peer: `Paceline on ${smaller}`, ...ratio })
    leave(ours, theirs)
  }
  return findings
}

/** Measures all there is, and hands each finding on as it comes. */
export const runProgramme = async (programme: Programme, found: (finding: Finding) => void): Promise<void> => {
  const { arena, models } = programme
  for (const model of models) found(await recalculationByHand(programme, model))
  for (const finding of await growth(programme)) found(finding)
  for (const finding of await manyLanes(programme)) found(finding)
  for (const finding of await openings(programme)) found(finding)
  for (const model of models) {
    const ours = await open(arena, 'paceline', model)
    for (const engine of ['hyperFormula', 'ironCalc'] as const)
      for (const finding of await recalculations(programme, ours, engine)) found(finding)
    leave(ours)
  }
}
