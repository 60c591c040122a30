// With the view in bn: what F2 puts into a cell, and what a cell of the open model reads, are in bn.

import { expect, test } from 'vitest'
import { present } from '#base/assert.ts'
import { editText } from '#ui/grid/cellText.ts'
import { exampleBench } from '../../support/workbench.ts'

test('[N1] in bn, F2 shows 32 for 32,000 m, and 33 typed is 33,000 m', async () => {
  const { open } = await exampleBench()
  open.look({ scale: 'bn' })
  open.select({ line: 'capex_run_rate', column: '2025-12' })
  const target = present(open.target, 'the cell')
  expect(editText(open.results, target)).toBe('32')
  const { layout, blocks } = open.sheet
  expect(blocks.targetAt(layout.lineAt.get('capex_run_rate') ?? -1, layout.timeAt.get('2025-12') ?? -1)).toEqual(target)
  open.gestures.typeInto(target, '33')
  expect(open.results.valueOf('base', 'capex_run_rate', '2025-12')).toBe(33_000)
})

test('[N1] the commitment’s amount likewise', async () => {
  const { open } = await exampleBench()
  open.look({ scale: '亿' })
  open.select({ line: 'ai_capex.amount', column: 'constant' })
  const target = present(open.target, 'the cell')
  expect(editText(open.results, target)).toBe('3800')
  open.gestures.typeInto(target, '4000')
  expect(open.results.constantOf('base', 'ai_capex.amount')).toBe(400_000)
})
