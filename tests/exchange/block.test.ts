// Blocks of cells as text: TSV there and back, and an HTML table with the number under the text. What real programs make of
// the table was tried with LibreOffice 7.4: it takes sdval, and without it would read (21,840) and 34.5% as words.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { htmlOf, readTsv, tsvOf, type CopiedCell } from '#exchange/block.ts'

const pasted = (name: string): string => readFileSync(`tests/data/clipboard/${name}`, 'utf8')

describe('cells as TSV', () => {
  test.each([
    [[['39824', '34.512%']], '39824\t34.512%'],
    [
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      'a\tb\r\nc\td',
    ],
    [[['5"', 'a\tb', 'a\nb', 'a, b']], '"5"""\t"a\tb"\t"a\nb"\ta, b'],
    [[['-21840', '-34.5%', '+5', '−3', '(21,840)', '-']], '-21840\t-34.5%\t+5\t−3\t(21,840)\t-'],
    [[['-5bn', '-¥39.8bn', '-1.234,5']], '-5bn\t-¥39.8bn\t-1.234,5'],
    [
      [['=1+1', '+A1', '-A1', '@x', '-1+cmd', '＝1', '  =1', '-FY26']],
      "'=1+1\t'+A1\t'-A1\t'@x\t'-1+cmd\t'＝1\t'=1\t'-FY26",
    ],
    [[['a'], ['']], 'a\r\n\r\n'],
    [[['']], '\r\n'],
    [[['', '']], '\t'],
    [[], ''],
  ])('%j', (rows, text) => {
    expect(tsvOf(rows)).toBe(text)
  })
})

describe('TSV as cells', () => {
  test.each([
    ['39824', [['39824']]],
    ['39824\r\n', [['39824']]],
    ['', [['']]],
    ['\r\n', [['']]],
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\rc\td\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    ['a\n\nb\n\n', [['a'], [''], ['b'], ['']]],
    [
      'a\tb\tc\nd\n',
      [
        ['a', 'b', 'c'],
        ['d', '', ''],
      ],
    ],
    [' $ 1,234.57 \t\u00a0x\u00a0', [['$ 1,234.57', 'x']]],
    [
      '5"\t6"\r7"',
      [
        ['5"', '6"'],
        ['7"', ''],
      ],
    ],
    [
      '"abc\tdef\nghi',
      [
        ['"abc', 'def'],
        ['ghi', ''],
      ],
    ],
    ['"5" pipe\t3', [['"5" pipe', '3']]],
    [
      '"two\nlines"\tb\r\nc',
      [
        ['two\nlines', 'b'],
        ['c', ''],
      ],
    ],
    ['"a ""b"" c"\t""', [['a "b" c', '']]],
    ['a"b"\tc', [['a"b"', 'c']]],
    ['\t\t', [['', '', '']]],
    ["'=1+1", [["'=1+1"]]],
  ])('%j', (text, rows) => {
    expect(readTsv(text)).toEqual(rows)
  })

  test('what Excel puts there in American English', () => {
    expect(readTsv(pasted('excel-en-US.tsv'))).toEqual([
      ['RMB m', 'FY26 Q1', 'FY26 Q2'],
      ['Revenue & other', '247,652', '247,795'],
      ['Cloud YoY', '25.8%', '34.5%'],
      ['Free cash flow', '(18,816)', '(21,840)'],
      ['Price', '$ 1,234.57', '$ -'],
      ['Disk of 5"', '', '9/30/2025'],
      ['two\nlines', '#N/A', ''],
    ])
  })

  test('what LibreOffice puts there in German', () => {
    expect(readTsv(pasted('calc-de-DE.tsv'))).toEqual([
      ['RMB m', 'FY26 Q1', 'FY26 Q2'],
      ['Revenue & other', '247.652', '247.795,00'],
      ['Cloud YoY', '25,8%', '34,5%'],
      ['Free cash flow', '(18.816)', '(21.840)'],
      ['Price', '1.234,57 €', ''],
      ['Merged', '', '2025-09-30'],
      ['two\nlines', '0.3', '1234567'],
    ])
  })

  test('what Google Sheets puts there in Chinese', () => {
    expect(readTsv(pasted('google-zh-CN.tsv')).at(-1)).toEqual(['云收入', '￥398.24亿', '(21,840)'])
  })

  test('a hundred thousand quotes do not hang', () => {
    for (const part of ['"', '"a', '""b\n', '"a""\t', '"a\n', 'a"\r'])
      expect(readTsv(part.repeat(100_000)).length).toBeGreaterThan(0)
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .array(fc.constantFrom('"', '\t', '\n', '\r', ' ', 'a', '=', '-', '1', ',', "'"), { maxLength: 8 })
    .map((parts) => parts.join('')),
)
const anyBlock = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(anyText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))

test('any block survives TSV but for outer blanks and the apostrophe before what would run', () => {
  fc.assert(
    fc.property(anyBlock, (rows) => {
      const read = readTsv(tsvOf(rows))
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length))
      const bare = read.map((row, at) =>
        row.map((text, column) => {
          const original = rows[at]?.[column]?.trim() ?? ''
          return /^[=+\-@＝＋－＠]/.test(original) && text.startsWith("'") ? text.slice(1) : text
        }),
      )
      expect(bare).toEqual(rows.map((row) => row.map((text) => text.trim())))
    }),
    { numRuns: 1000 },
  )
})

