import type { Migration } from './migration.ts'

/** Articles that a writer leaves as they are though a list of the overview has them. */
export const overviewLeft: Migration = {
  version: 11,
  up(db) {
    db.exec(`
      CREATE TABLE overview_left (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        list TEXT NOT NULL CHECK (list IN ('deadEnds', 'unreached')),
        PRIMARY KEY (article_id, list)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
