// A Span is a stretch of text: `start` is the index of its first UTF-16 unit, `end` the index after its last.

export type Span = { readonly start: number; readonly end: number }

export const spanAround = (first: Span, last: Span): Span => ({ start: first.start, end: last.end })

export const textAt = (text: string, span: Span): string => text.slice(span.start, span.end)
