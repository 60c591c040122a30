// The text of a file whose encoding nobody tells: UTF-8, UTF-16 as spreadsheets mark it, else what a Chinese or a western
// machine writes by itself.

const starts = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // not in this encoding: the next one is tried
  }
}

export const textOfBytes = (bytes: Uint8Array): string => {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  const chinese = decoded(bytes, 'gb18030')
  // Accents of a western file read as rare signs in GB 18030, each alone among Latin letters.
  const isChinese = chinese !== null && /\p{Script=Han}{2}/u.test(chinese)
  return isChinese ? chinese : new TextDecoder('windows-1252').decode(bytes)
}
