/** Telling a copy of a library from another library, and what was written in one since a moment. */
import { randomUUID } from 'node:crypto'
import type { Connection } from './connection.ts'

export interface Kin {
  /** The highest number that an article has had. */
  lastId(): number
  /** What the library calls itself, through copies and backups too; null when it has no such name yet. */
  mark(): string | null
  /** The same, given to it when it has none. */
  makeMark(): string
  /** When the oldest articles were made, by number; at most `limit` of them. */
  births(limit: number): ReadonlyMap<number, string>
  /** Articles that are not in the trash and were written to since, or have a number above `lastId`. */
  writtenSince(utc: number, lastId: number): readonly number[]
}

export function kin(connection: Connection): Kin {
  const mark = (): string | null =>
    connection.get<{ value: string }>("SELECT value FROM note WHERE key = 'mark'")?.value ?? null
  return {
    mark,
    makeMark: () =>
      connection.transaction(() => {
        connection.run("INSERT OR IGNORE INTO note VALUES ('mark', ?)", randomUUID())
        return mark() ?? ''
      }),
    lastId: () => connection.get<{ id: number | null }>('SELECT max(id) AS id FROM article')?.id ?? 0,
    births: (limit) =>
      new Map(
        connection
          .all<{ id: number; born: string }>(
            'SELECT id, created_at AS born FROM article ORDER BY id LIMIT ?',
            limit,
          )
          .map(({ id, born }) => [id, born]),
      ),
    writtenSince: (utc, lastId) =>
      connection
        .all<{ id: number }>(
          'SELECT id FROM article WHERE trashed_at IS NULL AND (updated_utc >= ? OR id > ?) ORDER BY id',
          utc,
          lastId,
        )
        .map(({ id }) => id),
  }
}
