// An Arena is where contests are held: Node with its processes, or a browser with its workers. A Place in it is one engine's
// own process or worker, which answers commands.

import type { Answer, Command, EngineName, ModelName } from '../engines/stand.ts'

export type Place = {
  readonly ask: (command: Command) => Promise<Answer>
  readonly leave: () => void
}

/** All that may take part; numpy only in the lanes of model A. */
export type Contender = EngineName | 'numpy'

export type Arena = {
  /** A fresh place for an engine. */
  readonly enter: (engine: Contender) => Promise<Place>
  /** Why a peer does not take part with a model; null where it does. */
  readonly absence: (peer: Contender, model: ModelName) => string | null
  readonly models: readonly ModelName[]
  /** Whether to make do with fewer rounds, and to leave out what there is no time for. */
  readonly quick: boolean
  /** Milliseconds until the whole has to be done; without end where nobody waits. */
  readonly timeLeft: () => number
  readonly say: (sentence: string) => void
}
