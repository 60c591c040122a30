// Commands of release night: to its screen, and the draft into the model or away.

import { plainName } from '#model/fiscalCalendar.ts'
import type { Command } from '../command.ts'
import { draftFor, releaseQuarter } from '../releaseDraft.ts'
import { releaseNow } from '../releaseNow.ts'
import { discardRelease, enterRelease } from '../releasing.ts'
import type { OpenModel } from '../openModel.svelte.ts'
import { nextActualName } from '../rolling.ts'

const quarterName = ({ model, view }: OpenModel): string =>
  plainName(releaseQuarter(model, view.release), model.fiscalCalendar)

const hasDraft = ({ model, view }: OpenModel): boolean =>
  draftFor(model, view.release, releaseQuarter(model, view.release)).texts.length > 0

export const releaseCommands: readonly Command[] = [
  {
    id: 'release.open',
    name: 'Release night',
    nameNow: ({ open }) => (open === null ? null : `Release night: ${nextActualName(open.model)} …`),
    group: 'Edit',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null,
    run: ({ open }) => {
      if (open === null) return
      open.look({ release: { ...open.view.release, quarter: null } })
      open.navigation.toScreen('release')
    },
  },
  {
    id: 'release.enter',
    name: 'Enter the release',
    nameNow: ({ open }) => (open === null ? null : `Enter the release: ${quarterName(open)}`),
    group: 'Edit',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null && hasDraft(open),
    run: ({ open }) => {
      if (open !== null) void enterRelease(open, releaseNow(open))
    },
  },
  {
    id: 'release.discard',
    name: 'Discard the release draft',
    group: 'Edit',
    keys: [],
    where: 'everywhere',
    canRun: ({ open }) => open !== null && hasDraft(open),
    run: ({ open }) => {
      if (open !== null) discardRelease(open)
    },
  },
]
