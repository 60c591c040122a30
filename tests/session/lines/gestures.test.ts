// Keys, menus and gestures on lines as they are selected in the sheet.

import { expect, test } from 'vitest'
import { lineOf } from '#model/model.ts'
import { command, commandFor } from '#session/commands.ts'
import { proposeKey } from '#session/lines/lineName.ts'
import { menuOf } from '#session/menu.ts'
import { rangeOf } from '#session/range.ts'
import { settled } from '../../model/sample.ts'
import { exampleBench } from '../../support/workbench.ts'

const column = '2025-12'

const whole = (first: string, last = first) => ({
  ...rangeOf({ line: first, column }, { line: last, column }),
  isWholeLines: true,
})

test.each([
  ['Enter', { ctrlKey: true, altKey: true }, 'line.insertBelow'],
  ['=', { ctrlKey: true, altKey: true }, 'line.insertAbove'],
  ['D', { altKey: true, shiftKey: true }, 'line.duplicate'],
  ['R', { altKey: true, shiftKey: true }, 'line.rename'],
  ['ArrowUp', { altKey: true }, 'line.moveUp'],
  ['ArrowDown', { altKey: true }, 'line.moveDown'],
  ['-', { ctrlKey: true, altKey: true }, 'line.remove'],
  // A Mac writes a dash with Option.
  ['–', { metaKey: true, altKey: true, code: 'Minus' }, 'line.remove'],
] as const)('[LN1] [LN2] %s with %j is %s, on the sheet only', (key, held, id) => {
  const press = { key, ctrlKey: false, metaKey: false, shiftKey: false, ...held }
  expect(commandFor(press, 'sheet')?.id).toBe(id)
  expect(commandFor(press, 'elsewhere')).toBeNull()
})

test('[LN2] several lines move together and stay selected, a folded section that takes one in unfolds', async () => {
  const { open, workbench } = await exampleBench()
  open.look({ foldedSections: ['Consensus'] })
  open.sheet.selection.choose([whole('capex_ai_cloud_ttm', 'cloud_first_reported')])
  command('line.moveDown').run(workbench)
  expect(open.model.lines.filter(({ section }) => section === 'Consensus').map(({ key }) => key)).toEqual([
    ...['capex_ai_cloud_ttm', 'cloud_first_reported'],
    ...['consensus_revenue', 'consensus_cloud', 'revenue_surprise', 'cloud_surprise'],
  ])
  expect(open.lines.lines.map(({ id }) => id)).toEqual(['capex_ai_cloud_ttm', 'cloud_first_reported'])
  expect(open.view.foldedSections).toEqual([])
  expect(open.message?.sentence).toContain('2 lines moved to Consensus.')
})

test('[LN2] [LN13] on a heading the same keys move and delete the section, and the menu says so', async () => {
  const { open, workbench } = await exampleBench()
  open.select({ line: 'section:Drivers', column })
  expect(menuOf(open.sheet, workbench).flat()).toEqual(
    expect.arrayContaining(['section.new', 'line.rename', 'line.remove']),
  )
  expect(command('line.remove').nameNow?.(workbench)).toBe('Delete the section …')
  command('line.moveUp').run(workbench)
  expect(open.model.sections.indexOf('Drivers')).toBe(2)
  command('line.remove').run(workbench)
  expect(open.lines.dialog).toEqual({ kind: 'delete section', section: 'Drivers' })
  open.select({ line: 'section:Pacing: workings', column })
  open.lines.dialog = null
  command('line.remove').run(workbench)
  expect(open.message).toMatchObject({ tone: 'problem' })
  expect(open.lines.dialog).toBeNull()
})

test('[LN1] the menu of whole lines has all that is done to lines; a number is lifted only where there is one', async () => {
  const { open, workbench } = await exampleBench()
  open.sheet.selection.choose([whole('capex_fcf')])
  const offered = () => menuOf(open.sheet, workbench).flat()
  expect(offered()).toEqual(
    expect.arrayContaining([
      'line.insertAbove',
      'line.duplicate',
      'line.rename',
      'line.key',
      'line.toSection',
      'line.remove',
    ]),
  )
  expect(offered()).not.toContain('line.lift')
  open.dispatch([{ kind: 'formula', scenario: 'bull', line: 'capex_fcf', formula: 'capex * 0.97' }], 'a number')
  expect(offered()).toContain('line.lift')
})

test('[LN5] a line that nothing needs goes at once, and the cursor is on what then stands there', async () => {
  const { open, workbench } = await exampleBench()
  open.sheet.selection.choose([whole('capex_intensity')])
  command('line.remove').run(workbench)
  expect(open.lines.dialog).toBeNull()
  expect(open.message?.sentence).toContain('“Capex intensity” is deleted.')
  expect(open.sheet.selection.cursor?.line).toBe('ebita_margin')
  open.select({ line: 'ai_capex.counted', column })
  command('line.remove').run(workbench)
  expect(open.message?.sentence).toContain('it goes with the commitment')
})

test('[LN4] F2 on a whole line is its name, on a cell the number; drafts follow another key', async () => {
  const { open, workbench } = await exampleBench()
  open.sheet.selection.choose([whole('capex')])
  command('edit.text').run(workbench)
  expect(open.lines.calledField).toBe('label')
  expect(open.view).toMatchObject({ panel: 'line', isPanelHidden: false })
  open.lines.calledField = null
  open.select({ line: 'capex', column })
  command('edit.text').run(workbench)
  expect(open.lines.calledField).toBeNull()
  open.look({ formulaDrafts: [{ line: 'capex_fcf', scenario: 'base', text: 'capex * (' }] })
  const drafts = (): readonly string[] => open.view.formulaDrafts.map(({ text }) => text)
  const deed = settled(proposeKey(open.model, lineOf(open.model, 'capex'), 'spend'))
  open.dispatch(deed.edits, deed.label, deed.said)
  expect(drafts()).toEqual(['spend * ('])
  await open.ledger.whenSaved()
  open.undo()
  await open.ledger.whenSaved()
  expect([lineOf(open.model, 'capex').key, drafts()]).toEqual(['capex', ['capex * (']])
  open.redo()
  await open.ledger.whenSaved()
  expect(drafts()).toEqual(['spend * ('])
})

test('[LN3] a line dropped behind a commitment’s lines stands behind the section’s own', async () => {
  const { open } = await exampleBench()
  open.lines.drop(['capex'], { section: 'Pacing', after: 'ai_capex.counted' })
  expect(lineOf(open.model, 'capex').section).toBe('Pacing')
  open.lines.drop(['revenue'], { section: 'Pacing: workings', after: null })
  expect(open.message?.sentence).toContain('is a commitment’s')
})
