// A failure is the browser's storage not doing what was asked: full, refused, closed, taken over by a newer Paceline. It
// becomes a Problem of kind 'storage', which tells the caller that nothing was written and that the model in memory is all
// there is. Any other error is a fault of Paceline and is thrown on.

import Dexie from 'dexie'
import { isProblem, problem, type Problem } from '#model/problem.ts'

export const storageProblem = (sentence: string): Problem => problem('storage', { at: 'model' }, sentence)

export const outdated =
  'Paceline was updated in another tab. Save the model to a file if it has unsaved changes, then reload this page.'

/** Wrong use of the storage rather than its failure: a name, a key, a value that cannot be stored. */
const ownFaults = new Set([
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'ForeignAwaitError',
  'InternalError',
  'InvalidArgumentError',
  'InvalidTableError',
  'PrematureCommitError',
  'ReadOnlyError',
  'SchemaError',
  'SubTransactionError',
  'SyntaxError',
  'TransactionInactiveError',
])

const sentenceOf = (name: string, message: string): string => {
  switch (name) {
    case 'QuotaExceededError':
      return 'The browser’s storage is full, so nothing was saved. Save the model to a file, then free space: delete models you no longer need, or files on this disk.'
    case 'DatabaseClosedError':
    case 'InvalidStateError':
      return 'The browser closed its storage, so nothing was saved. Save the model to a file, then reload this page.'
    case 'MissingAPIError':
    case 'SecurityError':
      return 'This browser lets Paceline store nothing; private windows and strict settings do that. Save your work to a file before you close the page.'
    case 'VersionError':
    case 'VersionChangeError':
      return outdated
    default:
      return `The browser’s storage failed (${name}: ${message}), so nothing was saved. Save the model to a file, then reload this page.`
  }
}

/** What an error names as its cause: of an aborted transaction or a refused opening `inner`, of many rows the first failure. */
const causeOf = (error: object): unknown => {
  if ('inner' in error) return error.inner
  return 'failures' in error && Array.isArray(error.failures) ? (error.failures[0] as unknown) : null
}

type Named = { readonly name: string; readonly message: string }

const isNamed = (error: unknown): error is Named =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error

const rootOf = (error: Named): Named => {
  const cause = causeOf(error)
  return isNamed(cause) ? rootOf(cause) : error
}

/** The Problem an error of the storage stands for; throws any other error on. */
export const problemOf = (error: unknown): Problem => {
  if (!(error instanceof Dexie.DexieError || error instanceof DOMException)) throw error
  const { name, message } = rootOf(error)
  if (ownFaults.has(name)) throw error
  return storageProblem(sentenceOf(name, message))
}

/** What `doing` gives, or the Problem if the storage fails. A Problem thrown inside, to abort a transaction, comes out too. */
export const attempt = async <Result>(doing: () => PromiseLike<Result>): Promise<Result | Problem> => {
  try {
    return await doing()
  } catch (error) {
    return isProblem(error) ? error : problemOf(error)
  }
}
