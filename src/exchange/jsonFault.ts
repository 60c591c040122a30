// Where a text stops being JSON. Browsers word JSON.parse's complaint differently and some give no place, so the place is
// found here: a stack of open brackets and what may come next, token by token.

const tokenForm =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/y

/** What is left when a file was cut off inside a string, a number or a word. */
const unfinishedForm = /^[ \t\r\n]*(?:"(?:[^"\\\u0000-\u001f]|\\.)*\\?|-?[\d.e+-]*|[a-z]{1,4})$/i

const blanksAt = (text: string, at: number): number => text.slice(at).length - text.slice(at).trimStart().length

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'comma' | 'end'

/** The index at which a text that JSON.parse refuses goes wrong; its length where it only stops too early. */
export const jsonFaultAt = (text: string): number => {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  const after = (): Expected => (open.length === 0 ? 'end' : 'comma')
  for (let at = 0; ;) {
    tokenForm.lastIndex = at
    const found = tokenForm.exec(text)
    if (found === null)
      return open.length > 0 && unfinishedForm.test(text.slice(at)) ? text.length : at + blanksAt(text, at)
    const [matched, sign, string, scalar] = found
    const start = at + matched.length - (sign ?? string ?? scalar ?? '').length
    at = tokenForm.lastIndex
    const isValueDue = expected === 'value' || expected === 'value or ]'
    if (isValueDue && (sign === '{' || sign === '[')) {
      open.push(sign)
      expected = sign === '{' ? 'key or }' : 'value or ]'
    } else if (isValueDue && (string ?? scalar) !== undefined) expected = after()
    else if ((expected === 'key' || expected === 'key or }') && string !== undefined) expected = ':'
    else if (expected === ':' && sign === ':') expected = 'value'
    else if (expected === 'comma' && sign === ',') expected = open.at(-1) === '{' ? 'key' : 'value'
    else if (sign === '}' && open.at(-1) === '{' && (expected === 'comma' || expected === 'key or }')) {
      open.pop()
      expected = after()
    } else if (sign === ']' && open.at(-1) === '[' && (expected === 'comma' || expected === 'value or ]')) {
      open.pop()
      expected = after()
    } else return start
  }
}
