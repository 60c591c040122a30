import { expect, test } from 'vitest'
import { shownColumn } from '#ui/grid/folding.ts'
import { modelText } from '../../support/modelText.ts'
import { gridStub } from './gridStub.ts'

const model = modelText('FY25 Q1 to FY26 Q2\n a 1')

test('[G4] a quarter that is folded away is shown by its year, and a column that is there by itself', () => {
  const api = gridStub('l', ['label', 'constant', 'FY2025', '2025-06', '2025-09'])
  expect(shownColumn(api, model, '2024-09')).toBe('FY2025')
  expect(shownColumn(api, model, '2025-06')).toBe('2025-06')
  expect(shownColumn(api, model, 'constant')).toBe('constant')
})

test('[G4] a column that is gone altogether is shown by the label', () => {
  const api = gridStub('l', ['label', '2025-06', '2025-09'])
  expect(shownColumn(api, model, '2026-03')).toBe('label')
  expect(shownColumn(api, model, 'FY2026')).toBe('label')
})
