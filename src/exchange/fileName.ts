// Names for files that every file system takes: the model's name without what Windows, macOS or a shell would trip over,
// then the day, so that files sort by age within a model.

const mostBytes = 110 // UTF-8: two such parts, a day and an ending stay below the 255 that a name may have

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

const shortened = (text: string): string => {
  let bytes = 0
  let result = ''
  for (const character of text) {
    bytes += bytesOf(character)
    if (bytes > mostBytes) break
    result += character
  }
  return result
}

/** The name of a model as the first part of a file's name; never empty, never with a path in it. */
const safeName = (name: string, otherwise = 'Model'): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const trimmed = shortened(plain).replace(/^[ .~-]+|[ .]+$/g, '')
  return trimmed === '' ? otherwise : trimmed
}

const dayOf = (at: string): string => at.slice(0, 'yyyy-mm-dd'.length)

/** `Alibaba AI and cloud 2026-11-23.json`; `at` is an ISO 8601 text, its day is used as it stands. */
export const modelFileName = (modelName: string, at: string): string => `${safeName(modelName)} ${dayOf(at)}.json`

/** `Alibaba AI and cloud 2026-11-23 tidy.csv`; `what` is made safe too, since it may name a scenario. */
export const csvFileName = (modelName: string, what: string, at: string): string =>
  `${safeName(modelName)} ${dayOf(at)} ${safeName(what, 'table')}.csv`

/** `Alibaba AI and cloud Capex.png`. */
export const pictureFileName = (modelName: string, what: string): string =>
  `${safeName(modelName)} ${safeName(what, 'chart')}.png`
