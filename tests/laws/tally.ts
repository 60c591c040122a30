// A Tally counts what a run met, by section and name, and prints itself as a table: so that a law that holds is known to
// have had something to hold for.

export class Tally {
  readonly #counts = new Map<string, Map<string, number>>()

  /** Names that must occur, so that one that never does shows as 0. */
  expect(section: string, names: readonly string[]): void {
    for (const name of names) this.count(section, name, 0)
  }

  count(section: string, name: string, times = 1): void {
    const names = this.#counts.get(section) ?? new Map<string, number>()
    this.#counts.set(section, names.set(name, (names.get(name) ?? 0) + times))
  }

  /** What occurred less often than it must, such as `lag: ahead (12)`. */
  rarerThan(least: number): readonly string[] {
    return [...this.#counts].flatMap(([section, names]) =>
      [...names].filter(([, count]) => count < least).map(([name, count]) => `${section}: ${name} (${count})`),
    )
  }

  table(): string {
    const width = Math.max(
      ...[...this.#counts.values()].flatMap((names) => [...names.keys()].map(({ length }) => length)),
    )
    return [...this.#counts]
      .map(([section, names]) =>
        [section, ...[...names].map(([name, count]) => `  ${name.padEnd(width)} ${String(count).padStart(9)}`)].join(
          '\n',
        ),
      )
      .join('\n')
  }
}
