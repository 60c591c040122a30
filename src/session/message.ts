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
  readonly title: string
  readonly sentence: string
  readonly confirmLabel: string
  readonly confirm: () => void
  readonly leaveLabel: string
  /** What is said once it is left, or what is done instead. */
  readonly left: string | (() => void)
  /** Whether leaving is what one mostly wants: its button stands out then. It has the keyboard first in any case. */
  readonly isLeavingUsual?: boolean
}

/** The question about one number that looks like a slip. */
export const numberQuestion = (sentence: string, confirm: () => void): Question => ({
  title: 'Please check this number',
  sentence,
  confirmLabel: 'Keep it',
  confirm,
  leaveLabel: 'Leave the old value',
  left: 'The old value stays: the number was not typed.',
})
