import { expect, test } from 'vitest'
import { noteParts } from '#session/notes/noteWords.ts'
import { noteStory } from '#session/trace/noteStory.ts'
import { tracedOf } from '#session/trace/traced.ts'
import { exampleBench } from '../../support/workbench.ts'
import { present } from '#base/assert.ts'

test('[TR5] [NS10] where a number was read is told as the hint on hover tells it', async () => {
  const { open } = await exampleBench()
  open.dispatch([{ kind: 'change line', line: 'capex', change: { source: 'https://www.example.com/ir' } }], 'Source')
  open.select({ line: 'capex', column: '2025-09' })
  const traced = present(tracedOf(open), 'a traced cell')
  const source = { words: 'example.com (from the line)', address: 'https://www.example.com/ir' }
  expect(noteStory(traced, null, true)?.source).toEqual(source)
  expect(noteParts(null, traced.followed.line, 1)).toEqual([{ kind: 'source', ...source }])
})
