import type { Connection } from './connection.ts'
import { foldName } from './fold.ts'

/** Two names of tags that are not meant to be one, as they are compared. */
export interface Apart {
  readonly lower: string
  readonly higher: string
}

/** What is known to be apart: all of it in a fixed order, and whether two names are. */
export function readApart(connection: Connection): {
  readonly all: readonly Apart[]
  readonly has: (a: string, b: string) => boolean
} {
  const all = connection.all<Apart>(
    'SELECT lower_key AS lower, higher_key AS higher FROM tag_apart ORDER BY 1, 2',
  )
  const keys = new Set(all.map(({ lower, higher }) => JSON.stringify([lower, higher])))
  return {
    all,
    has: (a, b) => {
      const { lower, higher } = apartOf(foldName(a), foldName(b))
      return keys.has(JSON.stringify([lower, higher]))
    },
  }
}

/** Says of every two of these names that they are apart, or that they no longer are. Within a transaction. */
export function setApart(connection: Connection, names: readonly string[], apart: boolean): void {
  const folded = [...new Set(names.map(foldName))]
  for (const [at, a] of folded.entries()) {
    for (const b of folded.slice(at + 1)) {
      const { lower, higher } = apartOf(a, b)
      const sql = apart
        ? 'INSERT OR IGNORE INTO tag_apart (lower_key, higher_key) VALUES (?, ?)'
        : 'DELETE FROM tag_apart WHERE lower_key = ? AND higher_key = ?'
      connection.run(sql, lower, higher)
    }
  }
  connection.changed(['tags'])
}

function apartOf(a: string, b: string): Apart {
  return isBelow(a, b) ? { lower: a, higher: b } : { lower: b, higher: a }
}

/** As SQLite compares texts: by code points, which UTF-16 does otherwise beyond the first 65,536. */
function isBelow(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0
}
