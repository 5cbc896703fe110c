import type { Migration } from './migration.ts'

/** What a writer says about related articles beside pinning and hiding: pairs kept apart, how many, and by which rules. */
export const relatedRules: Migration = {
  version: 7,
  up(db) {
    db.exec(`
      -- Two articles of which neither is ever related to the other; each pair once.
      CREATE TABLE related_never (
        lower_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        higher_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (lower_id, higher_id),
        CHECK (lower_id < higher_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX related_never_higher ON related_never (higher_id);

      -- How many related articles a page shows, where that is not the site's number.
      CREATE TABLE related_count (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        count INTEGER NOT NULL CHECK (count >= 0)
      ) STRICT;

      -- statuses: which articles are suggested, with commas between.
      ALTER TABLE site ADD COLUMN related_freshness TEXT NOT NULL DEFAULT 'none';
      ALTER TABLE site ADD COLUMN related_same_language INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE site ADD COLUMN related_statuses TEXT NOT NULL DEFAULT 'draft,ready,published';
    `)
  },
}
