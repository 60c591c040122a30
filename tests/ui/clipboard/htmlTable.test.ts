// HTML tables as spreadsheets put them on the clipboard. The expected cells were worked out from the sheets they came from:
// a text that is exact (marked !) is the cell's full number, the others are as the program showed them.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readHtmlTable } from '#ui/grid/htmlTable.ts'

const pasted = (name: string): string => readFileSync(`tests/data/clipboard/${name}.html.txt`, 'utf8')

/** The cells as texts, an exclamation mark before an exact one. */
const cellsOf = (html: string): readonly (readonly string[])[] | null =>
  readHtmlTable(html)?.map((row) => row.map(({ text, isExact }) => (isExact ? `!${text}` : text))) ?? null

const table = (rows: string): string => `<table>${rows}</table>`
const row = (...cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`

describe('LibreOffice', () => {
  test.each(['calc-en-US', 'calc-de-DE', 'calc-zh-CN'])('%s', (name) => {
    const price = { 'calc-en-US': '!$1234.5678', 'calc-de-DE': '!1234.5678 €', 'calc-zh-CN': '!￥1234.5678' }[name]
    expect(cellsOf(pasted(name))).toEqual([
      ['RMB m', 'FY26 Q1', 'FY26 Q2'],
      ['Revenue & other', '!247652.4', '!247795'],
      ['Cloud YoY', '!25.8%', '!34.4951234%'],
      ['Free cash flow', '!-18815.6', '!-21840'],
      ['Price', price, ''],
      ['Merged', '', '2025-09-30'],
      ['two lines', '!0.3', '!1234567'],
    ])
  })
})

describe('Excel', () => {
  test('365 in American English: the numbers as shown', () => {
    expect(cellsOf(pasted('excel-en-US'))).toEqual([
      ['RMB m', 'FY26 Q1', 'FY26 Q2'],
      ['Revenue & other', '!247,652', '!247,795'],
      ['Cloud YoY', '!25.8%', '!34.5%'],
      ['Free cash flow', '!(18,816)', '!(21,840)'],
      ['Price', '!$ 1,234.57', '$ -'],
      ['A remark that flows over the next cell', '', '9/30/2025'],
      ['', '', '!0.333333333'],
      ['two lines', 'n.m.', ''],
    ])
  })

  test('365 in German says so, even of a cell that alone could be either', () => {
    expect(cellsOf(pasted('excel-de-DE'))).toEqual([
      ['RMB m', 'FY26 Q1', 'FY26 Q2'],
      ['Revenue & other', '!247652', '!247795'],
      ['Cloud YoY', '!25.8%', '!34.5%'],
      ['Free cash flow', '!(18816)', '!(21840)'],
      ['Price', '!1234.57 €', '- €'],
      ['A remark that flows over the next cell', '', '30.09.2025'],
      ['', '', '!0.333333333'],
      ['two lines', 'n.m.', ''],
    ])
    expect(cellsOf(pasted('excel-de-DE-one'))).toEqual([['!1234']])
  })

  test('2003 writes the number beside the text; a scale that hides digits, a date and a word keep the text', () => {
    expect(cellsOf(pasted('excel-2003'))).toEqual([
      ['Revenue', '!247652.4', '!247795'],
      ['Cloud YoY', '!25.8%', '!34.4951234%'],
      ['Free cash flow', '!-18815.6', '!-0.3'],
      ['Price', '!$1234.5678', '!1,235'],
      ['Day', '9/30/2025', '!39.8bn'],
    ])
  })

  test('WPS in Chinese', () => {
    expect(cellsOf(pasted('wps-zh-CN'))).toEqual([
      ['人民币百万元', '2025年9月', '2025年6月'],
      ['收入', '!￥247795', '!￥247652.4'],
      ['同比', '!34.4951234%', '!25.8%'],
      ['云收入', '!398.24亿', '!33398'],
      ['日期', '2025/9/30', '!33,398'],
    ])
  })
})

describe('Google Sheets', () => {
  test.each([
    ['google-en-US', '!$1234.5678', '9/30/2025'],
    ['google-de-DE', '!1234.5678 €', '30.09.2025'],
  ])('%s', (name, price, day) => {
    expect(cellsOf(pasted(name))).toEqual([
      ['RMB m', 'FY26 Q1', 'FY26 Q2'],
      ['Revenue & "other"', '!247652.4', '!247795'],
      ['Cloud YoY', '!25.8%', '!34.4951234%'],
      ['Free cash flow', '!-18815.6', '!-21840'],
      ['Price', price, day],
      ['Merged', '', '!0.0000001'],
      ['', '', 'TRUE'],
    ])
  })

  test('google-zh-CN', () => {
    expect(cellsOf(pasted('google-zh-CN'))).toEqual([
      ['人民币百万元', '2025年9月', '2025年6月'],
      ['收入', '247,795', '247,652'],
      ['同比', '34.5%', '25.8%'],
      ['云收入', '￥398.24亿', '(21,840)'],
    ])
  })
})

describe('the number beside the text', () => {
  test.each([
    ['x:num="1234.5"', '1,235', '!1234.5'],
    ['x:num="1234.4"', '1,235', '1,235'],
    ['x:num="0.125"', '12.5%', '!12.5%'],
    ['x:num="0.125"', '13%', '!12.5%'],
    ['x:num="12.5"', '12.5%', '12.5%'],
    ['x:num="-0.125"', '(12.5%)', '!-12.5%'],
    ['x:num="-0.125"', '(12.5)%', '!-12.5%'],
    ['x:num="-1234.5678"', '$(1,234.57)', '!-$1234.5678'],
    ['x:num="1234.5678"', 'US$ 1,235', '!US$1234.5678'],
    ['x:num="1.5"', '1.5x', '!1.5x'],
    ['x:num="123456"', '1.23E+05', '!123456'],
    ['x:num="5"', '-5', '-5'],
    ['x:num="-5"', '5', '!-5'],
    ['x:num="0"', '–', '–'],
    ['x:num="39.8123"', '39.8bn', '39.8bn'],
    ['x:num="39.8123"', '39.8 m', '39.8 m'],
    ['x:num="398.2412"', '398.24亿元', '398.24亿元'],
    ['x:num', '12.5', '12.5'],
    ['x:num="NaN"', '12.5', '12.5'],
    ['x:num="1e999"', '12.5', '12.5'],
    ['x:num="0,125"', '12,5%', '12,5%'],
    ['x:num="0.125"', '12,5%', '!12.5%'],
    ['sdval="1234" sdnum="1031;1031;#.##0"', '1.234', '!1234'],
    ['sdval="1.234"', '1.234', '!1.234'],
    ['sdval="45930"', '30.09.2025', '30.09.2025'],
    [`data-sheets-value='{"1":3,"3":0.345}'`, '34.5%', '!34.5%'],
    [`data-sheets-value='{"1":3,"3":-1.5E-9}'`, '-1.5E-09', '!-0.0000000015'],
    [`data-sheets-value='{"1":2,"2":"12.5"}'`, '12.5', '12.5'],
    [`data-sheets-value='{"1":4,"4":1}'`, 'TRUE', 'TRUE'],
    [`data-sheets-value='{"1":3,"3":'`, '12.5', '12.5'],
  ])('<td %s>%s is %s', (attribute, shown, expected) => {
    expect(cellsOf(table(row(`<td ${attribute}>${shown}</td>`)))).toEqual([[expected]])
  })
})

describe('the shape of a table', () => {
  test.each([
    ['<p>no table</p>', null],
    ['', null],
    ['<table></table>', null],
    ['<table><tr></tr></table>', null],
    [
      table(row('<td>a', '<td>b') + row('<td>c')),
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [table(row('<th>a</th>', '<td>b</td>')), [['a', 'b']]],
    [table('<tfoot><tr><td>z</tfoot><tbody><tr><td>a</tbody>'), [['a'], ['z']]],
    [
      table(row('<td colspan=2>a</td>', '<td>b</td>') + row('<td>c</td>', '<td>d</td>', '<td>e</td>')),
      [
        ['a', '', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
    [
      table(row('<td rowspan=2>a</td>', '<td>b</td>') + row('<td>c</td>') + row('<td>d</td>')),
      [
        ['a', 'b'],
        ['', 'c'],
        ['d', ''],
      ],
    ],
    [
      table(row('<td>a</td>', '<td rowspan=2 colspan=2>b</td>', '<td>c</td>') + row('<td>d</td>', '<td>e</td>')),
      [
        ['a', 'b', '', 'c'],
        ['d', '', '', 'e'],
      ],
    ],
    [
      table(row('<td>a</td>', '<td rowspan=0>b</td>') + row('<td>c</td>') + row('<td>d</td>')),
      [
        ['a', 'b'],
        ['c', ''],
        ['d', ''],
      ],
    ],
    [table(row('<td rowspan=9>a</td>')), [['a']]],
    [table(row('<td colspan=-3 rowspan=x>a</td>', '<td>b</td>')), [['a', 'b']]],
    [
      table(row('<td>a</td>')) + '<p>and</p>' + table(row('<td>b</td>', '<td>c</td>')),
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    [table(row(`<td>out ${table(row('<td>a</td>', '<td>b</td>'))}</td>`)), [['a', 'b']]],
    [
      table(row(`<td><span style='mso-ignore:vglayout2'>${table(row('<td>a</td>'))}</span></td>`, '<td>b</td>')),
      [['a', 'b']],
    ],
    [table(row('<td>a</td>', '<td style="display:none">b</td>', '<td hidden>c</td>', '<td>d</td>')), [['a', 'd']]],
    [table(row('<td>a</td>') + '<tr style="display: none"><td>b</td></tr>' + row('<td>c</td>')), [['a'], ['c']]],
    [table(row('<td>\n  a\n  b &amp; c&nbsp;</td>', '<td>1&nbsp;234,5</td>')), [['a b & c', '1\u00a0234,5']]],
    [table(row('<td><p>a</p><p>b</p></td>', '<td>5,000<sup>1</sup></td>')), [['a b', '5,000 1']]],
    [table(row('<td>a<style>b{}</style><script>c</script></td>')), [['a']]],
  ] as const)('%j', (html, rows) => {
    expect(cellsOf(html)).toEqual(rows)
  })

  test('malformed and hostile pages run nothing', () => {
    const html = `<table><tr><td onclick="throw 1"><img src=x onerror="globalThis.ran = true">1<script>globalThis.ran = true</script><td>2</tr`
    expect(cellsOf(html)).toEqual([['1', '2']])
    expect('ran' in globalThis).toBe(false)
  })

  test('a table that asks for more than a million cells is none', () => {
    expect(cellsOf(table(row('<td rowspan=65534 colspan=16384>a</td>') + row('<td>b</td>').repeat(200)))).toBeNull()
    expect(cellsOf(table(row('<td colspan=16000>a</td>') + '<tr><td>b</td></tr>'.repeat(200)))).toBeNull()
  })

  test('twenty thousand cells and four hundred tables in one another do not hang', () => {
    const cells = row(...Array.from({ length: 20 }, () => '<td x:num="1.25">1.3</td>')).repeat(1000)
    expect(readHtmlTable(table(cells))).toHaveLength(1000)
    expect(readHtmlTable('<table><tr><td>'.repeat(400))).toEqual([[{ text: '', isExact: false }]])
  })
})
