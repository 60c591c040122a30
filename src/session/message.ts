// A Message is the one sentence the status bar says at a time, with at most one thing to do about it.

export type Message = {
  readonly tone: 'plain' | 'problem'
  readonly sentence: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export const remark = (sentence: string, action: Message['action'] = null): Message => ({
  tone: 'plain',
  sentence,
  action,
})

export const complaint = (sentence: string, action: Message['action'] = null): Message => ({
  tone: 'problem',
  sentence,
  action,
})

/** A Question stops an edit until the user has answered it. */
export type Question = {
  readonly sentence: string
  readonly confirmLabel: string
  readonly confirm: () => void
}
