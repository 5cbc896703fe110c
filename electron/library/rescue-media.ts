import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMediaPath } from './backup-manifest.ts'
import { fileFailure, withFiles } from './files.ts'
import { readPicture } from './picture.ts'
import type { OnStep } from './steps.ts'

/** Copies every file of `media/`, and enters in the library's file those whose rows are lost. */
export async function rescueMedia(folder: string, into: string, onStep: OnStep): Promise<void> {
  const media = join(folder, 'media')
  if (statSync(media, { throwIfNoEntry: false })?.isDirectory() !== true) return
  const names = withFiles(media, () =>
    readdirSync(media, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name),
  )
  for (const [index, name] of names.entries()) {
    onStep('pictures', index, names.length)
    const file = join(media, name)
    await copyFile(file, join(into, 'media', name)).catch((error: unknown) => {
      throw fileFailure(file, error)
    })
  }
  const db = new Database(join(into, 'library.db'))
  try {
    const known = new Set(db.prepare('SELECT path FROM media').pluck().all())
    const insert = db.prepare(
      'INSERT OR IGNORE INTO media (path, mime, width, height, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?)',
    )
    for (const name of names.filter((one) => isMediaPath(`media/${one}`) && !known.has(`media/${one}`))) {
      const bytes = readFileSync(join(into, 'media', name))
      const picture = readPicture(bytes)
      if (typeof picture === 'string') continue
      const { mime, width, height } = picture
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      insert.run(`media/${name}`, mime, width, height, bytes.length, sha256)
    }
  } finally {
    db.close()
  }
}
