// Loading the engine with a fault in it: its sources are read anew, one text in one file replaced, by a Vite server that
// serves nobody. The same door without a fault loads the engine as it is.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import type { Evaluator } from './evaluators.ts'

export type SeededFault = {
  readonly file: string
  readonly from: string
  readonly to: string
  /** What goes wrong, as one would tell it. */
  readonly why: string
}

const root = resolve(import.meta.dirname, '../..')

/** How often the text to be replaced occurs in the file: a fault that fits no more must be written anew. */
export const occurrences = ({ file, from }: SeededFault): number =>
  readFileSync(resolve(root, file), 'utf8').split(from).length - 1

export class EngineLoader {
  readonly #server: ViteDevServer
  readonly #setFault: (fault: SeededFault | null) => void

  private constructor(server: ViteDevServer, setFault: (fault: SeededFault | null) => void) {
    this.#server = server
    this.#setFault = setFault
  }

  static async open(): Promise<EngineLoader> {
    let fault: SeededFault | null = null
    const seeding: Plugin = {
      name: 'seeded-fault',
      enforce: 'pre',
      transform: (code, id) =>
        fault !== null && id === resolve(root, fault.file) ? code.replace(fault.from, () => fault?.to ?? '') : null,
    }
    const server = await createServer({
      configFile: false,
      root,
      logLevel: 'error',
      appType: 'custom',
      server: { middlewareMode: true, hmr: false, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true, include: [] },
      plugins: [seeding],
    })
    return new EngineLoader(server, (next) => {
      fault = next
    })
  }

  /** The compiled evaluator, with a fault or as it is. */
  async load(fault: SeededFault | null): Promise<Evaluator> {
    this.#setFault(fault)
    this.#server.moduleGraph.invalidateAll()
    const { calculate } = await this.#server.ssrLoadModule('/src/engine/calculate.ts')
    return { name: fault?.why ?? 'as it is', calculate: calculate as Evaluator['calculate'] }
  }

  async close(): Promise<void> {
    await this.#server.close()
  }
}
