/**
 * For each migration, rows for the tables that it makes, written for the schema as it is right after it. A
 * database of version N is made from the first N of them. They never change once their migration is released.
 */
export const FIXTURES: readonly { readonly version: number; readonly sql: string }[] = [
  {
    version: 1,
    sql: `
      INSERT INTO site (id, name, description, base_url, language, reading_speed, theme, theme_options,
        front_title, related_count)
      VALUES (1, 'Proef', '', '', 'nl-NL', 240, 'magazine', '{}', '', 3);
      INSERT INTO category (parent_id, position, name, slug, description) VALUES (NULL, 0, 'Sport', 'sport', '');
      INSERT INTO tag (name, name_key, slug) VALUES ('Rennen', 'rennen', 'rennen');
      INSERT INTO author (name, name_key, slug, role, bio) VALUES ('Noor', 'noor', 'noor', '', '');
      INSERT INTO article (title, title_key, slug, slug_from, summary, status, category_id, cover, cover_alt,
        language, published_at, published_utc, created_at, updated_at, updated_utc, trashed_at, meta_title,
        meta_description, words, version)
      VALUES ('Enkels', 'enkels', 'enkels', 'published', 'Over enkels', 'published', 1, NULL, '', NULL,
        '2025-12-10T09:30:00+01:00', 1765355400000, '2025-12-09T09:30:00+01:00', '2025-12-10T09:30:00+01:00',
        1765355400000, NULL, '', '', 3, 4);
      INSERT INTO article_body VALUES (1, 'Over *bospad* lopen.', '{"layout":"post"}');
      INSERT INTO article_tag VALUES (1, 0, 1);
      INSERT INTO article_author VALUES (1, 0, 1);
      INSERT INTO article_source VALUES (1, 'file:///posts/enkels.md', 'abc', 4);
      INSERT INTO old_slug VALUES ('article', 'enkel', 1);
      INSERT INTO media (path, mime, width, height, bytes, sha256)
      VALUES ('media/pad-4x3.png', 'image/png', 4, 3, 70, 'f00d');
      INSERT INTO revision (article_id, kind, name, made_at, made_utc, version, words, state)
      VALUES (1, 'manual', 'Eerste', '2025-12-10T09:30:00+01:00', 1765355400000, 3, 3, '{"title":"Enkels"}');
    `,
  },
  {
    version: 2,
    sql: `
      INSERT INTO search (rowid, title, summary, body, tags) VALUES (1, 'Enkels', 'Over enkels', 'Over bospad lopen.', 'Rennen');
      INSERT INTO note VALUES ('search', '0.0');
    `,
  },
  {
    version: 3,
    sql: `
      INSERT INTO article (title, title_key, slug, slug_from, summary, status, cover_alt, created_at, updated_at,
        updated_utc, meta_title, meta_description, words, version)
      VALUES ('Knie', 'knie', 'knie', 'title', '', 'draft', '', '2025-12-09T09:30:00+01:00',
        '2025-12-10T09:30:00+01:00', 1765355400000, '', '', 0, 1);
      INSERT INTO article_body VALUES (2, '', '{}');
      INSERT INTO related_pin VALUES (1, 0, 2);
      INSERT INTO related_hidden VALUES (2, 1);
      INSERT INTO term_vector VALUES (1, 4, '0.0', '["knie"]', x'00');
    `,
  },
  {
    version: 4,
    sql: `
      INSERT INTO revision (article_id, kind, name, made_at, made_utc, version, words, state, kept_utc, body)
      VALUES (1, 'auto', '', '2025-12-10T09:30:00+01:00', 1765355400000, 4, 3, '{"title":"Enkels"}',
        1765355500000, 'Over *bospad* lopen.');
    `,
  },
  {
    version: 5,
    sql: `INSERT INTO search_pending VALUES (2);`,
  },
  {
    version: 6,
    sql: `
      UPDATE site SET trash_days = 30;
      INSERT INTO category (parent_id, position, name, slug, description, trashed_at, had)
      VALUES (1, 0, 'Rust', 'rust', '', '2025-12-11T09:30:00+01:00',
        '{"movedTo":null,"articles":[2],"children":[],"before":[]}');
      INSERT INTO media (path, mime, width, height, bytes, sha256, trashed_at, added_at)
      VALUES ('media/weg-4x3.png', 'image/png', 4, 3, 70, 'beef', '2025-12-11T09:30:00+01:00',
        '2025-12-10T09:30:00+01:00');
      INSERT INTO media_use VALUES ('media/pad-4x3.png', 1);
      INSERT INTO act (kind, at, at_utc, told, undone, record)
      VALUES ('article.trash', '2025-12-11T09:30:00+01:00', 1765441800000, '{"count":1,"name":"Knie"}', 0, x'00');
    `,
  },
  {
    version: 7,
    sql: `
      INSERT INTO article (title, title_key, slug, slug_from, summary, status, cover_alt, created_at, updated_at,
        updated_utc, meta_title, meta_description, words, version)
      VALUES ('Heup', 'heup', 'heup', 'title', '', 'draft', '', '2025-12-09T09:30:00+01:00',
        '2025-12-10T09:30:00+01:00', 1765355400000, '', '', 0, 1);
      INSERT INTO article_body VALUES (3, '', '{}');
      INSERT INTO related_never VALUES (1, 3);
      INSERT INTO related_count VALUES (1, 5);
      UPDATE site SET related_freshness = 'gentle', related_statuses = 'published';
    `,
  },
  {
    version: 8,
    sql: `INSERT INTO saved_search (position, name, query) VALUES (0, 'Kort', 'words:<300 tag:rennen');`,
  },
  {
    version: 9,
    sql: 'UPDATE article SET footer_place = 1 WHERE id = (SELECT max(id) FROM article);',
  },
  {
    version: 10,
    sql: `
      INSERT INTO tag_apart VALUES ('lopen', 'rennen');
      INSERT INTO category_declined VALUES (1);
    `,
  },
  {
    version: 11,
    sql: "INSERT INTO overview_left VALUES (1, 'unreached');",
  },
  {
    version: 12,
    sql: "UPDATE article SET translation_key = 'enkels' WHERE id = 1;",
  },
  {
    version: 13,
    sql: "INSERT INTO term_vector VALUES (2, 1, '0.1', '[]', x'01');",
  },
]
