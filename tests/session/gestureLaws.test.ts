// Whatever is typed, pasted, cut, filled, deleted and formatted, in whatever scenario and whichever way the sheet lies: every
// gesture is one step of undo; after undoing all, the model equals the first to the byte, and after redoing all, the last.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { readTsv } from '#exchange/block.ts'
import { readCopied } from '#exchange/copied.ts'
import { allLines } from '#model/model.ts'
import { isProblem } from '#model/problem.ts'
import { proposeFormat } from '#session/format.ts'
import { cellAt, type Cell } from '#session/layout.ts'
import { rangeOf } from '#session/range.ts'
import { textOf } from '../model/sample.ts'
import { Desk } from './desk.ts'
import { typed } from './typed.ts'

type Act = {
  readonly kind: number
  /** Two corners of the selection, by positions that are taken round the sheet. */
  readonly corners: readonly [number, number, number, number]
  readonly value: number
  readonly answer: boolean
}

const kinds = [
  ...([
    'type',
    'type into all',
    'delete',
    'fill down',
    'fill right',
    'fill to end',
    'copy',
    'cut',
    'paste own',
  ] as const),
  ...([
    'paste values',
    'paste table',
    'format',
    'scenario',
    'turn',
    'undo',
    'redo',
    'redo',
    'redo',
    'repeat',
    'release',
  ] as const),
]

const texts = [
  '7',
  '12%',
  '-3',
  '',
  '39.8bn',
  '(21,840)',
  'abc',
  '870bps',
  '=85972-61360',
  '5\t6\n7\t8',
  '1.234,5\t–\t\t9',
]

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.nat(kinds.length - 1),
  corners: fc.tuple(fc.nat(40), fc.nat(12), fc.nat(3), fc.nat(3)),
  value: fc.nat(999),
  answer: fc.boolean(),
})

const select = (desk: Desk, [line, time, lines, times]: Act['corners']): void => {
  const { layout } = desk.sheet
  const cell = (atLine: number, atTime: number): Cell =>
    cellAt(layout, { line: atLine % layout.lines.length, time: atTime % layout.times.length })
  desk.sheet.selection.choose([rangeOf(cell(line, time), cell(line + lines, time + times))])
}

const pick = <Item>(items: readonly Item[], value: number): Item => present(items[value % items.length], 'an item')

const format = (desk: Desk, value: number): void => {
  const lines = [...new Set(desk.sheet.blocks.targets.map(({ line }) => line))]
  const edits = proposeFormat(desk.model, lines, value % 2 === 0 ? 'per cent' : 'number')
  if (!isProblem(edits) && edits.length > 0) desk.dispatch(edits, 'format')
}

/** One gesture; the texts of the last copy are kept from one to the next. */
const perform = (desk: Desk, { kind, corners, value, answer }: Act, kept: { own: string; plain: string }): void => {
  const { blocks, clipboard } = desk.sheet
  desk.answer = answer ? 'confirm' : 'leave'
  select(desk, corners)
  const table = (text: string) => readTsv(text).map((row) => row.map((each) => ({ text: each, isExact: false })))
  switch (kinds[kind]) {
    case 'type':
      if (desk.target !== null) desk.gestures.typeInto(desk.target, pick(texts, value))
      return
    case 'type into all':
      blocks.typeIntoSelection(pick(texts, value))
      return
    case 'delete':
      blocks.deleteSelection()
      return
    case 'release':
      blocks.deleteSelection()
      blocks.deleteSelection()
      return
    case 'fill down':
      blocks.fillFromFirst('line')
      return
    case 'fill right':
      blocks.fillFromFirst('time')
      return
    case 'fill to end':
      desk.sheet.fillToEnd()
      return
    case 'copy':
    case 'cut': {
      const taken = clipboard.take(kinds[kind] === 'cut')
      if (taken !== null) Object.assign(kept, { own: taken.own, plain: taken.plain })
      return
    }
    case 'paste own':
    case 'paste values':
      clipboard.paste({ own: readCopied(kept.own), table: table(kept.plain) }, kinds[kind] === 'paste values')
      return
    case 'paste table':
      clipboard.paste({ own: null, table: table(pick(texts, value)) }, false)
      return
    case 'format':
      format(desk, value)
      return
    case 'scenario':
      desk.look({ scenario: pick(desk.model.scenarios, value).id })
      return
    case 'turn':
      desk.look({ orientation: desk.view.orientation === 'across' ? 'down' : 'across' })
      return
    case 'undo':
      desk.undo()
      return
    case 'redo':
      desk.redo()
      return
    case 'repeat':
      blocks.repeat()
      return
    case undefined:
      throw new Error('no such gesture')
  }
}

const scenarios = [
  ...typed.scenarios,
  { id: 'bear', name: 'Bear', parent: 'bull', colour: 'orange', formulas: new Map([['costs', '']]) } as const,
]
const model = { ...typed, scenarios }

test('[G14] [QT5] undoing all gives the first model to the byte, redoing all the last, and each gesture is one step', () => {
  const performed = new Map<string, number>()
  let steps = 0
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 6, maxLength: 14, size: 'max' }),
      fc.nat(2),
      fc.nat(5),
      (acts, scenario, layout) => {
        const desk = new Desk(model)
        const yearColumns = pick(['among', 'last', 'only'] as const, layout)
        const yearsBy = layout < 3 ? 'fiscal' : 'calendar'
        desk.look({ scenario: pick(model.scenarios, scenario).id, yearColumns, yearsBy })
        const kept = { own: '', plain: '' }
        for (const each of acts) {
          const before = desk.done.length
          perform(desk, each, kept)
          const kind = kinds[each.kind] ?? ''
          expect(Math.abs(desk.done.length - before)).toBeLessThanOrEqual(kind === 'release' ? 2 : 1)
          if (desk.done.length !== before) performed.set(kind, (performed.get(kind) ?? 0) + 1)
        }
        const last = textOf(desk.model)
        const count = desk.done.length
        steps += count
        while (desk.undo());
        expect(textOf(desk.model)).toBe(textOf(model))
        for (let at = 0; at < count; at += 1) expect(desk.redo()).toBe(true)
        expect(textOf(desk.model)).toBe(last)
        expect(allLines(desk.model).length).toBe(allLines(model).length)
      },
    ),
    { numRuns: 2500 },
  )
  // A law that is never put to the test holds easily: every kind of gesture changed something, often.
  for (const kind of kinds)
    if (!['copy', 'cut', 'scenario', 'turn'].includes(kind))
      expect([kind, (performed.get(kind) ?? 0) > (kind === 'redo' ? 10 : 40)]).toEqual([kind, true])
  expect(steps).toBeGreaterThan(2000)
})
