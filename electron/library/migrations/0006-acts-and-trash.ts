import type { Migration } from './migration.ts'

/** The trash of categories and pictures, where pictures are shown, and acts that can be undone. */
export const actsAndTrash: Migration = {
  version: 6,
  up(db) {
    db.exec(`
      -- A category in the trash keeps its row: its parent_id and position are those that it had. had is what it
      -- leaves and takes back, as JSON (Had in category-trash.ts). Siblings outside the trash have the positions
      -- 0, 1, 2, …
      ALTER TABLE category ADD COLUMN trashed_at TEXT;
      ALTER TABLE category ADD COLUMN had TEXT;

      -- added_at is NULL for pictures from before this column.
      ALTER TABLE media ADD COLUMN trashed_at TEXT;
      ALTER TABLE media ADD COLUMN added_at TEXT;

      -- Days that something stays in the trash; NULL: until it is emptied by hand.
      ALTER TABLE site ADD COLUMN trash_days INTEGER CHECK (trash_days > 0);

      -- Which addresses in media/ each body speaks of; filled at opening.
      CREATE TABLE media_use (
        path TEXT NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        PRIMARY KEY (path, article_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX media_use_article ON media_use (article_id);
      CREATE INDEX article_cover ON article (cover) WHERE cover IS NOT NULL;

      -- told is what a list of acts shows of it beside kind, and record what it takes to undo or redo it: raw
      -- deflate of JSON (acts-record.ts).
      CREATE TABLE act (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        at_utc INTEGER NOT NULL,
        told TEXT NOT NULL,
        undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
        record BLOB NOT NULL
      ) STRICT;
    `)
  },
}
