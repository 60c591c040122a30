// A model with numbers to type over: Base and Bull, reported to FY26 Q2.

import type { Model } from '#model/model.ts'
import { commitment, line, rowsWith, sample } from '../model/sample.ts'

export const typed: Model = sample({
  lines: [
    line('revenue', { label: 'Revenue', formula: 'revenue[-1] * (1 + growth)' }),
    line('costs', { label: 'Costs' }),
    line('mixed'),
    line('alone'),
    line('growth', {
      label: 'Growth',
      section: 'Drivers',
      kind: 'rate',
      driver: true,
      unit: { kind: 'percent' },
      decimals: 1,
    }),
    line('fade', {
      label: 'Fade',
      section: 'Drivers',
      kind: 'constant',
      driver: true,
      unit: { kind: 'points' },
      decimals: 1,
      formula: '1%',
    }),
  ],
  scenarios: [
    { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
    { id: 'bull', name: 'Bull', parent: 'base', colour: 'green', formulas: new Map() },
  ],
  commitments: [commitment({ otherReadings: [] })],
  rows: rowsWith([
    ['base', '2025-06', 'revenue', 100_000],
    ['base', '2025-09', 'revenue', 110_000, { text: 'Release', source: 'https://example.com' }],
    ['base', '2025-09', 'costs', 240],
    ['base', '2026-03', 'costs', 250],
    ['base', '2025-09', 'mixed', 1],
    ['base', '2026-03', 'mixed', 1000],
    ['base', '2025-09', 'growth', 0.1],
    ['base', '2026-03', 'growth', 0.12],
    ['base', '2026-06', 'revenue', 150_000],
    ['bull', '2026-06', 'costs', 300],
    ['bull', '2026-09', 'costs', 310],
  ]),
})
