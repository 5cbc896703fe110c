/** What a library's file holds, read past everything that wrote it. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { byParent, type Content } from './model.ts'

export interface StoredArticle {
  readonly content: Content
  readonly trashed: boolean
}

export interface Stored {
  readonly articles: ReadonlyMap<number, StoredArticle>
  /** As `Model.shape`. */
  readonly tree: readonly (readonly [number | null, readonly number[]])[]
}

interface Row {
  id: number
  title: string
  summary: string
  body: string
  status: string
  categoryId: number | null
  trashed: number
}

/** Reads everything that the model foresees, with a connection of its own. */
export function readDisk(folder: string): Stored {
  const db = new Database(join(folder, 'library.db'), { readonly: true })
  try {
    const tags = db
      .prepare<[], { id: number; name: string }>(
        'SELECT article_id AS id, name FROM article_tag JOIN tag ON tag.id = tag_id ORDER BY article_id, position',
      )
      .all()
    const rows = db
      .prepare<[], Row>(
        `SELECT id, title, summary, body, status, category_id AS categoryId, trashed_at IS NOT NULL AS trashed
         FROM article JOIN article_body ON article_id = id`,
      )
      .all()
    const articles = rows.map(({ id, trashed, ...fields }): [number, StoredArticle] => {
      const own = tags.filter((tag) => tag.id === id).map(({ name }) => name)
      return [id, { content: { ...fields, tags: own }, trashed: trashed === 1 }]
    })
    return { articles: new Map(articles), tree: treeOf(db) }
  } finally {
    db.close()
  }
}

function treeOf(db: Database.Database): Stored['tree'] {
  const rows = db
    .prepare<[], { id: number; parent: number | null }>(
      'SELECT id, parent_id AS parent FROM category WHERE trashed_at IS NULL ORDER BY position, id',
    )
    .all()
  return [...Map.groupBy(rows, ({ parent }) => parent)]
    .map(([parent, children]) => [parent, children.map(({ id }) => id)] as const)
    .toSorted(byParent)
}
