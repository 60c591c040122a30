// What tests of the clipboard do over and over: a sheet over a model, what comes from another program, what Paceline copied.

import { readTsv } from '#exchange/block.ts'
import { readCopied } from '#exchange/copied.ts'
import type { Model } from '#model/model.ts'
import type { Incoming } from '#session/clipboard.svelte.ts'
import { Desk } from './desk.ts'
import { typed as model } from './typed.ts'

export const newDesk = (scenario = 'base', orientation: 'across' | 'down' = 'across', of: Model = model): Desk => {
  const desk = new Desk(of)
  desk.look({ scenario, orientation })
  return desk
}

/** What another program puts on the clipboard. */
export const table = (text: string): Incoming => ({
  own: null,
  table: readTsv(text).map((row) => row.map((each) => ({ text: each, isExact: false }))),
})

/** What Paceline itself does. */
export const copied = (desk: Desk, isCut = false): Incoming => {
  const texts = desk.sheet.clipboard.take(isCut)
  if (texts === null) throw new Error(desk.message?.sentence)
  return { own: readCopied(texts.own), table: table(texts.plain).table }
}
