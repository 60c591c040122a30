import { expect, test } from 'vitest'
import { backupAge } from '#session/backup.ts'
import { dayText } from '#session/history/historyText.ts'
import { backupText, changedText, modelBeginning, modelsFound, sizeText } from '#session/models/modelWords.ts'

const now = '2026-11-26T10:00:00.000Z'

const summary = {
  ...{ id: 'a', name: 'Alibaba: AI and cloud', changedAt: '2026-11-26T09:00:00.000Z', backedUpAt: null, edits: 0 },
  size: { lines: 23, quarters: 20 },
}

test('[MD10] a model tells when it last changed, and how large it is', () => {
  const told = [
    '2026-11-26T09:59:30.000Z',
    '2026-11-26T09:54:00.000Z',
    '2026-11-26T04:59:00.000Z',
    '2026-11-25T09:00:00.000Z',
    '2026-11-20T10:00:00.000Z',
  ]
  expect(told.map((at) => changedText(at, now))).toEqual([
    ...['just now', '6 minutes ago', '5 hours ago', 'yesterday', '6 days ago'],
  ])
  expect(changedText('', now)).toBe('at a moment unknown')
  expect(changedText('2026-10-01T10:00:00.000Z', now)).toMatch(/^1 Oct 2026/)
  expect(sizeText(summary)).toBe('23 lines, 20 quarters')
  expect(sizeText({ ...summary, size: null })).toBe('damaged')
})

test('[MD10] [MD12] days are the calendar’s: Monday evening is two days before the night of Wednesday', () => {
  const monday = new Date(2026, 10, 23, 23, 30).toISOString()
  const tuesday = new Date(2026, 10, 24, 0, 30).toISOString()
  const night = new Date(2026, 10, 25, 1, 0).toISOString()
  expect([changedText(monday, night), changedText(tuesday, night)]).toEqual(['2 days ago', 'yesterday'])
  expect([backupAge(monday, night), backupAge(tuesday, night), backupAge(night, night)]).toEqual([
    '2 days',
    'yesterday',
    'today',
  ])
  expect(dayText(tuesday, night)).toBe('Yesterday')
})

test('[MD12] one with many edits that was never backed up, or not since, is marked', () => {
  expect(backupText(summary, now)).toEqual({ text: 'never', isOverdue: false })
  expect(backupText({ ...summary, edits: 19 }, now)).toEqual({ text: 'never, 19 edits', isOverdue: false })
  expect(backupText({ ...summary, edits: 20 }, now)).toEqual({ text: 'never, 20 edits', isOverdue: true })
  const saved = { ...summary, edits: 40, backedUpAt: '2026-11-20T09:00:00.000Z' }
  expect(backupText(saved, now)).toEqual({ text: '6 days ago, changed since', isOverdue: true })
  expect(backupText({ ...saved, changedAt: '2026-11-20T08:00:00.000Z' }, now)).toEqual({
    text: '6 days ago',
    isOverdue: false,
  })
  expect(backupText({ ...saved, backedUpAt: '2026-11-26T08:00:00.000Z' }, now).isOverdue).toBe(false)
})

test('[MD10] a search finds the models with all its words', () => {
  const models = [summary, { ...summary, name: 'Tencent: AI' }]
  expect(modelsFound(models, 'ai TEN').map(({ name }) => name)).toEqual(['Tencent: AI'])
  expect(modelsFound(models, ' ')).toHaveLength(2)
})

test('[MD10] letters lead to the next model whose name begins so, and round', () => {
  const models = ['Alibaba', 'Meridian', 'Alphabet', 'Meta'].map((name) => ({ ...summary, id: name, name }))
  expect(modelBeginning(models, 'a', 0)).toBe(0)
  expect(modelBeginning(models, 'a', 1)).toBe(2)
  expect(modelBeginning(models, 'A', 3)).toBe(0)
  expect(modelBeginning(models, 'met', 0)).toBe(3)
  expect(modelBeginning(models, 'x', 0)).toBeNull()
})
