/** The trash: putting things in it, back, and away for good. */
import { useQuery } from '@tanstack/react-query'
import type { Result, TrashedCategory, TrashedMedium } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { act, sayAct } from '../acts/acts.ts'
import { call, keys } from '../bridge.ts'
import { place } from '../place.ts'
import { confirm } from '../ui/confirm.tsx'
import { attempt, say } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'

/** What the trash can show. */
export const TRASHED = ['articles', 'categories', 'media'] as const
export type TrashShows = (typeof TRASHED)[number]

/** Categories and pictures in the trash, last trashed first. */
export function useTrash(): Result<'trash.list'> | undefined {
  return useQuery({ queryKey: keys.trash, queryFn: () => call('trash.list', {}) }).data
}

/** Puts articles in the trash, and says so with a way back. False when it could not. */
export async function trashArticles(words: UiWords, ids: readonly number[]): Promise<boolean> {
  if (ids.length === 0) return false
  const done = await act(() => call('article.trash', { ids }))
  if (done === undefined) return false
  leave(ids)
  sayAct(words, words.list.trashed(ids.length), done)
  return true
}

export async function restoreArticles(words: UiWords, ids: readonly number[]): Promise<void> {
  const done = await act(() => call('article.restore', { ids }))
  if (done !== undefined) sayAct(words, words.list.restored(ids.length), done)
}

/** Deletes trashed articles for good, when the writer is sure. False when they are still there. */
export async function deleteArticles(words: UiWords, ids: readonly number[]): Promise<boolean> {
  const sure = await confirm({
    title: words.list.deleteTitle(ids.length),
    detail: words.list.deleteDetail,
    action: words.list.deleteConfirm,
  })
  if (!sure || (await act(() => call('article.delete', { ids }))) === undefined) return false
  leave(ids)
  return true
}

/** Puts a category in the trash; its articles go to `moveTo`. False when it could not. */
export async function trashCategory(
  words: UiWords,
  category: Pick<TrashedCategory, 'id' | 'name'>,
  moveTo: number | null,
): Promise<boolean> {
  const done = await act(() => call('category.trash', { id: category.id, moveTo }))
  if (done === undefined) return false
  sayAct(words, words.acts.categoryTrashed(category.name), done)
  return true
}

/** Puts categories back as one act, each with the articles that are still where the trash left them. */
export async function restoreCategories(
  words: UiWords,
  categories: readonly TrashedCategory[],
): Promise<void> {
  const [first] = categories
  if (first === undefined) return
  const done = await act(() => call('category.restore', { ids: categories.map(({ id }) => id) }))
  if (done === undefined) return
  const { categoryRestored, categoriesRestored } = words.trash
  const text = categories.length === 1 ? categoryRestored(first.name) : categoriesRestored(categories.length)
  sayAct(words, text, done)
}

/** Deletes trashed categories for good, when the writer is sure. */
export async function deleteCategories(
  words: UiWords,
  categories: readonly TrashedCategory[],
): Promise<void> {
  const sure = await confirm({
    title: words.trash.deleteCategories(categories.length, categories[0]?.name ?? ''),
    detail: words.trash.deleteCategoriesDetail,
    action: words.trash.deleteConfirm,
  })
  if (!sure) return
  for (const { id } of categories) {
    if ((await attempt(call('category.delete', { id }))) === undefined) return
  }
}

export async function restoreMedia(words: UiWords, paths: readonly string[]): Promise<void> {
  const done = await act(() => call('media.restore', { paths }))
  if (done !== undefined) sayAct(words, words.trash.mediaRestored(paths.length), done)
}

/** Deletes trashed pictures and their files for good, when the writer is sure. */
export async function deleteMedia(
  words: UiWords,
  media: readonly Pick<TrashedMedium, 'path' | 'uses'>[],
  name: string,
): Promise<void> {
  const uses = media.reduce((sum, medium) => sum + medium.uses, 0)
  const sure = await confirm({
    title: words.trash.deleteMedia(media.length, name),
    detail: words.trash.deleteMediaDetail(uses),
    action: words.trash.deleteConfirm,
  })
  if (sure) await attempt(call('media.delete', { paths: media.map(({ path }) => path) }))
}

/** Deletes everything in the trash for good, when the writer is sure. */
export async function emptyTrash(words: UiWords): Promise<void> {
  const found = await attempt(Promise.all([call('article.counts', {}), call('trash.list', {})]))
  if (found === undefined) return
  const [{ trash: articles }, { categories, media }] = found
  if (articles + categories.length + media.length === 0) return
  const sure = await confirm({
    title: words.trash.emptyTitle,
    detail: words.trash.emptyDetail({ articles, categories: categories.length, media: media.length }),
    action: words.list.deleteConfirm,
  })
  const gone = sure ? await act(() => call('trash.empty', {})) : undefined
  if (gone === undefined) return
  if (place.get().filter.status === 'trash') windowState.set({ selected: new Set() })
  say(words.trash.emptied(gone))
}

/** The articles are no longer what the writer works on. */
function leave(ids: readonly number[]): void {
  const gone = new Set(ids)
  const { articleId } = place.get()
  if (articleId !== null && gone.has(articleId)) place.set({ articleId: null })
  windowState.set(({ selected }) => ({ selected: new Set([...selected].filter((id) => !gone.has(id))) }))
}
