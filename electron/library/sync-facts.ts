import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { SharedPlace } from '../../core/bridge/sharing.ts'
import { parseObject } from './json.ts'
import { type Mount, networkDisk, sharedPlace } from './sync-place.ts'

/** What is to be said of a folder on this computer, there or not; see {@link sharedPlace}. */
export function placeOf(folder: string): SharedPlace | null {
  const { platform, env } = process
  const path = truePath(folder)
  return sharedPlace({
    platform,
    path,
    home: homedir(),
    env,
    dropbox: dropboxFolders(),
    mounts: mounts(),
    names: namesIn,
  })
}

/** The kind of network disk that a file or folder lies on; null when its disk is this computer's. */
export function networkDiskOf(path: string): string | null {
  return networkDisk({ platform: process.platform, path: truePath(path), mounts: mounts() })
}

/** Links followed, also of a folder that is still to be made; on Windows letters of network disks as well. */
function truePath(path: string): string {
  let there = resolve(path)
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  try {
    return join(realpathSync.native(there), resolve(path).slice(there.length))
  } catch {
    // It went away in between, or may not be read: the path as it was given is all there is.
    return resolve(path)
  }
}

/** On macOS they are asked of another program: not for every connection. Milliseconds. */
const MOUNTS_HOLD = 10_000
let asked: { readonly at: number; readonly mounts: readonly Mount[] } | null = null

function mounts(): readonly Mount[] {
  try {
    if (process.platform === 'linux') return linuxMounts(readFileSync('/proc/self/mounts', 'utf8'))
    if (process.platform === 'darwin') {
      if (asked && performance.now() - asked.at < MOUNTS_HOLD) return asked.mounts
      const text = execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 })
      asked = { at: performance.now(), mounts: macMounts(text) }
      return asked.mounts
    }
  } catch {
    // A system that does not tell: the path and the marks in it have to do.
  }
  return []
}

/** The lines of `/proc/self/mounts`: device, place, type; spaces and the like as `\040` (fstab(5)). */
export function linuxMounts(text: string): Mount[] {
  const plain = (field: string) =>
    field.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
  return text.split('\n').flatMap((line) => {
    const [, at, type] = line.split(' ')
    return at && type ? [{ at: plain(at), type }] : []
  })
}

/** The lines of macOS's `mount`: `//anna@nas/home on /Volumes/home (smbfs, nodev, nosuid)`. */
export function macMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, at, type] = / on (\/.*) \(([^,)]+)/.exec(line) ?? []
    return at && type ? [{ at, type }] : []
  })
}

/** Where Dropbox says that its folders are (help.dropbox.com, "locate the Dropbox folder"). */
function dropboxFolders(): string[] {
  const { APPDATA, LOCALAPPDATA } = process.env
  const places = [APPDATA && join(APPDATA, 'Dropbox'), LOCALAPPDATA && join(LOCALAPPDATA, 'Dropbox')]
  return [...places, join(homedir(), '.dropbox')].flatMap((place) => {
    try {
      const accounts = place ? parseObject(readFileSync(join(place, 'info.json'), 'utf8')) : {}
      return Object.values(accounts).flatMap((account) => {
        const path = (account as { path?: unknown } | null)?.path
        return typeof path === 'string' ? [path] : []
      })
    } catch {
      // No Dropbox here.
      return []
    }
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
