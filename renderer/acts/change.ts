/** Changing many articles at once, from whatever pane. */
import type { Status } from '../../core/article.ts'
import type { BulkChange } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { call } from '../bridge.ts'
import { act, sayAct } from './acts.ts'

/** Gives articles the same fields, as one act; `told` says what was done to how many. */
export async function changeArticles(
  words: UiWords,
  ids: readonly number[],
  change: BulkChange,
  told: (changed: number) => string,
): Promise<void> {
  if (ids.length === 0) return
  const done = await act(() => call('article.change', { ids, change }))
  if (done !== undefined) sayAct(words, told(done.changed), done)
}

/** Gives articles a status; those that are published and have no date get the date of now. */
export function setStatus(words: UiWords, ids: readonly number[], status: Status): Promise<void> {
  const name = words.common.status[status]
  return changeArticles(words, ids, { status }, (count) => words.list.statusSet(count, name))
}

/** Puts articles in a category, or in none. */
export function setCategory(
  words: UiWords,
  ids: readonly number[],
  categoryId: number | null,
  name: string,
): Promise<void> {
  return changeArticles(words, ids, { categoryId }, (count) => words.list.categorySet(count, name))
}
