// A View is how a model was last looked at. It is kept with the model and is no edit: undo leaves it alone.

import type { ChartChoice } from './chartChoice.ts'
import { fiscalQuarterOf, type FiscalCalendar } from './fiscalCalendar.ts'
import { allSections, baseOf, type Model } from './model.ts'
import type { LineId } from './lineItem.ts'
import type { Quarter } from './quarter.ts'
import type { Entry } from './quarterRow.ts'
import type { ScenarioId } from './scenario.ts'
import { fiscalYearsOf } from './timeline.ts'
import type { Scale } from './unit.ts'
import type { Year, YearsBy } from './year.ts'

/** Where years stand: each behind its quarters, all behind all quarters, or alone. */
export type YearColumns = 'among' | 'last' | 'only'

/** What the panel beside the sheet shows. */
export type PanelName = 'pacing' | 'trace' | 'line' | 'problems' | 'history'

/** A formula's text that cannot be used yet, as it was left; the formula in use stays. */
export type FormulaDraft = {
  readonly line: LineId
  readonly scenario: ScenarioId
  readonly text: string
  /** In which its quarters are named: drafts go from tab to tab, and a tab may have the model before or after them. What an
   * older Paceline kept has none: then the model's. */
  readonly calendar?: FiscalCalendar
}

/** Quarters run across, as analysts lay them out, or down. */
export type Orientation = 'across' | 'down'

export type ScreenName =
  'sheet' | 'pacing' | 'results' | 'charts' | 'release' | 'scenarios' | 'compare' | 'why' | 'snapshots' | 'record'

/** What screens beside the sheet show. Null, or what is gone from the model, stands for what suits the model now. */
export type ComparisonView = {
  readonly shape: 'table' | 'grids' | 'charts'
  /** Null: the lines that differ. */
  readonly lines: readonly LineId[] | 'all' | null
  /** Scenarios left out. */
  readonly hidden: readonly ScenarioId[]
  /** What the others are held against; null: Base. */
  readonly reference: ScenarioId | null
  /** The grid beside the reference's; null: the first other one. */
  readonly beside: ScenarioId | null
  /** The id of a column: `2025-09`, `FY2027`. */
  readonly time: string | null
}

/** One side of a difference: a scenario as it is now, or as it was in a snapshot. */
export type WorldName = { readonly scenario: ScenarioId; readonly snapshot: string | null }

export type WhyView = {
  readonly line: LineId | null
  /** The id of a column. */
  readonly time: string | null
  readonly from: WorldName | null
  readonly to: WorldName | null
}

export type RecordView = { readonly line: LineId | null }

/** Null: the first commitment, the reading that holds, and the last actual. */
export type PacingView = {
  readonly commitment: string | null
  readonly reading: string | null
  readonly asOf: Quarter | null
}

export type ResultsView = {
  /** The quarter whose release is told; null: the last actual. */
  readonly quarter: Quarter | null
  /** The line whose quarters stand side by side; null: the first that is held against something. */
  readonly line: LineId | null
  /** The lines on the quarter's card, in order; null: those that suit the quarter. */
  readonly card: readonly LineId[] | null
}

type ChartsView = {
  /** Null: those that suit the model. */
  readonly charts: readonly ChartChoice[] | null
  /** The chart that is at hand; null, or one that is gone: none. */
  readonly chart: string | null
  /** The chart that is open to be changed. */
  readonly opened: string | null
}

/** A figure of a release as it is typed, and the scale its row was shown in then. */
export type ReleaseText = { readonly line: LineId; readonly text: string; readonly scale: Scale | null }

/** A release being entered: nothing of it is in the model until all of it is. */
export type ReleaseDraft = {
  readonly quarter: Quarter
  readonly texts: readonly ReleaseText[]
  /** Where all of it was read: what it is called, and its address. */
  readonly source: string
  readonly address: string
  /** Where what was expected was read. */
  readonly poll: string
  /** What the model held before the draft was entered, text by text, so that an undo brings the draft back; null before. */
  readonly before: { readonly lastActual: Quarter | null; readonly entries: readonly (Entry | null)[] } | null
}

export type ReleaseView = {
  /** Null: the quarter after the last actual. */
  readonly quarter: Quarter | null
  readonly areAllShown: boolean
  /** One for a quarter at the most. */
  readonly drafts: readonly ReleaseDraft[]
}

export type View = {
  readonly screen: ScreenName
  readonly pacing: PacingView
  readonly results: ResultsView
  readonly charts: ChartsView
  readonly release: ReleaseView
  readonly comparison: ComparisonView
  readonly why: WhyView
  readonly record: RecordView
  readonly scenario: ScenarioId
  /** Years whose quarters are not shown, of either kind. */
  readonly foldedYears: readonly Year[]
  readonly foldedSections: readonly string[]
  /** The scale money is shown in; null: each line's own. */
  readonly scale: Scale | null
  readonly isHintDismissed: boolean
  readonly isPanelHidden: boolean
  readonly orientation: Orientation
  /** Whether the formulas of the lines are shown beside their labels. */
  readonly areFormulasShown: boolean
  readonly panel: PanelName
  readonly yearColumns: YearColumns
  /** Whether years are the company's or the calendar's. */
  readonly yearsBy: YearsBy
  /** One for a line and a scenario at the most. */
  readonly formulaDrafts: readonly FormulaDraft[]
  /** Whether typed numbers that were not held against their source are marked. */
  readonly areUncheckedMarked: boolean
  /** Whether waived findings are listed too. */
  readonly areWaivedShown: boolean
}

/** How a model is shown the first time: Base, with the years that lie wholly in the past folded, and
 * other readings of commitments. */
export const firstView = (model: Model): View => {
  const { lastActual, fiscalCalendar, timeline } = model
  const openYear = fiscalQuarterOf(lastActual ?? timeline.first, fiscalCalendar).year
  return {
    screen: 'sheet',
    pacing: { commitment: null, reading: null, asOf: null },
    results: { quarter: null, line: null, card: null },
    charts: { charts: null, chart: null, opened: null },
    release: { quarter: null, areAllShown: false, drafts: [] },
    comparison: { shape: 'table', lines: null, hidden: [], reference: null, beside: null, time: null },
    why: { line: null, time: null, from: null, to: null },
    record: { line: null },
    scenario: baseOf(model).id,
    foldedYears: fiscalYearsOf(timeline, fiscalCalendar)
      .filter(({ year, whole }) => whole && year < openYear)
      .map(({ year }) => year),
    foldedSections: allSections(model).filter((section) => !model.sections.includes(section)),
    scale: null,
    isHintDismissed: false,
    isPanelHidden: false,
    orientation: 'across',
    areFormulasShown: false,
    panel: 'pacing',
    yearColumns: 'among',
    yearsBy: 'fiscal',
    formulaDrafts: [],
    areUncheckedMarked: false,
    areWaivedShown: false,
  }
}
