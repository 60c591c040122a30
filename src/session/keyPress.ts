// A KeyPress against a chord such as `Mod+Shift+ArrowRight`. `Mod` is Ctrl, on a Mac ⌘ too; `Ctrl` is that key alone. A key
// is known by what it writes; where that is no Latin sign, or Alt made another of it, by where it lies on the keyboard.

/** What has to be known of a key press; a KeyboardEvent has it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'code' | 'getModifierState'>>

type Chord = {
  readonly name: string
  readonly mod: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

const namesByCode = new Map([
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Backquote', '`'],
  ['Equal', '='],
  ['Minus', '-'],
  ['Period', '.'],
  ['Slash', '/'],
])

const shiftedNames = new Map([
  ['[', '{'],
  [']', '}'],
])

/** What a key writes on a Latin keyboard, by where it lies. */
const nameByCode = (code: string, isShifted: boolean): string | null => {
  const name = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? namesByCode.get(code) ?? null
  return name !== null && isShifted ? (shiftedNames.get(name) ?? name) : name
}

const isLatin = (key: string): boolean => key.length > 1 || (key >= ' ' && key <= '~')

const namesOf = ({ key, code = '', altKey, shiftKey }: KeyPress): readonly string[] => {
  const written = key === ' ' ? 'Space' : key
  const lying = altKey || !isLatin(key) ? nameByCode(code, shiftKey) : null
  return lying === null ? [written] : [written, lying]
}

/** Whether a sign tells by itself whether Shift was held: `%` lies elsewhere on every keyboard. */
const isSign = (name: string): boolean => name.length === 1 && !/[a-z0-9]/i.test(name)

const chordOf = (text: string): Chord => {
  // The last part may be a plus itself.
  const parts = text.split(/\+(?=.)/)
  const name = parts.at(-1) ?? ''
  return {
    name,
    mod: parts.includes('Mod'),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  }
}

const chords = new Map<string, Chord>()

const known = (text: string): Chord => {
  const chord = chords.get(text) ?? chordOf(text)
  chords.set(text, chord)
  return chord
}

/** Whether the press writes a sign with AltGr, which Windows tells as Ctrl and Alt. */
const isAltGraph = (press: KeyPress): boolean => press.getModifierState?.('AltGraph') === true

export const isChord = (text: string, press: KeyPress): boolean => {
  const { name, mod, ctrl, alt, shift } = known(text)
  const writes = isAltGraph(press)
  const [ctrlHeld, altHeld] = [press.ctrlKey && !writes, press.altKey && !writes]
  const isHeld = mod ? ctrlHeld || press.metaKey : ctrl === ctrlHeld && !press.metaKey
  if (!isHeld || alt !== altHeld || (!isSign(name) && shift !== press.shiftKey)) return false
  return namesOf(press).some((each) => each.toLowerCase() === name.toLowerCase())
}

/** Whether the press writes a sign into a cell. */
export const writesSign = (press: KeyPress): boolean => {
  const isCommand = (press.ctrlKey || press.metaKey || press.altKey) && !isAltGraph(press)
  return press.key.length === 1 && press.key !== ' ' && !isCommand
}
