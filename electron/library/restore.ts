import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { readManifest } from './backup-manifest.ts'
import { keptMediumFile, manifestFile } from './backups.ts'
import { sqliteFailure } from './connection.ts'
import { copyVerified } from './copy-verified.ts'
import { withFiles } from './files.ts'
import { finishSwap, journalFile, stagedFolder, swapIn } from './folder-swap.ts'
import { verifyDatabase } from './snapshot.ts'
import { type OnStep, unwatched } from './steps.ts'
import { isThemePath } from './theme-files.ts'
import { isArchive, unpackArchive } from './unpack.ts'

export interface Restored {
  readonly folder: string
  /** Where the library that was there before lies now, untouched; null when there was none. */
  readonly aside: string | null
  readonly articles: number
  /** Media, and files of themes, that neither the backup nor the library had. */
  readonly missing: readonly string[]
}

export interface RestoreOptions {
  readonly now?: Date
  /** A damaged library is not even opened to see whether another program uses it. */
  readonly damaged?: boolean
  /** It is to become a new library: a folder that holds anything is refused. */
  readonly fresh?: boolean
  readonly onStep?: OnStep
}

/**
 * Puts a backup (its database) or an archive (a zip) in the place of a library: builds it beside, verifies it,
 * and swaps. The old one is moved aside and stays as it is. Nobody may have the library open.
 * @throws Failure `library.damaged`, `library.notOne`, `library.newer`, `file.refused` (`EBUSY`: it is open), `library.occupied`;
 * `cancelled` by `onStep`, and nothing was changed
 */
export async function restoreBeside(
  backup: string,
  folder: string,
  options: RestoreOptions = {},
): Promise<Restored> {
  const target = resolve(folder)
  const { onStep = unwatched, fresh = false } = options
  finishSwap(target)
  if (fresh && existsSync(target) && readdirSync(target).length > 0) {
    throw new Failure('library.occupied', { folder: target })
  }
  const staged = stagedFolder(target)
  try {
    withFiles(staged, () => mkdirSync(join(staged, 'media'), { recursive: true }))
    const missing = isArchive(backup)
      ? await stageArchive(backup, staged, onStep)
      : await stageBackup(resolve(backup), { target, staged, onStep })
    onStep('checking', 0, 0)
    const { counts } = verifyDatabase(join(staged, 'library.db'))
    // From here on it is no longer stopped.
    if (options.damaged !== true) refuseIfOpen(join(target, 'library.db'))
    const aside = swapIn(staged, target, options.now ?? new Date())
    return { folder: target, aside, articles: counts['article'] ?? 0, missing }
  } finally {
    // The swap has moved it away when all went well; the journal has it when the swap was stopped.
    if (!existsSync(journalFile(target))) rmSync(staged, { recursive: true, force: true })
  }
}

async function stageArchive(archive: string, staged: string, onStep: OnStep): Promise<readonly string[]> {
  const { media } = await unpackArchive(archive, staged, onStep)
  return media.filter(({ kept }) => !kept).map(({ path }) => path)
}

async function stageBackup(
  backup: string,
  { target, staged, onStep }: { readonly target: string; readonly staged: string; readonly onStep: OnStep },
): Promise<readonly string[]> {
  onStep('copying', 0, 0)
  const file = join(staged, 'library.db')
  const manifest = readManifest(manifestFile(backup))
  if (!(await copyVerified(backup, file, manifest?.database.sha256 ?? null))) {
    throw new Failure('library.damaged', { file: backup, problem: 'it is not what was written' })
  }
  onStep('checking', 0, 0)
  const { media } = verifyDatabase(file)
  const missing: string[] = []
  for (const [index, medium] of media.entries()) {
    onStep('pictures', index, media.length)
    const sources = [keptMediumFile(dirname(backup), medium), join(target, medium.path)]
    if (!(await stageMedium(sources, join(staged, medium.path), medium.sha256))) missing.push(medium.path)
  }
  for (const one of manifest?.themes ?? []) {
    // A folder of backups may lie where others write too.
    if (!isThemePath(one.path)) continue
    const file = join(staged, one.path)
    withFiles(file, () => mkdirSync(dirname(file), { recursive: true }))
    const sources = [keptMediumFile(dirname(backup), one), join(target, one.path)]
    if (!(await stageMedium(sources, file, one.sha256))) missing.push(one.path)
  }
  return missing
}

async function stageMedium(sources: readonly string[], file: string, sha256: string): Promise<boolean> {
  for (const source of sources) {
    const isThere = statSync(source, { throwIfNoEntry: false })?.isFile() === true
    if (isThere && (await copyVerified(source, file, sha256))) return true
  }
  return false
}

/** @throws Failure `file.refused` with `EBUSY` when any connection to the library is open */
function refuseIfOpen(file: string): void {
  if (!existsSync(file)) return
  let db: Database.Database | null = null
  try {
    db = new Database(file, { fileMustExist: true, timeout: 0 })
    // In WAL mode only a connection that is alone can take this lock.
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; ROLLBACK')
  } catch (error) {
    throw sqliteFailure(file, error)
  } finally {
    db?.close()
  }
}
