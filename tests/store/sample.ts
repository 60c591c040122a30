// A small model, made by hand, and a door to the raw rows beneath the store.

import 'fake-indexeddb/auto'
import { toDocument } from '#model/document.ts'
import type { Edit } from '#model/edit.ts'
import type { LineItem } from '#model/lineItem.ts'
import type { Model } from '#model/model.ts'
import { isProblem, type Problem } from '#model/problem.ts'
import type { Quarter } from '#model/quarter.ts'
import type { Entry, Note, QuarterRow } from '#model/quarterRow.ts'
import type { View } from '#model/view.ts'
import { openStore, type Change, type Committed, type Opened, type Store } from '#store/store.ts'

export const line = (id: string, more: Partial<LineItem> = {}): LineItem => ({
  id,
  key: id,
  label: `Line ${id}`,
  section: 'Reported',
  unit: { kind: 'currency', currency: 'RMB', scale: 'm' },
  kind: 'flow',
  decimals: 0,
  polarity: 'moreIsBetter',
  driver: false,
  formula: null,
  description: '',
  tolerance: null,
  expected: null,
  source: '',
  breaks: [],
  ...more,
})

const row = (entries: Record<string, Entry>, notes: Record<string, Note> = {}): QuarterRow => ({
  entries: new Map(Object.entries(entries)),
  notes: new Map(Object.entries(notes)),
})

const quarters = (rows: Readonly<Partial<Record<Quarter, QuarterRow>>>): ReadonlyMap<Quarter, QuarterRow> =>
  new Map(Object.entries(rows) as [Quarter, QuarterRow][])

/** Two lines and one with a treacherous id, Base and Bull, one commitment, something typed of every sort. */
export const sample = (id = 'm1', name = 'Sample'): Model => ({
  id,
  name,
  fiscalCalendar: { yearEndMonth: 3, yearNamedBy: 'end' },
  timeline: { first: '2025-06', last: '2026-12' },
  lastActual: '2025-09',
  currency: 'RMB',
  scale: 'm',
  sections: ['Reported', 'Pacing'],
  lines: [
    line('revenue', { formula: 'revenue[-1] * (1 + growth)' }),
    line('growth', { unit: { kind: 'percent' }, kind: 'rate', driver: true, decimals: 1, tolerance: 0.5 }),
    line('__proto__', { key: 'odd', label: 'Odd' }),
  ],
  scenarios: [
    { id: 'base', name: 'Base', parent: null, colour: 'blue', formulas: new Map() },
    {
      id: 'bull',
      name: 'Bull',
      parent: 'base',
      colour: 'green',
      formulas: new Map([
        ['__proto__', ''],
        ['revenue', '2'],
      ]),
    },
  ],
  waivers: [],
  commitments: [
    {
      id: 'plan',
      key: 'capex_plan',
      name: 'Capex plan',
      section: 'Pacing',
      kind: 'floor',
      amount: 380,
      unit: { kind: 'currency', currency: 'RMB', scale: 'bn' },
      plan: 'straight',
      note: { text: 'Said in February', source: 'https://example.com/call' },
      reading: { id: 'main', name: 'Revenue', counts: 'revenue', first: '2025-06', delay: 0, quarters: 6 },
      otherReadings: [],
    },
  ],
  rows: new Map([
    [
      'base',
      quarters({
        '2025-06': row({ revenue: 247_652, ['__proto__']: 0 }),
        '2025-09': row({ revenue: 247_795 }, { growth: { text: 'why', source: null } }),
        '2026-03': row({ growth: 0.35 }),
      }),
    ],
    ['bull', quarters({ '2026-03': row({ growth: 'release' }) })],
  ]),
})

