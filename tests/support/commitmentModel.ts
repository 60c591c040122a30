// A commitment on one line of capex, small enough to reckon by hand: FY26 Q1 to FY27 Q2, reported to FY26 Q2.

import type { Commitment } from '#model/commitment.ts'
import type { Model } from '#model/model.ts'
import { modelText } from './modelText.ts'

export const rmbM = { kind: 'currency', currency: 'RMB', scale: 'm' } as const

/** 500 m over four quarters from FY26 Q1, counted in full, unless said otherwise. */
export const promise = (more: Partial<Commitment> = {}): Commitment => ({
  id: 'plan',
  key: 'plan',
  name: 'Plan',
  section: 'All',
  kind: 'floor',
  amount: 500,
  unit: rmbM,
  plan: 'straight',
  note: { text: 'said in February', source: null },
  reading: { id: 'main', name: 'All of it', counts: 'capex', first: '2025-06', delay: 0, quarters: 4 },
  otherReadings: [],
  ...more,
})

export const withCapex = (capex: string, more: Partial<Commitment> = {}, scenarios = ''): Model => ({
  ...modelText(`FY26 Q1 to FY27 Q2, actual to FY26 Q2\n capex ${capex}\n${scenarios}`),
  commitments: [promise(more)],
})
