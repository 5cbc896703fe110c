import type { Migration } from './migration.ts'

/** What a writer answered to proposals of order: names that only look alike, and articles to leave without a category. */
export const tagsApart: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      -- Two names of tags, as tag.name_key has them, that are not meant to be one. Names, not tags: a tag that
      -- vanishes and comes back is still the same word.
      CREATE TABLE tag_apart (
        lower_key TEXT NOT NULL,
        higher_key TEXT NOT NULL CHECK (higher_key > lower_key),
        PRIMARY KEY (lower_key, higher_key)
      ) STRICT, WITHOUT ROWID;

      -- Articles for which no category is suggested any more.
      CREATE TABLE category_declined (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
      ) STRICT;
    `)
  },
}
