// The function table: every function of the language, declared once. Checking, units, help and completion read it; the
// engine defines each by its name.

import type { FunctionEntry } from './function.ts'
import { aggregates } from './functions/aggregate.ts'
import { logicFunctions } from './functions/logic.ts'
import { numberFunctions } from './functions/number.ts'
import { timeFunctions } from './functions/time.ts'

const table = [...aggregates, ...timeFunctions, ...numberFunctions, ...logicFunctions] as const

export type FunctionName = (typeof table)[number]['name']

export type TimeFunctionName = (typeof timeFunctions)[number]['name']

export const functionTable: readonly FunctionEntry<FunctionName>[] = table

export const functionNames: readonly FunctionName[] = table.map(({ name }) => name)

const byName: ReadonlyMap<string, FunctionEntry<FunctionName>> = new Map(functionTable.map((each) => [each.name, each]))

export const functionNamed = (name: string): FunctionEntry<FunctionName> | null => byName.get(name) ?? null
