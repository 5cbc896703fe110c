import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { finishSwap, journalFile, stagedFolder, swapIn } from './folder-swap.ts'
import { createLibrary } from './library.ts'
import type { Restored } from './restore.ts'
import type { NewSite } from './site.ts'

/**
 * Puts an empty library in the place of another, which is moved aside untouched; backups are kept.
 * @throws Failure `file.refused`, `value.refused`
 */
export function startAnew(folder: string, site: NewSite, now = new Date()): Restored {
  const target = resolve(folder)
  finishSwap(target)
  const staged = stagedFolder(target)
  try {
    createLibrary(staged, site).close()
    return { folder: target, aside: swapIn(staged, target, now), articles: 0, missing: [] }
  } finally {
    if (!existsSync(journalFile(target))) rmSync(staged, { recursive: true, force: true })
  }
}