test('Papa Parse reads a block as it is read here', () => {
  fc.assert(
    fc.property(anyBlock, (rows) => {
      const { data } = Papa.parse<string[]>(tsvOf([['first', 'line'], ...rows]), { delimiter: '\t', newline: '\r\n' })
      const read = readTsv(tsvOf(rows)).map((row) => [...row])
      // Papa takes the line end that stands for a last row of one empty field for one more row.
      const papa = data.slice(1, rows.length + 1).map((row) => row.map((text) => text.trim()))
      expect(papa).toEqual(read)
    }),
    { numRuns: 300 },
  )
})

const cell = (over: Partial<CopiedCell>): CopiedCell => ({
  typed: '39824',
  shown: '39,824',
  value: 39824,
  isPerCent: false,
  decimals: 0,
  ...over,
})

describe('cells as HTML', () => {
  test('a number is there for each program, at full precision', () => {
    const html = htmlOf([[cell({ typed: '-21840.25', shown: '(21,840)', value: -21840.25 })]])
    expect(html).toContain('x:num="-21840.25"')
    expect(html).toContain(String.raw`mso-displayed-decimal-separator:"\.";mso-displayed-thousand-separator:"\,"`)
    expect(html).toContain('sdval="-21840.25" sdnum="1033;1033;#,##0_);(#,##0)"')
    expect(html).toContain('data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:-21840.25}"')
    expect(html).toContain(String.raw`mso-number-format:'\#\,\#\#0\_\)\;\(\#\,\#\#0\)'`)
    expect(html).toContain('>(21,840)</td>')
  })

  test.each([
    ['34.5', 0.34512, '34.5%'],
    ['(2.0)', -0.02, '(2.0%)'],
    ['–', 0, '–'],
  ])('a per cent shown as %s says so', (shown, value, text) => {
    const html = htmlOf([[cell({ shown, value, isPerCent: true, decimals: 1 })]])
    expect(html).toContain(`>${text}</td>`)
    expect(html).toContain(`sdval="${value}" sdnum="1033;1033;#,##0.0%_);(#,##0.0%)"`)
    expect(html).toContain('{&quot;1&quot;:3,&quot;2&quot;:&quot;#,##0.0%_);(#,##0.0%)&quot;,&quot;3&quot;:1}')
  })

  test('no value carries no number', () => {
    const html = htmlOf([
      [cell({ typed: 'n.m.', shown: 'n.m.', value: NaN }), cell({ typed: '', shown: '', value: NaN }), ''],
    ])
    expect(html).toContain('<tr><td align="right">n.m.</td><td align="right"></td><td></td></tr>')
  })

  test('a text is text in every program, runs nowhere and breaks nothing out', () => {
    const html = htmlOf([['2025-09', '=HYPERLINK("x")', '<img src=x onerror="1">&', 'two\nlines']])
    expect(html).toContain(String.raw`mso-number-format:'\@'" x:str sdnum="1033;1033;@"`)
    expect(html).toContain(`>'=HYPERLINK(&quot;x&quot;)</td>`)
    expect(html).toContain('>&lt;img src=x onerror=&quot;1&quot;&gt;&amp;</td>')
    expect(html).toContain('>two<br style="mso-data-placement:same-cell">lines</td>')
    expect(html).not.toContain('<img')
  })

  test('a format has no more decimals than a double', () => {
    expect(htmlOf([[cell({ decimals: 40 })]])).toContain(`sdnum="1033;1033;#,##0.${'0'.repeat(15)}_)`)
  })
})
