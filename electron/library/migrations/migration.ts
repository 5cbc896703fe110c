import type { Database } from 'better-sqlite3'

/**
 * One step from a schema to the next. Steps are numbered from 1 without gaps, each in a file of its own, and
 * never change once they have been in a release: libraries out there have run them.
 */
export interface Migration {
  /** The `user_version` after it. */
  readonly version: number
  /** Runs in a transaction of its own, with foreign keys off; they are checked before it is committed. */
  up(db: Database): void
}