export const view: View = {
  screen: 'compare',
  pacing: { commitment: 'capex-commitment', reading: null, asOf: '2025-09' },
  results: { quarter: '2025-09', line: 'revenue', card: ['costs', 'revenue'] },
  charts: {
    charts: [
      {
        id: 'chart-1',
        name: 'Revenue',
        kind: 'column',
        pace: 'quarter',
        range: { kind: 'last', count: 8, withForecast: true },
        lines: [{ line: 'revenue', hasGrowth: true }],
        scenarios: 'all',
      },
    ],
    chart: 'chart-1',
    opened: 'chart-1',
  },
  release: {
    quarter: '2025-12',
    areAllShown: true,
    drafts: [
      {
        quarter: '2025-12',
        texts: [{ line: 'sales', text: '=1+2', scale: 'bn' }],
        source: 'the release',
        address: 'example.com',
        poll: 'a poll',
        before: { lastActual: '2025-09', entries: [null] },
      },
    ],
  },
  comparison: { shape: 'charts', lines: ['sales'], hidden: ['base'], reference: 'bull', beside: null, time: 'FY2026' },
  why: {
    line: 'sales',
    time: '2026-03',
    from: { scenario: 'base', snapshot: 'before' },
    to: { scenario: 'bull', snapshot: null },
  },
  record: { line: 'sales' },
  scenario: 'bull',
  foldedYears: [2024],
  foldedSections: [],
  scale: 'bn',
  isHintDismissed: true,
  isPanelHidden: true,
  orientation: 'down',
  areFormulasShown: true,
  panel: 'problems',
  yearColumns: 'last',
  yearsBy: 'calendar',
  formulaDrafts: [{ line: 'sales', scenario: 'bull', text: 'sales[-4' }],
  areUncheckedMarked: true,
  areWaivedShown: true,
}

export const moment = '2026-02-01T08:00:00.000Z'

/** The model as the text of its file: equal models are equal texts. */
export const textOf = (model: Model): string => JSON.stringify(toDocument(model, moment))

export const settled = <Value>(value: Value | Problem): Value => {
  if (isProblem(value)) throw new Error(value.sentence)
  return value
}

export const refused = (value: unknown): Problem => {
  if (!isProblem(value)) throw new Error('A Problem was expected.')
  return value
}

let databases = 0

export const newName = (): string => `test ${(databases += 1)}`

export const openTab = async (name: string, limits?: { entries: number; bytes: number }): Promise<Store> =>
  settled(
    await openStore(
      name,
      (problem) => {
        throw new Error(problem.sentence)
      },
      limits,
    ),
  )

export const enter = (entry: number | null, quarter: Quarter = '2026-03', of = 'growth', scenario = 'base'): Edit => ({
  kind: 'enter',
  scenario,
  quarter,
  line: of,
  entry,
})

export const editing = (edits: readonly Edit[], tab = 'tab', label = 'an edit'): Change => ({
  act: 'edit',
  edits,
  label,
  at: moment,
  tab,
})

export const undoing = (tab = 'tab'): Change => ({ act: 'undo', at: moment, tab })
export const redoing = (tab = 'tab'): Change => ({ act: 'redo', at: moment, tab })

export const going = (to: number, tab = 'tab'): Change => ({ act: 'go', to, label: 'Back', at: moment, tab })

/** A store with the sample in it. */
export const openSample = async (limits?: { entries: number; bytes: number }) => {
  const name = newName()
  const store = await openTab(name, limits)
  const opened: Opened = settled(await store.addModel(sample(), view, moment))
  return { name, store, opened }
}

/** Commits changes one after the other. */
export const commitAll = async (store: Store, opened: Opened, changes: readonly Change[]): Promise<Committed> => {
  let current: Committed = { ...opened, foreign: [], entry: null, madeBy: null, went: null, isOfGoing: false }
  for (const change of changes) current = settled(await store.commit(current, change))
  return current
}

const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The request failed.'))
  })

/** Works on one table through plain IndexedDB. */
export const inTable = async <Result>(
  name: string,
  table: string,
  work: (objects: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> => {
  const database = await done(indexedDB.open(name))
  const result = await done(work(database.transaction(table, 'readwrite').objectStore(table)))
  database.close()
  return result
}

export const rowsIn = (name: string, table: string): Promise<unknown[]> =>
  inTable<unknown[]>(name, table, (objects) => objects.getAll())

/** Every row of every table. */
export const everything = async (name: string): Promise<Record<string, unknown[]>> => {
  const tables = ['models', 'scenarios', 'quarters', 'journal', 'snapshots']
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rowsIn(name, table)] as const)))
}
