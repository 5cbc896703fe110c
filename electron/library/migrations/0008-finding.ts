import type { Migration } from './migration.ts'

/** Searches that a writer keeps, and what makes finding by fields quick in a large library. */
export const finding: Migration = {
  version: 8,
  up(db) {
    db.exec(`
      -- They have the positions 0, 1, 2, …
      CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        position INTEGER NOT NULL CHECK (position >= 0),
        name TEXT NOT NULL,
        query TEXT NOT NULL
      ) STRICT;

      -- What a search by fields asks of every article, without its wider columns.
      CREATE INDEX article_facts ON article
        (trashed_at, category_id, status, published_utc, language, words, updated_utc, published_at, updated_at);
    `)
  },
}
