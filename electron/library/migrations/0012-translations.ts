import type { Migration } from './migration.ts'

/** Articles that are translations of each other. */
export const translations: Migration = {
  version: 12,
  up(db) {
    db.exec(`
      -- Shared by the articles that are translations of each other, and by no others; NULL for most.
      ALTER TABLE article ADD COLUMN translation_key TEXT CHECK (translation_key <> '');
      CREATE INDEX article_translation ON article (translation_key) WHERE translation_key IS NOT NULL;
    `)
  },
}
