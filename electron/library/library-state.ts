/** What an export must know of a library to tell that nothing has changed: read in a moment, however large it is. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { timestamp } from './time.ts'
import { Connection } from './connection.ts'
import { openDatabase } from './database.ts'
import { readRules } from './related-hand.ts'

/** A state of a library, for pages. Alike means: an export at these moments gives the same site. */
export interface LibraryState {
  /** Another one after each commit that changes something, also after one in a copy or a restored backup. */
  readonly token: string
  /** The name of the site's theme. */
  readonly theme: string
  /** The day that newer articles are wished for against; null where that is no matter. */
  readonly day: string | null
  /** When the next scheduled article comes in, in milliseconds; null when none is waiting. */
  readonly until: number | null
}

/**
 * The state of the library in `folder` now, or null when that is not known: it was not written to since Longhand notes
 * it. `isOpen`: this process has it open already.
 * @throws Failure as `openLibrary` does
 */
export function libraryState(folder: string, isOpen: boolean, now = new Date()): LibraryState | null {
  const file = join(folder, 'library.db')
  if (!existsSync(file)) throw new Failure('library.missing', { folder })
  const connection = new Connection(openDatabase(file, true, isOpen), file, () => now)
  try {
    return connection.view(() => stateOf(connection))
  } finally {
    connection.close()
  }
}

function stateOf(connection: Connection): LibraryState | null {
  const now = connection.now()
  const note = connection.get<{ token: string }>("SELECT value AS token FROM note WHERE key = 'state'")
  const site = connection.get<{ theme: string }>('SELECT theme FROM site')
  if (!note || !site) return null
  const next = connection.get<{ until: number | null }>(
    `SELECT min(published_utc) AS until FROM article
     WHERE status = 'published' AND trashed_at IS NULL AND published_utc > ?`,
    now.getTime(),
  )
  const isDayRead = readRules(connection).freshness !== 'none'
  return {
    token: note.token,
    theme: site.theme,
    day: isDayRead ? timestamp(now).slice(0, 10) : null,
    until: next?.until ?? null,
  }
}
