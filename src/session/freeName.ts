// Names of what is kept side by side: no two alike, whatever their capitals.

/** A name that none of them has: `Alibaba`, `Alibaba (2)`. */
export const freeName = (wanted: string, taken: readonly { readonly name: string }[]): string => {
  const names = new Set(taken.map(({ name }) => name.toLowerCase()))
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} (${count})`
    if (!names.has(name.toLowerCase())) return name
  }
}
