// The bytes of a WebAssembly module: numbers in LEB128, vectors, sections, and the few instructions that kernels are made
// of. Names are those of the specification.

export type Bytes = number[]

export const unsigned = (value: number): Bytes => {
  const bytes: Bytes = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    const low = rest % 128
    if (rest < 128) return [...bytes, low]
    bytes.push(low + 128)
  }
}

export const signed = (value: number): Bytes => {
  const bytes: Bytes = []
  for (let rest = value; ; rest >>= 7) {
    const low = rest & 127
    const isLast = (rest >> 7 === 0 && (low & 64) === 0) || (rest >> 7 === -1 && (low & 64) !== 0)
    if (isLast) return [...bytes, low]
    bytes.push(low | 128)
  }
}

const vector = (items: readonly Bytes[]): Bytes => [...unsigned(items.length), ...items.flat()]

const text = (name: string): Bytes => [...unsigned(name.length), ...Array.from(name, (each) => each.charCodeAt(0))]

export const valueType = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const

export type ValueType = keyof typeof valueType

export type Signature = { readonly parameters: readonly ValueType[]; readonly results: readonly ValueType[] }

type Import = { readonly name: string } & (
  { readonly kind: 'function'; readonly type: number } | { readonly kind: 'table' | 'memory' }
)

export type ModuleParts = {
  readonly types: readonly Signature[]
  /** All from the module `paceline`. */
  readonly imports: readonly Import[]
  /** Each a type and a code: its locals and instructions with the `end`. They are exported by their numbers. */
  readonly functions: readonly { readonly type: number; readonly code: Bytes }[]
}

const typesOf = (types: readonly ValueType[]): Bytes => vector(types.map((type) => [valueType[type]]))

const importBytes = (each: Import): Bytes => {
  const head = [...text('paceline'), ...text(each.name)]
  switch (each.kind) {
    case 'function':
      return [...head, 0, ...unsigned(each.type)]
    case 'table':
      return [...head, 1, 0x70, 0, 0]
    case 'memory':
      return [...head, 2, 0, 0]
  }
}

const section = (id: number, content: Uint8Array): readonly Uint8Array[] => [
  Uint8Array.from([id, ...unsigned(content.length)]),
  content,
]

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The module's bytes. */
export const encodeModule = ({ types, imports, functions }: ModuleParts): Uint8Array<ArrayBuffer> => {
  const first = imports.filter(({ kind }) => kind === 'function').length
  const small = (items: readonly Bytes[]): Uint8Array => Uint8Array.from(vector(items))
  const codes = functions.flatMap(({ code }) => [Uint8Array.from(unsigned(code.length)), Uint8Array.from(code)])
  return joined([
    Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    ...section(1, small(types.map(({ parameters, results }) => [0x60, ...typesOf(parameters), ...typesOf(results)]))),
    ...section(2, small(imports.map(importBytes))),
    ...section(3, small(functions.map(({ type }) => unsigned(type)))),
    ...section(7, small(functions.map((_, at) => [...text(String(at)), 0, ...unsigned(first + at)]))),
    ...section(10, joined([Uint8Array.from(unsigned(functions.length)), ...codes])),
  ])
}

export const instruction = {
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  call: 0x10,
  callIndirect: 0x11,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Load: 0x28,
  i64Load: 0x29,
  i32Store: 0x36,
  i64Store: 0x37,
  i32Const: 0x41,
  i32EqualZero: 0x45,
  i32Eq: 0x46,
  i32LessUnsigned: 0x49,
  i32LessEqualUnsigned: 0x4d,
  i64Unequal: 0x52,
  f64Unequal: 0x62,
  i32Add: 0x6a,
  i32Subtract: 0x6b,
  i32DivideUnsigned: 0x6e,
  i32And: 0x71,
  f64ConvertUnsigned: 0xb8,
  f64Reinterpret: 0xbf,
} as const

/** A block or `if` that leaves nothing on the stack. */
export const noResult = 0x40

/** Vector instructions come after the prefix 0xfd. */
const vectorInstruction = (code: number): Bytes => [0xfd, ...unsigned(code)]

export const v128 = {
  load: vectorInstruction(0x00),
  load64Splat: vectorInstruction(0x0a),
  store: vectorInstruction(0x0b),
  store64Lane: vectorInstruction(0x5b),
  or: vectorInstruction(0x50),
  and: vectorInstruction(0x4e),
  bitSelect: vectorInstruction(0x52),
  anyTrue: vectorInstruction(0x53),
} as const

export const f64x2 = {
  splat: vectorInstruction(0x14),
  extract: vectorInstruction(0x21),
  replace: vectorInstruction(0x22),
  equal: vectorInstruction(0x47),
  unequal: vectorInstruction(0x48),
  less: vectorInstruction(0x49),
  greater: vectorInstruction(0x4a),
  lessEqual: vectorInstruction(0x4b),
  greaterEqual: vectorInstruction(0x4c),
  ceiling: vectorInstruction(0x74),
  floor: vectorInstruction(0x75),
  absolute: vectorInstruction(0xec),
  negate: vectorInstruction(0xed),
  root: vectorInstruction(0xef),
  add: vectorInstruction(0xf0),
  subtract: vectorInstruction(0xf1),
  multiply: vectorInstruction(0xf2),
  divide: vectorInstruction(0xf3),
  /** The second where it is less than the first, else the first. */
  pseudoMinimum: vectorInstruction(0xf6),
  /** The second where the first is less than it, else the first. */
  pseudoMaximum: vectorInstruction(0xf7),
} as const

/** The offset and alignment of a load or store; `logarithm` is that of the alignment. */
export const memoryArgument = (logarithm: number, offset = 0): Bytes => [logarithm, ...unsigned(offset)]
