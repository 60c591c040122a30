// A stand as a worker of the bench page, named after its engine: commands and answers are messages.

import wasm from '@ironcalc/wasm/wasm_bg.wasm?url'
import { byHand } from '../engines/byHand.ts'
import type { Contestant } from '../engines/contestant.ts'
import { engineNames, Stand, type Command, type EngineName } from '../engines/stand.ts'
import type { BenchModel } from '../models/benchModel.ts'

const enter = async (engine: EngineName, model: BenchModel): Promise<Contestant> => {
  switch (engine) {
    case 'paceline':
      return (await import('../engines/paceline.ts')).paceline(model)
    case 'byHand':
      return byHand(model)
    case 'hyperFormula':
      return (await import('../engines/hyperFormula.ts')).hyperFormula(model)
    case 'ironCalc': {
      const { ironCalc, ironCalcFile, startIronCalc } = await import('../engines/ironCalc.ts')
      startIronCalc(await (await fetch(wasm)).arrayBuffer())
      return ironCalc(model, ironCalcFile(model))
    }
  }
}

const engine = engineNames.find((each) => each === self.name)
if (engine === undefined) throw new Error(`${self.name} is no engine.`)
const stand = new Stand(engine, enter)
self.addEventListener('message', ({ data }: MessageEvent<Command>) => {
  stand.answer(data).then(
    (answer) => self.postMessage({ answer }),
    (fault: unknown) => self.postMessage({ fault: fault instanceof Error ? fault.stack : String(fault) }),
  )
})
