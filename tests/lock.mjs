/**
 * Checks package-lock.json: every optional dependency that a package names must have its own entry (or `npm ci`
 * fails on the machines that need it), and no entry may hold the address it was downloaded from.
 * Another lock file may be named on the command line.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const lock = JSON.parse(readFileSync(process.argv[2] ?? join(import.meta.dirname, '../package-lock.json'), 'utf8'))
const faults = lockFaults(lock)
for (const fault of faults) console.error(fault)
if (faults.length === 0)
  console.log(`package-lock.json is complete: ${Object.keys(lock.packages).length - 1} packages.`)
process.exitCode = faults.length === 0 ? 0 : 1

/**
 * @param {{ packages: Record<string, { resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]} one sentence for each fault
 */
function lockFaults({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const name = path === '' ? 'the project' : path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const missing = Object.keys(entry.optionalDependencies ?? {})
      .filter((wanted) => !lookUpFolders(path).some((folder) => `${folder}node_modules/${wanted}` in packages))
      .map(
        (wanted) =>
          `${name} names the optional package ${wanted}, which has no entry in package-lock.json: pin a version of ${name} that is complete.`,
      )
    const address =
      entry.resolved === undefined || entry.link
        ? []
        : [`${name} carries a download address in package-lock.json: install again with the project's .npmrc.`]
    return [...missing, ...address]
  })
}

/** The folders whose node_modules Node searches for a package at `path`, innermost first: '' is the project's own. */
function lookUpFolders(path) {
  const folders = []
  for (let inner = path; inner !== ''; inner = inner.slice(0, Math.max(0, inner.lastIndexOf('/node_modules/')))) {
    folders.push(`${inner}/`)
  }
  return [...folders, '']
}
