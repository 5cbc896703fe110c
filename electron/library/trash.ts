import type { Result, TrashedMedium } from '../../core/bridge.ts'
import { goingBack, parseHad } from './category-trash.ts'
import type { CategoryStore } from './categories.ts'
import type { ArticleStore } from './articles.ts'
import type { Connection } from './connection.ts'
import { countUses } from './media-uses.ts'
import type { MediaStore } from './media.ts'
import { instant } from './time.ts'

export interface TrashStore {
  /** What lies in the trash beside articles; last trashed first. */
  list(): Result<'trash.list'>
  /** Deletes everything in the trash for good. */
  empty(): Result<'trash.empty'>
  /** Deletes what has lain there for longer than the site says, if it says so. */
  emptyOld(): Result<'trash.empty'>
}

/** The stores that delete what is in the trash. */
export interface Deleters {
  readonly articles: Pick<ArticleStore, 'delete'>
  readonly categories: Pick<CategoryStore, 'delete'>
  readonly media: Pick<MediaStore, 'delete'>
}

const DAY = 24 * 3_600_000

export function trashStore(connection: Connection, stores: Deleters): TrashStore {
  return {
    list: () => ({ categories: trashedCategories(connection), media: trashedMedia(connection) }),
    empty: () => connection.transaction(() => emptyTrash(connection, stores, () => true)),
    emptyOld: () =>
      connection.transaction(() => {
        const days = connection.get<{ days: number | null }>('SELECT trash_days AS days FROM site')?.days
        if (days == null) return { articles: 0, categories: 0, media: 0 }
        const before = connection.now().getTime() - days * DAY
        // A time that cannot be read is no reason to delete anything.
        return emptyTrash(connection, stores, (at) => (instant(at) ?? Infinity) < before)
      }),
  }
}

function trashedCategories(connection: Connection): Result<'trash.list'>['categories'] {
  return connection
    .all<{ id: number; name: string; trashedAt: string; parentId: number | null; had: string | null }>(
      `SELECT id, name, trashed_at AS trashedAt, parent_id AS parentId, had FROM category
       WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, id DESC`,
    )
    .map(({ id, name, trashedAt, parentId, had }) => {
      const { articles, children } = goingBack(connection, parentId, parseHad(had))
      return { id, name, trashedAt, articles: articles.length, subcategories: children.length }
    })
}

function trashedMedia(connection: Connection): readonly TrashedMedium[] {
  const uses = countUses(connection)
  return connection
    .all<Omit<TrashedMedium, 'uses'>>(
      `SELECT path, trashed_at AS trashedAt, bytes, width, height FROM media
       WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, id DESC`,
    )
    .map((medium) => ({ ...medium, uses: uses.get(medium.path) ?? 0 }))
}

/** Deletes what was put in the trash at a time that counts. */
function emptyTrash(
  connection: Connection,
  { articles, categories, media }: Deleters,
  counts: (trashedAt: string) => boolean,
): Result<'trash.empty'> {
  const found = <Key>(table: string, key: string) =>
    connection
      .all<{ key: Key; at: string }>(
        `SELECT ${key} AS key, trashed_at AS at FROM ${table} WHERE trashed_at IS NOT NULL`,
      )
      .filter(({ at }) => counts(at))
      .map((row) => row.key)
  const gone = {
    articles: found<number>('article', 'id'),
    categories: found<number>('category', 'id'),
    media: found<string>('media', 'path'),
  }
  articles.delete(gone.articles)
  for (const id of gone.categories) categories.delete(id)
  media.delete(gone.media)
  return {
    articles: gone.articles.length,
    categories: gone.categories.length,
    media: gone.media.length,
  }
}
