import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash, readIfThere } from './files.mjs'
import { withLock } from './lock.mjs'
import { ROOT } from './paths.mjs'
import { runNpm } from './run.mjs'
import { say, SetupError } from './say.mjs'

const LOCK_FILE = join(ROOT, 'package-lock.json')
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json')
const STAMP = join(ROOT, 'node_modules', '.longhand-stamp')

/** Installs the packages of package-lock.json, unless they are there already. */
export async function ensurePackages() {
  if (isStamped()) return
  await withLock('packages', async () => {
    if (isStamped()) return
    const installed = readIfThere(INSTALLED)
    const locked = readIfThere(LOCK_FILE) ?? ''
    if (installed === undefined || !holdsAll(JSON.parse(locked), JSON.parse(installed))) {
      say('Installing packages (npm ci) …')
      const { code, output } = await runNpm(['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
        quiet: true,
      })
      if (code !== 0)
        throw new SetupError(`${output.trim()}\nThe packages could not be installed: see npm's words above.`)
    }
    writeFileSync(STAMP, hash(locked))
  })
}

function isStamped() {
  return readIfThere(STAMP) === hash(readIfThere(LOCK_FILE) ?? '')
}

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock
 */

/**
 * Whether everything that the lock file asks for is installed, in its version. Optional packages may be
 * missing: they are for other platforms.
 * @param {Lock} locked package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json, npm's own list of what it installed
 */
export function holdsAll(locked, installed) {
  return Object.entries(locked.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    return found ? found.version === wanted.version : wanted.optional === true || wanted.devOptional === true
  })
}
