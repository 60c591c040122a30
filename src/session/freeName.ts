// Names of what is kept side by side: no two alike.

/** A name that none of them has: `Alibaba`, `Alibaba (2)`. */
export const freeName = (wanted: string, taken: readonly { readonly name: string }[]): string => {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} (${count})`
    if (!taken.some((each) => each.name === name)) return name
  }
}
