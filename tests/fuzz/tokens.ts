// The tokens of a formula by the design's words: numbers with an optional per cent at once behind them, names, texts in
// double quotes, and signs. Null where anything else stands in the text.

export type Token =
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | { readonly kind: 'name' | 'quoted' | 'sign'; readonly text: string }

const words: ReadonlySet<string> = new Set(['and', 'or', 'not'])

const form =
  /(?<blank>\s+)|(?<number>(?:\d+\.\d+|\d+|\.\d+)(?:[eE][-+]?\d+)?%?)|(?<name>[A-Za-z_][A-Za-z_0-9]*)|"(?<quoted>[^"]*)"|(?<sign>==|!=|<=|>=|[-+*/^<>()[\],:?=])/y

/** A decimal number moved two places: 26% is 0.26 and not 26 / 100. */
const valueOf = (text: string): number => {
  if (!text.endsWith('%')) return Number.parseFloat(text)
  const [digits = '', exponent = '0'] = text.slice(0, -1).toLowerCase().split('e')
  return Number.parseFloat(`${digits}e${Number.parseInt(exponent, 10) - 2}`)
}

export const tokensIn = (text: string): readonly Token[] | null => {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; at = form.lastIndex) {
    form.lastIndex = at
    const found = form.exec(text)?.groups
    if (found === undefined) return null
    const { number, name, quoted, sign } = found
    if (number !== undefined) {
      const value = valueOf(number)
      if (!Number.isFinite(value)) return null
      tokens.push({ kind: 'number', text: number, value })
    } else if (name !== undefined) tokens.push({ kind: words.has(name) ? 'sign' : 'name', text: name })
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
  }
  return hasGroupedDigits(tokens) ? null : tokens
}

/** `1,000` is a number with a separator, which there is not, and never two arguments. */
const hasGroupedDigits = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind, text }, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]]
    return (
      kind === 'sign' &&
      text === ',' &&
      before?.kind === 'number' &&
      /^\d{1,3}$/.test(before.text) &&
      after?.kind === 'number' &&
      /^0\d\d(\.\d+)?%?$/.test(after.text)
    )
  })
