// What the built-in example must come out with, worked out by hand (shared example.md) and typed as the screen shows it.

/** Line, column, text. Reported figures of example.md. */
export const reported: readonly (readonly [string, string, string])[] = [
  ['revenue', '2025-09', '247,795'],
  ['revenue_yoy', '2025-09', '4.8'],
  ['revenue_yoy', '2025-06', '1.8'],
  ['cloud_yoy', '2025-09', '34.5'],
  ['cloud_yoy', '2025-06', '25.8'],
  ['cloud_acceleration', '2025-09', '8.7'],
  ['cloud_acceleration_streak', '2025-09', '8'],
  ['revenue_surprise', '2025-09', '2.1'],
  ['cloud_surprise', '2025-09', '5.1'],
  ['cloud_share', '2025-09', '16.1'],
  ['capex_ttm', '2025-09', '126,564'],
  ['capex_fcf_ttm', '2025-09', '125,419'],
  ['revenue_usd', '2025-09', '34,808'],
  ['free_cash_flow', '2025-09', '(21,840)'],
  ['revenue', 'FY2025', '996,347'],
  ['capex', 'FY2025', '85,972'],
  ['revenue_yoy', 'FY2025', '5.9'],
  ['cloud_yoy', 'FY2025', '11.0'],
  ['cloud_share', 'FY2025', '11.8'],
  ['capex_intensity', 'FY2025', '8.6'],
  ['revenue_usd', 'FY2025', '137,300'],
]

/** By scenario: counted by FY28 Q4 and completion in the panel; FY27 growths, free cash flow and cloud FY28 Q4 in the sheet. */
export const results = [
  {
    scenario: 'Base',
    counted: '420.568',
    completes: 'FY28 Q3',
    after: '10.938',
    revenueYoy: '10.7',
    cloudYoy: '31.4',
    freeCashFlow: -17.17,
    cloud: '66,126',
  },
  {
    scenario: 'Bull',
    counted: '482.877',
    completes: 'FY28 Q2',
    after: '9.767',
    revenueYoy: '13.1',
    cloudYoy: '36.2',
    freeCashFlow: -4.2,
    cloud: '74,934',
  },
  {
    scenario: 'Bear',
    counted: '326.275',
    completes: 'short 53.725',
    after: '–',
    revenueYoy: '7.0',
    cloudYoy: '23.9',
    freeCashFlow: -29.82,
    cloud: '53,139',
  },
] as const

export const readings = [
  ['Total capex from FY26 Q1', '70.177', '63.333', '+6.844', '30.982'],
  ['Total capex from FY25 Q4', '94.789', '95.000', '−0.211', '31.690'],
  ['95 % of capex from FY26 Q1', '66.668', '63.333', '+3.335', '31.333'],
  ['95 % of capex from FY25 Q4', '90.050', '95.000', '−4.950', '32.217'],
] as const

/** The readings' lines, by the stem of their keys, in the same order. */
export const readingStems = [
  'ai_capex',
  'ai_capex_from_fy25_q4',
  'ai_capex_share_95',
  'ai_capex_share_95_from_fy25_q4',
] as const
