import type { Migration } from './migration.ts'

/** Keeps the bodies of revisions small, and tells when each was put there. */
export const revisions: Migration = {
  version: 4,
  up(db) {
    db.exec(`
      -- made_at and made_utc are when the state was saved, kept_utc is when it became a revision.
      ALTER TABLE revision ADD COLUMN kept_utc INTEGER NOT NULL DEFAULT 0;

      -- The body, as text or as raw deflate of its UTF-8; NULL: it stands in state, as in the first revisions.
      ALTER TABLE revision ADD COLUMN body ANY;

      -- Rows of one article stand in it by id: the newest is found at once, whatever the clock said.
      DROP INDEX revision_article;
      CREATE INDEX revision_article ON revision (article_id);
    `)
  },
}
