import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { readIfThere, writeWhole } from './files.mjs'
import { withLock } from './lock.mjs'
import { ROOT, RUNTIME } from './paths.mjs'
import { runNode } from './run.mjs'
import { say } from './say.mjs'

const PACKAGE = join(ROOT, 'node_modules', 'electron')
const UNREACHABLE = join(RUNTIME, 'official-electron-unreachable')
const DAY = 24 * 60 * 60 * 1000

/** @returns {string | undefined} the version that package.json asks for */
function wantedVersion() {
  const text = readIfThere(join(PACKAGE, 'package.json'))
  return text === undefined ? undefined : JSON.parse(text).version
}

/**
 * The official Electron, when it is there.
 * @returns {import('./electron.mjs').Electron | undefined}
 */
export function officialElectron() {
  const version = wantedVersion()
  const program = readIfThere(join(PACKAGE, 'path.txt'))
  if (!version || !program) return undefined
  if (readIfThere(join(PACKAGE, 'dist', 'version'))?.replace(/^v/, '') !== version) return undefined
  const executablePath = join(PACKAGE, 'dist', program)
  return existsSync(executablePath) ? { executablePath, version, official: true, appDir: ROOT } : undefined
}

/**
 * Downloads the official Electron unless it is there. A host that cannot be reached is given up within
 * seconds, and not tried again for a day.
 * @returns {Promise<boolean>} whether it is there now
 */
export async function ensureOfficial() {
  if (officialElectron()) return true
  if (wasUnreachable(readIfThere(UNREACHABLE), Date.now())) return false
  return withLock('electron', async () => {
    if (officialElectron()) return true
    const version = wantedVersion()
    if (version && (isInCache(version) || (await isReachable(version)))) {
      say(`Downloading Electron ${version} …`)
      const { code } = await runNode('node_modules/electron/install.js', [], { toStderr: true })
      if (code === 0 && officialElectron()) return true
    }
    await writeWhole(UNREACHABLE, new Date().toISOString())
    return false
  })
}

/**
 * @param {string | undefined} noted when the host was last out of reach, in ISO form
 * @param {number} now
 */
export function wasUnreachable(noted, now) {
  const time = Date.parse(noted ?? '')
  return time <= now && now - time < DAY
}

/** @param {string} version */
async function isReachable(version) {
  // A proxy or a mirror is for the downloader to find its way with.
  if (process.env.ELECTRON_GET_USE_PROXY || process.env.ELECTRON_MIRROR) return true
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
  const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
  return answer?.ok === true
}

/**
 * Whether an earlier download lies in Electron's own cache, so that no network is needed.
 * @param {string} version
 */
function isInCache(version) {
  const places = {
    linux: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron'),
    darwin: join(homedir(), 'Library', 'Caches', 'electron'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'electron', 'Cache'),
  }
  const folder = process.env.electron_config_cache ?? places[/** @type {'linux'} */ (process.platform)]
  if (!folder || !existsSync(folder)) return false
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  return readdirSync(folder, { recursive: true }).some((path) => String(path).endsWith(name))
}
