import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { ExportPlan, ExportReport } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import type { Library } from '../library/library.ts'
import type { ExportOptions } from './export-options.ts'
import { Run } from './export-run.ts'
import { onFile } from './file-failure.ts'
import { readManifest } from './manifest.ts'
import { lockFolder } from './site-lock.ts'
import { isEmptyFolder, isFolder, ownPath, requireWritable, removeIfEmpty } from './site-folder.ts'
import { recover } from './swap.ts'

/**
 * Exports a library to a folder. Reads one state of the library, makes only what changed, and puts it in place at
 * the end: until then, and after any failure or cancellation, the folder is as it was.
 *
 * @throws Failure `export.occupied`, `export.changed`, `busy`, `cancelled`, `theme.broken`, `file.refused` and those of reading
 */
export async function exportSite(
  library: Library,
  target: string,
  options: ExportOptions = {},
): Promise<ExportReport> {
  const started = performance.now()
  const folder = resolve(target)
  const { undo } = claim(folder, options.overwrite ?? false)
  try {
    const release = lockFolder(folder)
    try {
      recover(folder)
      const run = new Run(library, folder, readManifest(folder), options)
      const report = await run.export()
      return { ...report, milliseconds: Math.round(performance.now() - started) }
    } finally {
      release()
    }
  } catch (thrown) {
    undo()
    throw thrown
  }
}

/**
 * What an export of a library to a folder would do, down to the last file, and why. Writes nothing, and makes no folder.
 *
 * @throws Failure `cancelled`, `theme.broken`, `file.refused` and those of reading
 */
export async function planSite(
  library: Library,
  target: string,
  options: Omit<ExportOptions, 'overwrite' | 'plan'> = {},
): Promise<ExportPlan> {
  const started = performance.now()
  const folder = resolve(target)
  requireWritable(folder)
  const before = isFolder(folder) ? readManifest(folder) : null
  const plan = await new Run(library, folder, before, options, true).plan(before)
  return { ...plan, milliseconds: Math.round(performance.now() - started) }
}

/** Makes the folder, or checks that it is empty or a site of Longhand's; `undo` removes what was made of it. */
function claim(folder: string, overwrite: boolean): { undo(): void } {
  const own = ownPath(folder, '')
  const made = onFile(folder, () => mkdirSync(folder, { recursive: true }))
  const ours = overwrite || existsSync(ownPath(folder, 'journal.json')) || readManifest(folder) !== null
  if (!ours && !isEmptyFolder(folder)) throw new Failure('export.occupied', { folder })
  onFile(own, () => mkdirSync(own, { recursive: true }))
  return {
    undo: () => {
      removeIfEmpty(own)
      if (made !== undefined) removeUpTo(resolve(made), folder)
    },
  }
}

/** Removes the folders that are empty from one up to the first that was made for it. */
function removeUpTo(first: string, folder: string): void {
  if (removeIfEmpty(folder) && folder !== first) removeUpTo(first, dirname(folder))
}
