/** What can be dragged in the window. */
import type { DropItem, TextDropItem } from 'react-aria-components'
import type { ArticleRow } from '../core/article.ts'

export const DRAGGED_ARTICLES = 'application/x-longhand-articles'
export const DRAGGED_CATEGORY = 'application/x-longhand-category'
export const DRAGGED_RELATED = 'application/x-longhand-related'

/** Articles as what a drag carries. */
export function articlesToDrag(rows: readonly ArticleRow[]): Record<string, string> {
  return {
    [DRAGGED_ARTICLES]: JSON.stringify(rows.map(({ id }) => id)),
    'text/plain': rows.map(({ title }) => title).join('\n'),
  }
}

/** The ids of the articles in a drop; none when it carries something else. */
export async function droppedArticles(items: readonly DropItem[]): Promise<readonly number[]> {
  const item = items.find(
    (each): each is TextDropItem => each.kind === 'text' && each.types.has(DRAGGED_ARTICLES),
  )
  return item === undefined ? [] : (JSON.parse(await item.getText(DRAGGED_ARTICLES)) as readonly number[])
}
