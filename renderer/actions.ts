/** Where the writer goes from whatever pane, and what they start there. */
import type { ArticlePatch, ArticleRow, Status } from '../core/article.ts'
import { isScheduled } from '../core/article.ts'
import type { ArticleFilter } from '../core/bridge.ts'
import { timestampOf } from '../core/locale/ui/index.ts'
import { articles, flushAll } from './article.ts'
import { call } from './bridge.ts'
import { showPane } from './layout.ts'
import { place } from './place.ts'
import type { TrashShows } from './trash/trash.ts'
import { attempt } from './ui/toasts.tsx'
import { windowState } from './window.ts'

/** Shows an article in the editor, and in the list as the selected one. */
export function openArticle(id: number): void {
  windowState.set({ selected: new Set([id]), shows: 'articles' })
  if (place.get().articleId === id) return
  void flushAll()
  place.set({ articleId: id })
}

/** Shows other articles in the list. */
export function showArticles(filter: ArticleFilter): void {
  windowState.set({ shows: 'articles' })
  place.set({ filter })
}

/** Shows the pictures of the library in the place of its articles. */
export function showPictures(): void {
  void flushAll()
  windowState.set({ shows: 'pictures', focusMode: false, inspectorOver: false })
  focusOn(() => document.querySelector('[data-pane="pictures"] [role="listbox"]'))
}

/** Shows the overview of the whole library in the place of its articles. */
export function showOverview(): void {
  void flushAll()
  windowState.set({ shows: 'overview', focusMode: false, inspectorOver: false })
  focusOn(() => document.querySelector('[data-overview]'))
}

/** Goes back from the pictures or the overview to the articles. */
export function leavePictures(): void {
  windowState.set({ shows: 'articles' })
  focusOn(() => document.querySelector('[data-pane="list"] [role="listbox"]:not([hidden])'))
}

/** Shows what lies in the trash. */
export function showTrash(shows: TrashShows = 'articles'): void {
  windowState.set({ trashShows: shows })
  showPane('list')
  showArticles({ status: 'trash' })
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
  windowState.set({ shows: 'articles' })
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

/** What becomes of an article's fields with its status: one without a date gets one when it is published. */
export function statusPatch(status: Status, publishedAt: string | null): ArticlePatch {
  if (status === 'published' && publishedAt === null) return { status, publishedAt: timestampOf(new Date()) }
  return { status }
}

/** How an article stands, the derived states included. */
export function standing(
  article: Pick<ArticleRow, 'status' | 'publishedAt' | 'trashedAt'>,
): Status | 'scheduled' | 'trash' {
  if (article.trashedAt !== null) return 'trash'
  return isScheduled(article, Date.now()) ? 'scheduled' : article.status
}
