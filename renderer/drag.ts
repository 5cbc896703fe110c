/** What can be dragged in the window. */
import type { DropItem, TextDropItem } from 'react-aria-components'
import type { ArticleRow } from '../core/article.ts'

export const DRAGGED_ARTICLES = 'application/x-longhand-articles'
export const DRAGGED_CATEGORY = 'application/x-longhand-category'
export const DRAGGED_RELATED = 'application/x-longhand-related'

type Dragged = Pick<ArticleRow, 'id' | 'status' | 'publishedAt' | 'categoryId'>

/** Articles as what a drag carries. */
export function articlesToDrag(rows: readonly ArticleRow[]): Record<string, string> {
  const dragged: readonly Dragged[] = rows.map(({ id, status, publishedAt, categoryId }) => ({
    id,
    status,
    publishedAt,
    categoryId,
  }))
  return {
    [DRAGGED_ARTICLES]: JSON.stringify(dragged),
    'text/plain': rows.map(({ title }) => title).join('\n'),
  }
}

/** The articles in a drop; none when it carries something else. */
export async function droppedArticles(items: readonly DropItem[]): Promise<readonly ArticleRow[]> {
  const item = items.find(
    (each): each is TextDropItem => each.kind === 'text' && each.types.has(DRAGGED_ARTICLES),
  )
  return item === undefined ? [] : (JSON.parse(await item.getText(DRAGGED_ARTICLES)) as readonly ArticleRow[])
}
