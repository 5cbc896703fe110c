import type { Migration } from './migration.ts'

/** Articles whose rows in the search index are older than their texts; see `search-index.ts`. */
export const searchPending: Migration = {
  version: 5,
  up(db) {
    db.exec(`
      CREATE TABLE search_pending (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
      ) STRICT;
    `)
  },
}
