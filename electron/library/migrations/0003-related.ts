import type { Migration } from './migration.ts'

/** What the ranking keeps of each article, and where the writer overruled it. */
export const related: Migration = {
  version: 3,
  up(db) {
    db.exec(`
      CREATE TABLE related_pin (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, other_id),
        CHECK (article_id <> other_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX related_pin_other ON related_pin (other_id);

      CREATE TABLE related_hidden (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, other_id),
        CHECK (article_id <> other_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX related_hidden_other ON related_hidden (other_id);

      -- version is the article's; analyser names the rules by which the vector was made; links holds the slugs
      -- that the body links to, as a JSON list.
      CREATE TABLE term_vector (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        analyser TEXT NOT NULL,
        links TEXT NOT NULL,
        vector BLOB NOT NULL
      ) STRICT;
    `)
  },
}
