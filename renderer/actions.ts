/** What a writer does to articles, from whatever pane: done, told, and where it can be, undone. */
import type { ArticlePatch, ArticleRow, Status } from '../core/article.ts'
import { isScheduled } from '../core/article.ts'
import type { ArticleFilter } from '../core/bridge.ts'
import { timestampOf, type UiWords } from '../core/locale/ui/index.ts'
import { articles, flushAll } from './article.ts'
import { call } from './bridge.ts'
import { showPane } from './layout.ts'
import { place } from './place.ts'
import { attempt, say, sayFailure } from './ui/toasts.tsx'
import { confirm } from './ui/confirm.tsx'
import { windowState } from './window.ts'

/** Shows an article in the editor, and in the list as the selected one. */
export function openArticle(id: number): void {
  windowState.set({ selected: new Set([id]) })
  if (place.get().articleId === id) return
  void flushAll()
  place.set({ articleId: id })
}

/** Shows other articles in the list. */
export function showArticles(filter: ArticleFilter): void {
  place.set({ filter })
}

/** How many frames a field is waited for: a pane may have to come first, or an article to be read. */
const MOST_FRAMES = 60

/** Gives the focus to what `find` finds, as soon as it is there. */
function focusOn(find: () => HTMLElement | null, frames = MOST_FRAMES): void {
  const target = find()
  if (target instanceof HTMLInputElement) target.select()
  else if (target !== null) target.focus()
  else if (frames > 0) requestAnimationFrame(() => focusOn(find, frames - 1))
}

/** Moves the caret to the title of a new article, or to the text of another. */
export function focusEditor(field: 'title' | 'text'): void {
  const selector = field === 'title' ? 'textarea' : '.cm-content'
  // The article is not shown before the next frame; until then the fields are another one's.
  requestAnimationFrame(() => focusOn(() => document.querySelector(`[data-pane="editor"] ${selector}`)))
}

/** Moves the caret to the field that searches the list, with what is in it selected. */
export function focusSearch(): void {
  showPane('list')
  focusOn(() => document.querySelector('[data-pane="list"] input'))
}

/** Starts an article, in the category that is shown, and puts the caret in its title. */
export async function newArticle(): Promise<void> {
  const { filter } = place.get()
  const categoryId = filter.categoryId ?? null
  const made = await attempt(call('article.create', { categoryId }))
  if (made === undefined) return
  const shows = filter.status === undefined || filter.status === 'draft'
  if (!shows || filter.tagId !== undefined || filter.authorId !== undefined || filter.query !== undefined) {
    showArticles(categoryId === null ? {} : { categoryId })
  }
  openArticle(made.id)
  focusEditor('title')
}

export async function duplicateArticle(id: number): Promise<void> {
  await articles.flush(id)
  const copy = await attempt(call('article.duplicate', { id }))
  if (copy !== undefined) openArticle(copy.id)
}

/** Puts articles in the trash, and says so with a way back. False when it could not. */
export async function trashArticles(words: UiWords, ids: readonly number[]): Promise<boolean> {
  if (ids.length === 0) return false
  await flushAll()
  if ((await attempt(call('article.trash', { ids }))) === undefined) return false
  leave(ids)
  say(words.list.trashed(ids.length), () => void attempt(call('article.restore', { ids })))
  return true
}

export async function restoreArticles(words: UiWords, ids: readonly number[]): Promise<void> {
  if ((await attempt(call('article.restore', { ids }))) === undefined) return
  say(words.list.restored(ids.length))
}

/** Deletes trashed articles for good, when the writer is sure. False when they are still there. */
export async function deleteArticles(words: UiWords, ids: readonly number[]): Promise<boolean> {
  const sure = await confirm({
    title: words.list.deleteTitle(ids.length),
    detail: words.list.deleteDetail,
    action: words.list.deleteConfirm,
  })
  if (!sure || (await attempt(call('article.delete', { ids }))) === undefined) return false
  leave(ids)
  return true
}

/** Deletes everything in the trash for good, when the writer is sure. */
export async function emptyTrash(words: UiWords): Promise<void> {
  const page = await attempt(
    call('article.list', { filter: { status: 'trash' }, sort: null, offset: 0, limit: 100 }),
  )
  if (page === undefined || page.total === 0) return
  const sure = await confirm({
    title: words.list.deleteTitle(page.total),
    detail: words.list.deleteDetail,
    action: words.list.deleteConfirm,
  })
  if (!sure) return
  for (let rest = page; rest.rows.length > 0;) {
    const ids = rest.rows.map(({ id }) => id)
    if ((await attempt(call('article.delete', { ids }))) === undefined) return
    leave(ids)
    rest = await call('article.list', { filter: { status: 'trash' }, sort: null, offset: 0, limit: 100 })
  }
}

/** The articles are no longer what the writer works on. */
function leave(ids: readonly number[]): void {
  const { articleId } = place.get()
  if (articleId !== null && ids.includes(articleId)) place.set({ articleId: null })
  windowState.set(({ selected }) => ({ selected: new Set([...selected].filter((id) => !ids.includes(id))) }))
}

/** What becomes of an article's fields with its status: one without a date gets one when it is published. */
export function statusPatch(status: Status, publishedAt: string | null): ArticlePatch {
  if (status === 'published' && publishedAt === null) return { status, publishedAt: timestampOf(new Date()) }
  return { status }
}

/** Gives articles a status, with a way back. */
export function setStatus(words: UiWords, rows: readonly ArticleRow[], status: Status): Promise<void> {
  return changeAll(
    rows,
    (row) => statusPatch(status, row.publishedAt),
    (row) => ({ status: row.status, publishedAt: row.publishedAt }),
    words.list.statusSet(rows.length, words.common.status[status]),
  )
}

/** Puts articles in a category, with a way back. */
export function setCategory(
  words: UiWords,
  rows: readonly ArticleRow[],
  categoryId: number | null,
  name: string,
): Promise<void> {
  return changeAll(
    rows,
    () => ({ categoryId }),
    (row) => ({ categoryId: row.categoryId }),
    words.list.categorySet(rows.length, name),
  )
}

async function changeAll(
  rows: readonly ArticleRow[],
  to: (row: ArticleRow) => ArticlePatch,
  back: (row: ArticleRow) => ArticlePatch,
  done: string,
): Promise<void> {
  if (!(await saveEach(rows, to))) return
  say(done, () => void saveEach(rows, back))
}

/** One at a time, each through the queue that owns its version. */
async function saveEach(
  rows: readonly ArticleRow[],
  patch: (row: ArticleRow) => ArticlePatch,
): Promise<boolean> {
  for (const row of rows) {
    articles.patch(row.id, patch(row), 'now')
    const failure = await articles.flush(row.id)
    if (failure === null) continue
    sayFailure(failure)
    return false
  }
  return true
}

/** How an article stands, the derived states included. */
export function standing(
  article: Pick<ArticleRow, 'status' | 'publishedAt' | 'trashedAt'>,
): Status | 'scheduled' | 'trash' {
  if (article.trashedAt !== null) return 'trash'
  return isScheduled(article, Date.now()) ? 'scheduled' : article.status
}
