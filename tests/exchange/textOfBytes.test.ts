import { expect, test } from 'vitest'
import { textOfBytes } from '#exchange/textOfBytes.ts'

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values)

// In GB 2312 收 is CA D5 and 入 is C8 EB; in Windows-1252 ü is FC.
test.each([
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xbc), 'aü'],
  ['UTF-8', bytes(0xe6, 0x94, 0xb6), '收'],
  ['UTF-16 of a spreadsheet', bytes(0xff, 0xfe, 0x61, 0x00, 0x36, 0x65), 'a收'],
  ['UTF-16, the other way round', bytes(0xfe, 0xff, 0x00, 0x61), 'a'],
  ['GB 2312', bytes(0xca, 0xd5, 0xc8, 0xeb, 0x2c, 0x31), '收入,1'],
  ['Windows-1252', bytes(0x46, 0xfc, 0x72, 0x2c, 0x31), 'Für,1'],
])('[MD5] a file in %s reads as it was written', (_, given, text) => {
  expect(textOfBytes(given)).toBe(text)
})
