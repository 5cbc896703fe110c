import type { Migration } from './migration.ts'

/** The search index. It is filled at opening (`search-index.ts`), which needs the text of every body. */
export const search: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      CREATE VIRTUAL TABLE search USING fts5 (
        title, summary, body, tags,
        tokenize = 'unicode61 remove_diacritics 2',
        prefix = '2'
      );

      -- Twice the usual number of segments before they are merged: a save then waits for fewer merges.
      INSERT INTO search (search, rank) VALUES ('automerge', 8);

      -- Which rules the rows of the index were made by, and other notes that the library keeps for itself.
      CREATE TABLE note (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
