import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { present } from '#base/assert.ts'
import { expect, test, vi } from 'vitest'
import PacingPanel from '#ui/panel/PacingPanel.svelte'
import { exampleBench } from '../support/workbench.ts'

// jsdom has no canvas: what the chart draws is looked at in the end-to-end tests.
const chart = vi.hoisted(() => ({ isBroken: false }))

vi.mock('#ui/chart/burnUpChart.ts', () => ({
  createBurnUpChart: () => {
    if (chart.isBroken) throw new Error('no canvas')
    return { draw: () => undefined, destroy: () => undefined }
  },
}))

const show = async () => {
  const bench = await exampleBench()
  render(PacingPanel, { ...bench, commitment: present(bench.open.model.commitments[0], 'the commitment') })
  return bench
}

test('the verdict, the standing and the readings follow the scenario shown', async () => {
  const { open } = await show()
  expect(screen.getByText(/Completes in FY28 Q3, after 10\.938 of 12 quarters: 1\.062 quarters early\./)).toBeVisible()
  open.look({ scenario: 'bear' })
  expect(await screen.findByText(/Not by FY28 Q4: short by 53\.725 bn;/)).toBeVisible()
})

test('[P8] every scenario’s end stands in a table, in short, and the standing has its word', async () => {
  await show()
  const endOf = (name: RegExp) =>
    within(screen.getByRole('row', { name }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
      .slice(1)
  // Base and Bull by the verdicts above: 10.938 and 9.767 quarters; Bear falls 53.725 bn short.
  expect(endOf(/^Base /)).toEqual(['FY28 Q3', '10.938'])
  expect(endOf(/^Bull /)).toEqual(['FY28 Q2', '9.767'])
  expect(endOf(/^Bear /)).toEqual(['short 53.725', '–'])
  // 70.177 counted, 63.333 planned
  expect(screen.getByText('Ahead of plan')).toBeVisible()
})

test('the chart has a table behind it', async () => {
  await show()
  await userEvent.setup().click(screen.getByRole('button', { name: /^Table of/ }))
  const table = within(screen.getByRole('region', { name: /^Table of .*, burn-up$/ }))
  const row = table.getByRole('row', { name: /FY26 Q2/ })
  // 38,676 + 31,501 reported; 380 × 2 / 12 planned
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['63.333', '70.177', '70.177', '70.177'])
  // What is forecast says so, not by its colour alone.
  expect(within(row).getByRole('rowheader')).toHaveTextContent(/^FY26 Q2$/)
  expect(table.getByRole('rowheader', { name: 'FY26 Q3 forecast' })).toBeVisible()
})

test('a chart that breaks stays where it is: the figures beside it go on', async () => {
  chart.isBroken = true
  await show()
  expect(await screen.findByRole('alert')).toHaveTextContent('The chart stopped working.')
  expect(screen.getByText('+6.844 bn')).toBeVisible()
  chart.isBroken = false
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('img')).toBeVisible()
})
