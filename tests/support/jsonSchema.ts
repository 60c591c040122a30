// A reader of the part of JSON Schema (2020-12) that docs/model.schema.json uses, written from the specification, so that the
// published schema is held against the app's own reading of documents and not only against its twin.

export type JsonSchema = { readonly [keyword: string]: unknown }

type Rule = (wanted: unknown, value: unknown, schema: JsonSchema) => boolean

/** Keywords that tell people something and refuse nothing. */
const annotations: ReadonlySet<string> = new Set(['$schema', 'title', 'description', 'examples', 'default', '$defs'])

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isType = (name: unknown, value: unknown): boolean => {
  switch (name) {
    case 'object':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'null':
      return value === null
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === name
  }
}

const lengthOf = (text: string): number => Array.from(text).length

const rules: Readonly<Record<string, Rule>> = {
  type: isType,
  const: (wanted, value) => value === wanted,
  enum: (wanted, value) => (wanted as readonly unknown[]).includes(value),
  pattern: (wanted, value) => typeof value !== 'string' || new RegExp(wanted as string, 'u').test(value),
  minLength: (wanted, value) => typeof value !== 'string' || lengthOf(value) >= (wanted as number),
  maxLength: (wanted, value) => typeof value !== 'string' || lengthOf(value) <= (wanted as number),
  minimum: (wanted, value) => typeof value !== 'number' || value >= (wanted as number),
  maximum: (wanted, value) => typeof value !== 'number' || value <= (wanted as number),
  minItems: (wanted, value) => !Array.isArray(value) || value.length >= (wanted as number),
  items: (wanted, value) => !Array.isArray(value) || value.every((item) => fits(wanted as JsonSchema, item)),
  required: (wanted, value) => !isObject(value) || (wanted as string[]).every((name) => Object.hasOwn(value, name)),
  properties: (wanted, value) =>
    !isObject(value) ||
    Object.entries(wanted as Record<string, JsonSchema>).every(
      ([name, schema]) => !Object.hasOwn(value, name) || fits(schema, value[name]),
    ),
  anyOf: (wanted, value) => (wanted as readonly JsonSchema[]).some((schema) => fits(schema, value)),
  oneOf: (wanted, value) => (wanted as readonly JsonSchema[]).filter((schema) => fits(schema, value)).length === 1,
}

/** Whether a value fits a schema without references; throws for a keyword that is not known here. */
export const fits = (schema: JsonSchema, value: unknown): boolean =>
  Object.entries(schema).every(([keyword, wanted]) => {
    if (annotations.has(keyword)) return true
    const rule = rules[keyword]
    if (rule === undefined) throw new Error(`the keyword ${keyword} is not known`)
    return rule(wanted, value, schema)
  })

/** The schema with `#/$defs/…` put in where it is named. */
export const withoutReferences = (schema: JsonSchema): JsonSchema => {
  const definitions = schema['$defs'] as Record<string, JsonSchema>
  const inlined = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inlined)
    if (!isObject(part)) return part
    const { $ref: name, ...rest } = part
    const own = Object.fromEntries(Object.entries(rest).map(([keyword, value]) => [keyword, inlined(value)]))
    if (name === undefined) return own
    const definition = definitions[(name as string).replace('#/$defs/', '')]
    if (definition === undefined) throw new Error(`${name as string} is not defined`)
    return { ...(inlined(definition) as JsonSchema), ...own }
  }
  const { $defs: _, ...rest } = schema
  return inlined(rest) as JsonSchema
}

/** The schema without what refuses nothing, but for defaults. */
export const withoutWords = (part: unknown, isNames = false): unknown => {
  if (Array.isArray(part)) return part.map((each) => withoutWords(each))
  if (!isObject(part)) return part
  const kept = Object.entries(part).filter(([name]) => isNames || name === 'default' || !annotations.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutWords(value, name === 'properties')]))
}
