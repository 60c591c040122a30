// A stand as a process of its own: `node child.js ENGINE`, commands and answers over the channel to its parent.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { byHand } from '../engines/byHand.ts'
import type { Contestant } from '../engines/contestant.ts'
import { engineNames, Stand, type Command, type EngineName } from '../engines/stand.ts'
import type { BenchModel } from '../models/benchModel.ts'

const [engine, peersFolder = '', cacheFolder = ''] = process.argv.slice(2)

/** The model in IronCalc's own file format, typed in once and kept. */
const keptFile = (model: BenchModel, make: (model: BenchModel) => Uint8Array): Uint8Array => {
  const digest = createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 16)
  const file = join(cacheFolder, `${model.name}-${digest}.ironcalc`)
  if (!existsSync(file)) {
    console.log(`Typing model ${model.name} into IronCalc, this once …`)
    mkdirSync(cacheFolder, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, make(model))
    renameSync(`${file}.${process.pid}`, file)
  }
  return readFileSync(file)
}

const enter = async (name: EngineName, model: BenchModel): Promise<Contestant> => {
  switch (name) {
    case 'paceline':
      return (await import('../engines/paceline.ts')).paceline(model)
    case 'byHand':
      return byHand(model)
    case 'hyperFormula':
      return (await import('../engines/hyperFormula.ts')).hyperFormula(model)
    case 'ironCalc': {
      const { ironCalc, ironCalcFile, startIronCalc } = await import('../engines/ironCalc.ts')
      startIronCalc(readFileSync(join(peersFolder, 'node_modules/@ironcalc/wasm/wasm_bg.wasm')))
      return ironCalc(model, keptFile(model, ironCalcFile))
    }
  }
}

/** Bytes in use after a collection, on the heap and, for arrays and WebAssembly, beside it. */
const heapBytes = (): number => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const name = engineNames.find((each) => each === engine)
if (name === undefined) throw new Error(`${String(engine)} is no engine.`)
const stand = new Stand(name, enter, globalThis.gc === undefined ? null : heapBytes)
process.on('message', (command: Command) => {
  stand.answer(command).then(
    (answer) => process.send?.({ answer }),
    (fault: unknown) => process.send?.({ fault: fault instanceof Error ? fault.stack : String(fault) }),
  )
})
