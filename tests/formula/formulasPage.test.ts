// docs/formulas.md says what the guide and the function table say. To write it anew:
// npx vitest run --project node tests/formula/formulasPage.test.ts -u

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { functionTable } from '#formula/functionTable.ts'
import { signatureOf } from '#formula/function.ts'
import { formulasPage } from '../support/formulasPage.ts'

test('[F13] docs/formulas.md is what the guide and the function table make it', async () => {
  await expect(await formulasPage()).toMatchFileSnapshot('../../docs/formulas.md')
})

test('[F13] it has every function', () => {
  const page = readFileSync('docs/formulas.md', 'utf8')
  for (const entry of functionTable) expect(page).toContain(`### \`${signatureOf(entry)}\``)
})
