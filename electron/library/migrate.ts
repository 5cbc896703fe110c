import type { Database } from 'better-sqlite3'
import type { Migration } from './migrations/migration.ts'

/** The schema that a database has: the number of the last migration it went through. */
export function schemaVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/**
 * Brings a database up to the last of the migrations. Each runs in a transaction of its own: when one fails,
 * the database stays at the version before it, and the error is thrown on. Leaves foreign keys on.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  // Only outside a transaction can this be switched, and only then can a table be rebuilt without its
  // referrers being cleared.
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of migrations) step(db, migration)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function step(db: Database, migration: Migration): void {
  db.transaction(() => {
    // Read inside the transaction: another process may have migrated the same file meanwhile.
    if (schemaVersion(db) >= migration.version) return
    migration.up(db)
    const broken = db.pragma('foreign_key_check') as readonly unknown[]
    if (broken.length > 0)
      throw new Error(`migration ${migration.version} breaks ${broken.length} references`)
    db.pragma(`user_version = ${migration.version}`)
  }).immediate()
}
