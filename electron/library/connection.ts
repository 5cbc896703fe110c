import Database from 'better-sqlite3'
import type { Changed } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { News } from './sync-news.ts'

/** What a commit touched: as the event `library.changed` tells it. */
export interface Change {
  readonly parts: readonly Changed[]
  readonly articleId: number | null
}

type Value = string | number | null | Uint8Array

/** Told how many articles of many an act has written; what it throws ends the act, which leaves everything as it was. */
export type RowsWatcher = (done: number, total: number) => void

/** What an open transaction has done beside its rows. */
interface Pending {
  readonly parts: Set<Changed>
  readonly articles: Set<number | null>
  readonly undo: (() => void)[]
  readonly after: (() => void)[]
}

/** Milliseconds that closing waits for others. */
const LAST_PATIENCE = 200

/** How many prepared statements are kept: more than the library has, so only made-up SQL could fill it. */
const STATEMENTS = 500

/**
 * One open library file: prepared statements that are kept, transactions, and the news of what they changed.
 * Everything in `electron/library` reaches SQLite through it.
 */
export class Connection {
  readonly #db: Database.Database
  readonly #file: string
  readonly #now: () => Date
  readonly #statements = new Map<string, Database.Statement<Value[]>>()
  readonly #listeners = new Set<(change: Change) => void>()
  readonly #news = new News({
    get: (sql, ...values) => this.get(sql, ...values),
    run: (sql, ...values) => this.run(sql, ...values),
    dataVersion: () => this.#dataVersion(),
  })
  #watcher: RowsWatcher | null = null
  /** What the open transaction has changed so far; null outside one. */
  #pending: Pending | null = null
  #isHeld = false

  constructor(db: Database.Database, file: string, now: () => Date) {
    this.#db = db
    this.#file = file
    this.#now = now
  }

  now(): Date {
    return this.#now()
  }

  get readonly(): boolean {
    return this.#db.readonly
  }

  /** Differs from an earlier one whenever this or another connection has written in between. */
  stamp(): string {
    const own = this.get<{ own: number }>('SELECT total_changes() AS own')?.own
    return `${String(this.#dataVersion())}.${own}`
  }

  /** What other connections have changed since this was asked last; see {@link News}. */
  fromOthers(): readonly Changed[] {
    return this.#news.fromOthers()
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    return this.#guard(() => this.#prepare(sql).get(...values) as Row | undefined)
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#guard(() => this.#prepare(sql).all(...values) as Row[])
  }

  /** Runs a statement that writes; only inside {@link Connection.transaction}. */
  run(sql: string, ...values: Value[]): { readonly changes: number; readonly id: number } {
    if (!this.#pending) throw new Error('writes belong in a transaction')
    return this.#guard(() => {
      const { changes, lastInsertRowid } = this.#prepare(sql).run(...values)
      return { changes, id: Number(lastInsertRowid) }
    })
  }

  /**
   * Does work that is written wholly or not at all. One within another is undone alone when it fails. What
   * was told by {@link Connection.changed} is announced once, after the outermost is on disk.
   */
  transaction<T>(work: () => T): T {
    const outer = this.#pending
    const mine: Pending = (this.#pending = {
      parts: new Set(),
      articles: new Set(),
      undo: [],
      after: [],
    })
    let result: T
    let counted = () => {}
    try {
      const transaction = this.#db.transaction(() => {
        const done = work()
        if (!outer && mine.parts.size > 0) counted = this.#news.count(mine.parts)
        return done
      })
      result = this.#guard(() => (this.readonly ? transaction.deferred() : transaction.immediate()))
    } catch (error) {
      for (const undo of mine.undo.reverse()) undo()
      throw error
    } finally {
      this.#pending = outer
    }
    if (outer) {
      outer.undo.push(...mine.undo)
      outer.after.push(...mine.after)
      for (const part of mine.parts) outer.parts.add(part)
      for (const id of mine.articles) outer.articles.add(id)
    } else if (mine.parts.size > 0) {
      counted()
      const [only] = mine.articles
      this.announce({ parts: [...mine.parts], articleId: mine.articles.size === 1 ? (only ?? null) : null })
    }
    if (!outer) for (const work of mine.after) work()
    return result
  }

  /** Does work that only reads, all of it in one state of the file. Others may write meanwhile. */
  view<T>(work: () => T): T {
    return this.#guard(() => this.#db.transaction(work).deferred())
  }

  /**
   * Has all that is read from now on be of one state of the file, until what is given back is called. Others may write
   * meanwhile. Only of a connection that does not write itself.
   */
  hold(): () => void {
    if (!this.readonly) throw new Error('a connection that writes cannot be held')
    this.#guard(() => this.#db.exec('BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1'))
    this.#isHeld = true
    return () => {
      if (this.#isHeld && this.#db.open) this.#db.exec('COMMIT')
      this.#isHeld = false
    }
  }

  /** Whether all that is read is of one state. */
  get isHeld(): boolean {
    return this.#isHeld
  }

  /** Notes what the open transaction changes; `articleId` when it concerns one article only. */
  changed(parts: readonly Changed[], articleId: number | null = null): void {
    if (!this.#pending) throw new Error('changes belong in a transaction')
    for (const part of parts) this.#pending.parts.add(part)
    this.#pending.articles.add(articleId)
  }

  /** Notes what the open transaction changes beside what {@link Connection.changed} says of articles. */
  alsoChanged(part: Changed): void {
    if (!this.#pending) throw new Error('changes belong in a transaction')
    this.#pending.parts.add(part)
  }

  /** Has acts on many articles tell how far they are. */
  watchRows(watcher: RowsWatcher): void {
    this.#watcher = watcher
  }

  /** Tells whoever watches how many articles the open transaction has written. */
  rowsWritten(done: number, total: number): void {
    this.#watcher?.(done, total)
  }

  /** Has something outside the file undone when the open transaction comes to nothing. */
  onRollback(undo: () => void): void {
    if (!this.#pending) throw new Error('only a transaction can be undone')
    this.#pending.undo.push(undo)
  }

  /** Has something outside the file done once the outermost transaction is on disk. It must not throw. */
  afterCommit(work: () => void): void {
    if (!this.#pending) throw new Error('only a transaction is committed')
    this.#pending.after.push(work)
  }

  /** Tells every listener; also for what another connection of ours has committed. */
  announce(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change)
      } catch (error) {
        // The commit stands: whoever made it must not be told that it failed. The fault still surfaces.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How many milliseconds a write waits, in this thread, for another connection's before it is refused. */
  setPatience(milliseconds: number): void {
    this.#db.pragma(`busy_timeout = ${Math.trunc(milliseconds)}`)
  }

  /** Puts into the file what its log holds. @throws Failure `file.refused` */
  checkpoint(): void {
    this.#guard(() => this.#db.pragma('wal_checkpoint(TRUNCATE)'))
  }

  /** Copies everything, as it is now, into a new file; in steps, so that other work goes on. */
  async copyTo(file: string): Promise<void> {
    try {
      await this.#db.backup(file)
    } catch (error) {
      throw sqliteFailure(file, error)
    }
  }

  close(): void {
    if (!this.#db.open) return
    try {
      this.setPatience(LAST_PATIENCE)
      // Gives the planner fresh statistics when tables have grown much; bounded, and skipped when not needed.
      if (!this.readonly) this.#db.pragma('optimize')
      // An empty log tells the next opening that this one ended well, also while a thread of ours still has it open.
      if (!this.readonly) this.#db.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      // Another connection is writing: the next one to close sees to it.
      if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    } finally {
      this.#db.close()
    }
  }

  #dataVersion(): unknown {
    return this.#guard(() => this.#db.pragma('data_version', { simple: true }))
  }

  #prepare(sql: string): Database.Statement<Value[]> {
    let statement = this.#statements.get(sql)
    if (!statement) {
      if (this.#statements.size >= STATEMENTS) this.#statements.clear()
      this.#statements.set(sql, (statement = this.#db.prepare<Value[]>(sql)))
    }
    return statement
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw sqliteFailure(this.#file, error)
    }
  }
}

/** System words for what SQLite reports about its file, so that both are said alike. */
const REASONS: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'ENOSPC',
  SQLITE_IOERR: 'EIO',
  SQLITE_READONLY: 'EROFS',
  SQLITE_CANTOPEN: 'EACCES',
  SQLITE_PERM: 'EACCES',
  SQLITE_BUSY: 'EBUSY',
  SQLITE_LOCKED: 'EBUSY',
}

/** The Failure for what SQLite threw about its file; anything else is given back as it is. */
export function sqliteFailure(file: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const problem = error.message
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) {
    return new Failure('library.damaged', { file, problem }, { cause: error })
  }
  // Extended codes start with the primary one: SQLITE_IOERR_WRITE.
  const primary = error.code.split('_').slice(0, 2).join('_')
  const reason = REASONS[primary]
  return reason ? new Failure('file.refused', { path: file, reason }, { cause: error }) : error
}
