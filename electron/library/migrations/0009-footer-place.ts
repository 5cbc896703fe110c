import type { Migration } from './migration.ts'

/** Pages outside the stream of articles, such as the one about the site. */
export const footerPlace: Migration = {
  version: 9,
  up(db) {
    db.exec(`
      -- Place in the footer, from 1, of an article that is such a page; NULL for all others.
      ALTER TABLE article ADD COLUMN footer_place INTEGER CHECK (footer_place > 0);
    `)
  },
}
