import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../../core/article.ts'
import type { BackupDifference, BackupLook } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { readManifest } from './backup-manifest.ts'
import { manifestFile } from './backups.ts'
import { sqliteFailure } from './connection.ts'
import { copyVerified } from './copy-verified.ts'
import { inspectDatabase } from './database.ts'
import { withFiles } from './files.ts'
import { openLibrary } from './library.ts'
import { type OnStep, unwatched } from './steps.ts'

/** More than these nobody reads. */
const MOST_SHOWN = 1000

interface Head {
  readonly id: number
  readonly title: string
  readonly updatedAt: string
  readonly version: number
  readonly trashedAt: string | null
}

/**
 * What differs between a backup and a library, article by article; neither is written to.
 * @throws Failure `library.damaged`, `library.newer`, `file.refused`
 */
export function lookInto(backup: string, folder: string): BackupLook {
  const then = new Map(headsIn(backup).map((head) => [head.id, head]))
  const now = new Map(headsIn(join(folder, 'library.db')).map((head) => [head.id, head]))
  const lost = [...then.values()].filter(({ id }) => !now.has(id))
  const added = [...now.values()].filter(({ id }) => !then.has(id))
  const changed = [...then.values()].filter((head) => isOther(head, now.get(head.id)))
  const named = (heads: readonly Head[], how: BackupDifference['how']) =>
    heads.map(({ id, title, updatedAt }): BackupDifference => ({ id, title, savedAt: updatedAt, how }))
  const articles = [...named(lost, 'lost'), ...named(changed, 'changed'), ...named(added, 'added')]
  return {
    changed: changed.length,
    added: added.length,
    lost: lost.length,
    articles: articles.slice(0, MOST_SHOWN),
  }
}

/** An article of a backup, with its category, tags and authors by name: their numbers may mean others by now. */
export interface BackedUpArticle {
  readonly article: Article
  readonly authors: readonly string[]
}

/**
 * Reads articles out of a backup, whichever Longhand made it; those that it has not are left out.
 * @throws Failure `library.damaged`, `library.newer`, `file.refused`
 */
export async function readFromBackup(
  backup: string,
  ids: readonly number[],
  onStep: OnStep = unwatched,
): Promise<BackedUpArticle[]> {
  const scratch = withFiles(tmpdir(), () => mkdtempSync(join(tmpdir(), 'longhand-backup-')))
  try {
    onStep('copying', 0, 0)
    const sha256 = readManifest(manifestFile(backup))?.database.sha256 ?? null
    if (!(await copyVerified(backup, join(scratch, 'library.db'), sha256))) {
      throw new Failure('library.damaged', { file: backup, problem: 'it is not what was written' })
    }
    // Opening brings the copy up to the schema of today.
    const library = openLibrary(scratch)
    try {
      const wanted = new Set(ids)
      const names = new Map(library.authors.list().map(({ id, name }) => [id, name]))
      const found = headsIn(library.file).filter(({ id }) => wanted.has(id))
      return found.map(({ id }) => {
        const article = library.articles.get(id)
        return { article, authors: article.authorIds.flatMap((author) => names.get(author) ?? []) }
      })
    } finally {
      library.close()
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function isOther(then: Head, now: Head | undefined): boolean {
  if (!now) return false
  return then.updatedAt !== now.updatedAt || then.version !== now.version || then.trashedAt !== now.trashedAt
}

/** These columns are in every schema there was. */
function headsIn(file: string): Head[] {
  const db = inspectDatabase(file)
  try {
    return db
      .prepare<[], Head>(
        `SELECT id, title, updated_at AS updatedAt, version, trashed_at AS trashedAt FROM article
         ORDER BY updated_utc DESC, id`,
      )
      .all()
  } catch (error) {
    throw sqliteFailure(file, error)
  } finally {
    db.close()
  }
}
