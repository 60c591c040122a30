// The words round a chart's picture: whose figures they are, and the name of its file.

import { pictureFileName } from '#exchange/fileName.ts'
import { plainName } from '#model/fiscalCalendar.ts'
import type { Model } from '#model/model.ts'

/** `Alibaba: AI and cloud · reported to FY26 Q2`. */
export const chartFoot = ({ name, lastActual, fiscalCalendar }: Model): string =>
  lastActual === null ? name : `${name} · reported to ${plainName(lastActual, fiscalCalendar)}`

export const pictureFile = ({ name }: Model, chart: string): string => pictureFileName(name, chart)
