/** The lock check, proven on made-up lock files. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Packages = Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>

const native = { optionalDependencies: { 'native-arm': '1.0.0' } }

test('a lock file in which every optional package has its entry passes', () => {
  expect(check({ '': {}, 'node_modules/a': native, 'node_modules/native-arm': {} }).status).toBe(0)
  expect(check({ '': {}, 'node_modules/a': native, 'node_modules/a/node_modules/native-arm': {} }).status).toBe(0)
  expect(check({ 'node_modules/b/node_modules/a': native, 'node_modules/b/node_modules/native-arm': {} }).status).toBe(
    0,
  )
})

test('an optional package without an entry is named, with the package that wants it', () => {
  const { status, stderr } = check({
    '': {},
    'node_modules/@scope/a': native,
    'node_modules/b/node_modules/native-arm': {},
  })
  expect(status).toBe(1)
  expect(stderr).toContain('@scope/a names the optional package native-arm, which has no entry')
})

test('a download address is named', () => {
  const { status, stderr } = check({ '': {}, 'node_modules/a': { resolved: 'https://packages.example/a.tgz' } })
  expect(status).toBe(1)
  expect(stderr).toContain('a carries a download address')
})

function check(packages: Packages) {
  const folder = mkdtempSync(join(tmpdir(), 'paceline-lock-'))
  const file = join(folder, 'package-lock.json')
  writeFileSync(file, JSON.stringify({ packages }))
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'lock.mjs'), file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return run
}
