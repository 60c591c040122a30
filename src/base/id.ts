// An id is opaque text that never changes and is never shown: names, keys and places may change, ids may not.
// Ids are made by whoever owns chance (main.ts passes it in), so everything below it stays deterministic.

/** Makes a new id, unlike any made before. */
export type NewId = () => string
