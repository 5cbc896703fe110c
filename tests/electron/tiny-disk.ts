/** A small disk of a test's own, where this system lets one be made: Linux, as its administrator. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Mounts an empty disk in a new folder. Null when done; otherwise why it cannot be. */
export function mountDisk(folder: string, megabytes: number): string | null {
  if (process.platform !== 'linux') return 'this is not Linux'
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
    return null
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr ?? error).trim()
  }
}

/** Makes a disk readable only, or writable again. Nothing may be open for writing there. */
export function remountDisk(folder: string, how: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${how}`, folder])
}

/** Takes a disk away; lazily, since what a failed test left open still has files there. */
export function unmountDisk(folder: string): void {
  execFileSync('umount', ['-l', folder])
}

/** Writes a file as large as the disk still takes, and gives its path. */
export function fillDisk(folder: string): string {
  const file = join(folder, 'ballast')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(file, Buffer.alloc(bavail * bsize))
  return file
}
