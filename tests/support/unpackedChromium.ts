/**
 * The Chromium inside the package @sparticuz/chromium, unpacked once into node_modules/.cache. It is moved into
 * place as a whole, so that two test runs that start together never see half a browser.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type UnpackedChromium = {
  readonly executablePath: string
  readonly env: Record<string, string>
  /** Whether this machine lets an ordinary program build a sandbox. */
  readonly sandbox: boolean
}

const modules = resolve(import.meta.dirname, '../../node_modules')

/** Undefined where the package does not run or is not installed. */
export function unpackedChromium(): UnpackedChromium | undefined {
  const packageFile = join(modules, '@sparticuz/chromium/package.json')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFile)) return undefined
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const folder = join(modules, '.cache', `chromium-${version}`)
  if (!existsSync(folder)) unpack(folder)
  const executablePath = join(folder, 'chromium')
  return { executablePath, env: environment(folder, executablePath), sandbox: canSandbox() }
}

function unpack(folder: string): void {
  const partial = `${folder}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  try {
    // In a process of its own, because the package reads both settings while it is being loaded:
    // it unpacks to TMPDIR, and its NSS libraries only if it thinks it is on Amazon Linux.
    const program = "await (await import('@sparticuz/chromium')).default.executablePath()"
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: resolve(modules, '..'),
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'nodejs20.x' },
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(`@sparticuz/chromium could not be unpacked: ${run.stderr}`)
    if (!existsSync(folder)) renameSync(partial, folder)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

function environment(folder: string, executablePath: string): Record<string, string> {
  const linked = spawnSync('ldd', [executablePath], { encoding: 'utf8' })
  const complete = linked.status === 0 && !linked.stdout.includes('not found')
  return {
    ...(complete ? {} : { LD_LIBRARY_PATH: withOwn(join(folder, 'al2023/lib')) }),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  }
}

function withOwn(libraries: string): string {
  const others = process.env['LD_LIBRARY_PATH']
  return others === undefined || others === '' ? libraries : `${libraries}:${others}`
}

function canSandbox(): boolean {
  return spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0
}
