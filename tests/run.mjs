/**
 * `npm test`: runs every check and every test, carries on after a failure, and ends with "N passed, N failed".
 * A check counts as one; Vitest and Playwright count their own tests, read from their reports.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const unitReport = '.cache/unit.json'
const e2eReport = '.cache/e2e.json'
// A step that hangs must not hang the whole run: the slowest takes a quarter of an hour on two cores.
const stepLimitMs = 40 * 60_000

const steps = [
  { title: 'lock file', program: ['tests/lock.mjs'] },
  { title: 'types', program: bin('svelte-check', ['--fail-on-warnings', '--tsconfig', './tsconfig.json']) },
  { title: 'lint', program: bin('eslint', ['--config', '.config/eslint.config.js', '--max-warnings', '0', '.']) },
  { title: 'format', program: bin('prettier', ['--check', '.']) },
  { title: 'unused code', program: bin('knip', ['--config', '.config/knip.json']) },
  {
    title: 'unit tests',
    program: bin('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]),
    report: unitReport,
    count: countUnit,
  },
  { title: 'build', program: bin('vite', ['build']) },
  {
    title: 'browser tests',
    program: bin('@playwright/test', ['test', '--config', 'tests/e2e/playwright.config.ts'], 'playwright'),
    report: e2eReport,
    count: countE2e,
    needs: 'build',
  },
]

const failedSteps = new Set()
const total = { passed: 0, failed: 0 }
mkdirSync(join(root, '.cache'), { recursive: true })
for (const step of steps) {
  const { passed, failed } = await outcome(step)
  if (failed > 0) failedSteps.add(step.title)
  total.passed += passed
  total.failed += failed
}
if (failedSteps.size > 0) console.log(`\nFailed: ${[...failedSteps].join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function outcome({ title, program, report, count, needs }) {
  console.log(`\n── ${title}`)
  if (failedSteps.has(needs)) {
    console.log(`Not run: ${needs} failed.`)
    return { passed: 0, failed: 1 }
  }
  if (report !== undefined) rmSync(join(root, report), { force: true })
  const succeeded = await run(program)
  if (count === undefined) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const counted = read(report, count)
  if (counted === undefined || counted.passed + counted.failed === 0) {
    console.log(`${title}: no test ran.`)
    return { passed: 0, failed: 1 }
  }
  // A run can fail outside any test: an error nobody awaited, a server that would not start.
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}

function run(program) {
  return new Promise((done) => {
    const child = spawn(process.execPath, program, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: stepLimitMs,
    })
    child.on('error', (error) => {
      console.log(String(error))
      done(false)
    })
    child.on('exit', (code) => done(code === 0))
  })
}

function read(report, count) {
  try {
    return count(JSON.parse(readFileSync(join(root, report), 'utf8')))
  } catch {
    return undefined // no report, or half of one: the step broke off
  }
}

function countUnit({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

function countE2e({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** The command line of a package's program, started by Node itself: no shell, no npx, the same on every system. */
function bin(name, args, program = name) {
  const folder = join(root, 'node_modules', name)
  const { bin: programs } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return [join(folder, typeof programs === 'string' ? programs : programs[program]), ...args]
}
