// Tables as files, PDFs and data bases give them, and how their numbers are written.

import { expect, test } from 'vitest'
import { readAs, written } from './readAs.ts'

const rows = (...lines: readonly string[]): string => lines.map((line) => line.split(/ ?\| ?/).join('\t')).join('\n')

test('[MD5] a CSV file, lines of a PDF and a column of units read alike', () => {
  const expected = [
    'Reported | revenue | Revenue | US$ m | flow | 1234, 1300',
    'Reported | gross_margin | Gross margin | % | rate | 0.125, 0.13',
  ]
  expect(written(readAs('Line,Unit,FY25 Q1,FY25 Q2\nRevenue,USD m,"1,234",1300\nGross margin,%,12.5,13\n'))).toEqual(
    expected,
  )
  expect(written(readAs('Linie;Unit;FY25 Q1;FY25 Q2\nRevenue;USD m;1.234,0;1.300\nGross margin;%;12,5;13\n'))).toEqual(
    expected,
  )
  expect(written(readAs('USD m Q1 2025 Q2 2025\nRevenue 1,234 1,300\nGross margin 12.5% 13.0%\n'))).toEqual(expected)
})

test('[MD5] per cents written as fractions, multiples, basis points and amounts a share keep their worth', () => {
  const read = readAs(
    rows(
      'RMB m | Q1 2025 | Q2 2025',
      'Gross margin | 0.3452 | 0.36',
      'Leverage (x) | 1.5 | 2.1x',
      'Take rate (bps) | 35 | 40',
      'EPS (RMB) | 1.25 | 1.3',
      'Revenue | 1tn | 2',
    ),
  )
  expect(written(read)).toEqual([
    'Reported | gross_margin | Gross margin | % | rate | 0.3452, 0.36',
    'Reported | leverage | Leverage | × | rate | 1.5, 2.1',
    'Reported | take_rate | Take rate | points | rate | 0.0035, 0.004',
    'Reported | eps | EPS | RMB | flow | 1.25, 1.3',
    'Reported | revenue | Revenue | RMB m | flow | 1000000, 2',
  ])
})

test('[MD5] a German table says Mio., Mrd. and Tsd.', () => {
  const read = readAs(
    'Quartal;Umsatz (Mio. €);Bestand (Mrd. €);Porto (Tsd. €)\n31.03.2024;1.234,5;2,5;10\n30.06.2024;1.300,0;2,6;11',
  )
  expect(written(read)).toEqual([
    'Reported | umsatz | Umsatz | EUR m | flow | 1234.5, 1300',
    'Reported | bestand | Bestand | EUR bn | flow | 2.5, 2.6',
    'Reported | porto | Porto | EUR k | flow | 10, 11',
  ])
})

test('[MD5] a column of units names exchange rates and quarters, and its first money is the model’s', () => {
  const read = readAs(
    rows(
      'Item | Unit | Q1 2025 | Q2 2025',
      'Revenue | RMB million | 100 | 110',
      'Rate of the dollar | RMB per USD | 7.2567 | 7.1636',
      'Streak | quarters | 7 | 8',
      'Other | | 1 | 2',
    ),
  )
  expect(written(read)).toEqual([
    'Reported | revenue | Revenue | RMB m | flow | 100, 110',
    'Reported | rate_of_the_dollar | Rate of the dollar | RMB per US$ | rate | 7.2567, 7.1636',
    // `streak` is a function: no line’s key (F2).
    'Reported | streak_line | Streak | quarters | rate | 7, 8',
    'Reported | other | Other | RMB m | flow | 1, 2',
  ])
})

test('[MD5] a table with a row for each number is laid out by line and quarter', () => {
  const tidy = readAs(
    'scenario,line_key,label,unit,quarter_end,status,value\n' +
      'Base,revenue,Revenue,RMB m,2025-03-31,actual,100\n' +
      'Base,revenue,Revenue,RMB m,2025-06-30,actual,110\n' +
      'Base,margin,Gross margin,%,2025-03-31,actual,0.355\n' +
      'Base,margin,Gross margin,%,2025-06-30,actual,0.36\n',
  )
  expect(written(tidy)).toEqual([
    'Reported | revenue | Revenue | RMB m | flow | 100, 110',
    'Reported | gross_margin | Gross margin | % | rate | 0.355, 0.36',
  ])
})

test.each([
  ['a semicolon inside quotes', '"Revenue; net",100,110'],
  ['a semicolon outside quotes', 'Revenue; net,100,110'],
  ['a line break inside quotes', '"Revenue;\nnet",100,110'],
])('[MD4] a file that is parted by commas may have %s', (_, row) => {
  expect(written(readAs(`Line,FY25 Q1,FY25 Q2\n${row}\nCosts,50,60`))).toEqual([
    expect.stringMatching(/\| Revenue; net \| US\$ m \| flow \| 100, 110$/),
    expect.stringMatching(/\| Costs \| US\$ m \| flow \| 50, 60$/),
  ])
})

test('[MD4] a file down a column may be parted by commas or semicolons, with either in its names', () => {
  const columns = ['"Revenue, net"', '"Costs; all"']
  for (const sign of [',', ';']) {
    const rows = [
      ['Quarter', ...columns],
      ['FY25 Q1', '100', '50'],
      ['FY25 Q2', '110', '60'],
    ]
    const text = rows.map((row) => row.join(sign)).join('\n')
    expect(written(readAs(text)).map((line) => line.split(' | ').at(2))).toEqual(['Revenue, net', 'Costs; all'])
  }
})

test('[MD4] a Markdown table is read with its header, its rule and marks left out', () => {
  const text =
    '## Meridian\n\n| Line | FY25 Q1 | FY25 Q2 |\n|---|---:|:--|\n| **Revenue** | 1,000 | 1,100 |\n| Costs | (600) | n/a |'
  expect(written(readAs(text))).toEqual([
    'Reported | revenue | Revenue | US$ m | flow | 1000, 1100',
    'Reported | costs | Costs | US$ m | flow | -600, –',
  ])
  const bare = 'Line | FY25 Q1 | FY25 Q2\n--- | --- | ---\nRevenue | 1 | 2'
  expect(written(readAs(bare))).toEqual(['Reported | revenue | Revenue | US$ m | flow | 1, 2'])
})

test('[MD8] what the table says is none is named, and so are rows of one name', () => {
  const { remarks, unread } = readAs('\tFY25 Q1\tFY25 Q2\nRevenue\t1\tn/a\nRevenue\t3\t\n')
  expect(unread).toEqual([])
  expect(remarks).toEqual([
    'The table says n/a or the like, and no number: Revenue in FY25 Q2. It stays empty.',
    '2 rows are called “Revenue”: their lines are revenue and revenue_2 in formulas.',
  ])
})
