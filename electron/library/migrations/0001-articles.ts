import type { Migration } from './migration.ts'

/** The site, its articles, and what orders them. */
export const articles: Migration = {
  version: 1,
  up(db) {
    db.exec(`
      CREATE TABLE site (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        base_url TEXT NOT NULL,
        language TEXT NOT NULL,
        reading_speed INTEGER NOT NULL CHECK (reading_speed > 0),
        theme TEXT NOT NULL,
        theme_options TEXT NOT NULL,
        front_title TEXT NOT NULL,
        related_count INTEGER NOT NULL CHECK (related_count >= 0)
      ) STRICT;

      -- Siblings have the positions 0, 1, 2, …
      CREATE TABLE category (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        parent_id INTEGER REFERENCES category (id) CHECK (parent_id <> id),
        position INTEGER NOT NULL CHECK (position >= 0),
        name TEXT NOT NULL,
        slug TEXT NOT NULL UNIQUE,
        description TEXT NOT NULL,
        cover TEXT
      ) STRICT;
      CREATE INDEX category_parent ON category (parent_id, position);

      -- name_key is the name with case folded: two tags never differ in case alone.
      CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE,
        slug TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE author (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        slug TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL,
        bio TEXT NOT NULL,
        picture TEXT
      ) STRICT;
      CREATE INDEX author_name ON author (name_key);

      -- The columns ending in _utc are the instants (milliseconds) of the ones that keep the wall clock;
      -- title_key is what titles are sorted by; slug_from tells whether the slug still follows the title.
      -- No body here, so that a list reads only what it shows.
      CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        slug TEXT NOT NULL UNIQUE,
        slug_from TEXT NOT NULL CHECK (slug_from IN ('title', 'hand', 'published')),
        summary TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('draft', 'ready', 'published')),
        category_id INTEGER REFERENCES category (id),
        cover TEXT,
        cover_alt TEXT NOT NULL,
        language TEXT,
        published_at TEXT,
        published_utc INTEGER,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        updated_utc INTEGER NOT NULL,
        trashed_at TEXT,
        meta_title TEXT NOT NULL,
        meta_description TEXT NOT NULL,
        words INTEGER NOT NULL,
        version INTEGER NOT NULL,
        CHECK ((published_at IS NULL) = (published_utc IS NULL))
      ) STRICT;
      CREATE INDEX article_updated ON article (trashed_at, updated_utc);
      CREATE INDEX article_published ON article (trashed_at, published_utc);
      CREATE INDEX article_title ON article (trashed_at, title_key);
      CREATE INDEX article_words ON article (trashed_at, words);
      CREATE INDEX article_status ON article (trashed_at, status, published_utc);
      CREATE INDEX article_category ON article (category_id, trashed_at);

      CREATE TABLE article_body (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        body TEXT NOT NULL,
        extra TEXT NOT NULL
      ) STRICT;

      CREATE TABLE article_tag (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, tag_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_tag_tag ON article_tag (tag_id);

      CREATE TABLE article_author (
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        author_id INTEGER NOT NULL REFERENCES author (id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, author_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_author_author ON article_author (author_id);

      -- Where an article was brought in from, what was read there, and the version that this became.
      CREATE TABLE article_source (
        article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
        source TEXT NOT NULL UNIQUE,
        hash TEXT NOT NULL,
        version INTEGER NOT NULL
      ) STRICT;

      -- Addresses that something had before, so that they can lead to where it is now.
      CREATE TABLE old_slug (
        kind TEXT NOT NULL CHECK (kind IN ('article', 'category', 'tag', 'author')),
        slug TEXT NOT NULL,
        owner_id INTEGER NOT NULL,
        PRIMARY KEY (kind, slug)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX old_slug_owner ON old_slug (kind, owner_id);

      CREATE TABLE media (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE,
        mime TEXT NOT NULL,
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL UNIQUE
      ) STRICT;

      -- state holds every field that a writer can change, as JSON.
      CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        made_at TEXT NOT NULL,
        made_utc INTEGER NOT NULL,
        version INTEGER NOT NULL,
        words INTEGER NOT NULL,
        state TEXT NOT NULL
      ) STRICT;
      CREATE INDEX revision_article ON revision (article_id, made_utc);
    `)
  },
}
