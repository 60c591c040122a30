// The Programme: every measure in order, in Node and in the browser alike.

import type { ModelName } from '../engines/stand.ts'
import { computedCellCount } from '../models/benchModel.ts'
import { companyModel } from '../models/company.ts'
import { blockModel, tenBlockModel } from '../models/conglomerate.ts'
import type { Arena } from './arena.ts'
import { checkEdit, checkLanes, contest, open, takeTurns, type Opened, type Turns } from './contest.ts'
import type { Finding, Peer } from './finding.ts'
import { openings } from './opening.ts'
import { ratioOf } from './ratio.ts'

/** For a peer that takes a second, and for one that is as fast as we are. */
const turnsFor = ({ quick }: Arena): Record<'slow' | 'fast', Turns> =>
  quick
    ? {
        slow: { rounds: 3, leastMilliseconds: 30, warmUp: 0 },
        fast: { rounds: 9, leastMilliseconds: 10, warmUp: 3 },
      }
    : {
        slow: { rounds: 7, leastMilliseconds: 50, warmUp: 1 },
        fast: { rounds: 31, leastMilliseconds: 20, warmUp: 5 },
      }

const leave = ({ place }: Opened): void => place.leave()

/** Our own engine with each model, opened once. */
type Ours = ReadonlyMap<ModelName, Opened>

const oursOn = (ours: Ours, model: ModelName): Opened => {
  const opened = ours.get(model)
  if (opened === undefined) throw new Error(`Model ${model} is not open.`)
  return opened
}

const recalculationByHand = async (arena: Arena, ours: Opened): Promise<Finding> => {
  const byHand = await open(arena, 'byHand', ours.model)
  const { fast } = turnsFor(arena)
  const finding = await contest('full recalculation', 'JavaScript by hand', ours, byHand, 'recalculate', fast)
  leave(byHand)
  return finding
}

type WorkbookEngine = 'hyperFormula' | 'ironCalc'

const workbookTasks: Readonly<Record<WorkbookEngine, readonly (readonly [Peer, 'recalculate' | 'rebuild'])[]>> = {
  hyperFormula: [
    ['HyperFormula evaluator.run', 'recalculate'],
    ['HyperFormula rebuild', 'rebuild'],
  ],
  ironCalc: [['IronCalc', 'recalculate']],
}

/** Model C takes a peer so many times as long as opening B, all told, with the rounds of `quick`. */
const timesOpening = 17

const againstWorkbook = async (
  arena: Arena,
  ours: Opened,
  engine: WorkbookEngine,
  openingOfB: number,
): Promise<{ readonly findings: readonly Finding[]; readonly opening: number }> => {
  const measure = 'full recalculation'
  const { model } = ours
  const isTooLong = model === 'C' && arena.timeLeft() < openingOfB * timesOpening
  const skipped = arena.absence(engine, model) ?? (isTooLong ? 'no time left for it' : null)
  if (skipped !== null) {
    const findings = workbookTasks[engine].map(([peer]) => ({ measure, model, peer, skipped }) as const)
    return { findings, opening: NaN }
  }
  const theirs = await open(arena, engine, model)
  const { slow } = turnsFor(arena)
  const turns = model === 'C' && arena.quick ? { ...slow, rounds: 2 } : slow
  const findings: Finding[] = []
  for (const [peer, task] of workbookTasks[engine])
    if (task === 'rebuild' && model === 'C' && arena.quick)
      findings.push({ measure, model, peer, skipped: 'left out with --quick' })
    else findings.push(await contest(measure, peer, ours, theirs, task, turns, 'recalculate'))
  if (engine === 'hyperFormula' && model === 'B') findings.push(...(await edits(arena, ours, theirs)))
  leave(theirs)
  return { findings, opening: theirs.milliseconds }
}

const edits = async (arena: Arena, ours: Opened, theirs: Opened): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  const { slow, fast } = turnsFor(arena)
  for (const [task, measure, turns] of [
    ['half edit', 'edit that reaches half', { ...slow, warmUp: 2 }],
    ['four-cell edit', 'edit that reaches four cells', fast],
  ] as const) {
    const cells = [await checkEdit(ours, task), await checkEdit(theirs, task)]
    arena.say(`${measure}: ${cells.join(' cells changed in Paceline, ')} in HyperFormula`)
    findings.push(await contest(measure, 'HyperFormula', ours, theirs, task, turns))
  }
  return findings
}

const manyLanes = async (arena: Arena, ours: Opened): Promise<readonly Finding[]> => {
  const measure = '10,000 lanes'
  const { fast } = turnsFor(arena)
  const byHand = await open(arena, 'byHand', 'A')
  await checkLanes(ours, byHand)
  const findings = [await contest(measure, 'JavaScript by hand', ours, byHand, 'lanes', fast)]
  leave(byHand)
  const skipped = arena.absence('numpy', 'A')
  if (skipped !== null) return [...findings, { measure, model: 'A', peer: 'numpy', skipped }]
  const numpy: Opened = { engine: 'numpy', model: 'A', place: await arena.enter('numpy'), milliseconds: NaN }
  await checkLanes(ours, numpy)
  findings.push(await contest(measure, 'numpy', ours, numpy, 'lanes', fast))
  leave(numpy)
  return findings
}

const cellCount: Readonly<Record<ModelName, () => number>> = {
  A: () => computedCellCount(companyModel()),
  B: () => computedCellCount(blockModel()),
  C: () => computedCellCount(tenBlockModel()),
}

/** The time of one cell in a larger model against a smaller one's. */
const growth = async (arena: Arena, ours: Ours): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const [smaller, larger] of [
    ['A', 'B'],
    ['B', 'C'],
  ] as const) {
    if (!ours.has(larger)) continue
    const side = (model: ModelName) =>
      ({ opened: oursOn(ours, model), task: 'recalculate', units: cellCount[model]() }) as const
    const rounds = await takeTurns(side(larger), side(smaller), turnsFor(arena).fast)
    findings.push({ measure: 'time per cell', model: larger, peer: `Paceline on ${smaller}`, ...ratioOf(rounds) })
  }
  return findings
}

/** Measures all there is, and hands each finding on as it comes. */
export const runProgramme = async (arena: Arena, found: (finding: Finding) => void): Promise<void> => {
  const all = (findings: readonly Finding[]): void => findings.forEach(found)
  all(await openings(arena))
  const ours = new Map<ModelName, Opened>()
  for (const model of arena.models) ours.set(model, await open(arena, 'paceline', model))
  for (const opened of ours.values()) found(await recalculationByHand(arena, opened))
  all(await growth(arena, ours))
  all(await manyLanes(arena, oursOn(ours, 'A')))
  const openingOfB = new Map<WorkbookEngine, number>()
  for (const model of ['B', 'A', 'C'] as const)
    for (const engine of ['hyperFormula', 'ironCalc'] as const) {
      if (!ours.has(model)) continue
      const known = openingOfB.get(engine) ?? 0
      const { findings, opening } = await againstWorkbook(arena, oursOn(ours, model), engine, known)
      if (model === 'B') openingOfB.set(engine, opening)
      all(findings)
    }
  for (const opened of ours.values()) leave(opened)
}
