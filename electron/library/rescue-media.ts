import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { withFiles } from './files.ts'
import { readPicture } from './picture.ts'

/** Copies every file of `media/`, and enters in the library's file those whose rows are lost. */
export function rescueMedia(folder: string, into: string): void {
  const media = join(folder, 'media')
  if (statSync(media, { throwIfNoEntry: false })?.isDirectory() !== true) return
  const names = withFiles(media, () => {
    const files = readdirSync(media, { withFileTypes: true }).filter((entry) => entry.isFile())
    for (const { name } of files) copyFileSync(join(media, name), join(into, 'media', name))
    return files.map(({ name }) => name)
  })
  const db = new Database(join(into, 'library.db'))
  try {
    const known = new Set(db.prepare('SELECT path FROM media').pluck().all())
    const insert = db.prepare(
      'INSERT OR IGNORE INTO media (path, mime, width, height, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?)',
    )
    for (const name of names.filter((one) => !known.has(`media/${one}`))) {
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
