import type { Migration } from './migration.ts'

/** What is asked of every vector at once, without the vectors themselves. */
export const vectorIndex: Migration = {
  version: 13,
  up(db) {
    db.exec(`
      -- Which articles are not analysed as they are now is asked after every save: of rows of kilobytes, each on a page
      -- of its own, that takes ten times as long.
      CREATE INDEX term_vector_state ON term_vector (article_id, version, analyser);
    `)
  },
}
