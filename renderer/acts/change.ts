/** Changing many articles at once, from whatever pane. */
import type { Status } from '../../core/article.ts'
import type { BulkChange } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { call } from '../bridge.ts'
import { settleClusters } from '../library-view/looking.ts'
import { act, sayAct } from './acts.ts'

/** Gives articles the same fields, as one act, and tells whether it could; `told` says what was done to how many. */
export async function changeArticles(
  words: UiWords,
  ids: readonly number[],
  change: BulkChange,
  told: (changed: number) => string,
): Promise<boolean> {
  if (ids.length === 0) return false
  const done = await act(() => call('article.change', { ids, change }))
  if (done !== undefined) sayAct(words, told(done.changed), done)
  return done !== undefined
}

/** Gives articles a status; those that are published and have no date get the date of now. */
export async function setStatus(words: UiWords, ids: readonly number[], status: Status): Promise<void> {
  const name = words.common.status[status]
  await changeArticles(words, ids, { status }, (count) => words.list.statusSet(count, name))
}

/** Puts articles in a category, or in none. */
export async function setCategory(
  words: UiWords,
  ids: readonly number[],
  categoryId: number | null,
  name: string,
): Promise<void> {
  const isDone = await changeArticles(words, ids, { categoryId }, (count) =>
    words.list.categorySet(count, name),
  )
  if (isDone && categoryId !== null) settleClusters(ids)
}
