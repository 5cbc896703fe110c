/** What a writer does with revisions: done, told, and where it can be, undone. */
import type { RevisionHead } from '../../core/revisions.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { articles } from '../article.ts'
import { call, failureOf } from '../bridge.ts'
import { closeComparison, compare } from '../compare/comparing.ts'
import { theDeskInUse } from '../editor/the-desk.ts'
import { currentLayout } from '../layout.ts'
import { place } from '../place.ts'
import { attempt, say, sayFailure } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'

/** Keeps an article as it is, with everything that was typed, under a name or none. False when it could not. */
export async function keepVersion(words: UiWords, articleId: number, name: string): Promise<boolean> {
  if (!(await flushed(articleId))) return false
  if ((await attempt(call('revision.record', { articleId, name }))) === undefined) return false
  say(words.history.kept(name))
  return true
}

/** Gives a revision a name, or takes it away. False when it could not. */
export async function renameRevision(id: number, name: string): Promise<boolean> {
  return (await attempt(call('revision.rename', { id, name }))) !== undefined
}

/**
 * Gives an article the words and fields of a revision. What was there is a revision itself, so that there is a way
 * back: the message's own, and undo in the text.
 */
export async function restoreRevision(words: UiWords, articleId: number, id: number): Promise<void> {
  const { history } = words
  const done = await restore(articleId, id)
  if (done === undefined) return
  closeComparison()
  const left = done.left.map((field) => history.fields[field])
  const message = [history.restored, left.length > 0 ? history.left(left) : history.leftAlways].join(' ')
  say(message, () => {
    void restore(articleId, done.before).then((undone) => {
      if (undone !== undefined) say(history.undone)
    })
  })
}

async function restore(articleId: number, id: number) {
  if (!(await flushed(articleId))) return undefined
  const desk = theDeskInUse()
  try {
    const { state } = await call('revision.get', { id })
    desk?.await(articleId, state.body)
    return await call('revision.restore', { id })
  } catch (thrown) {
    desk?.await(articleId, null)
    sayFailure(failureOf(thrown))
    return undefined
  }
}

/** Puts a revision's text on the clipboard. */
export async function copyRevision(words: UiWords, id: number): Promise<void> {
  const revision = await attempt(call('revision.get', { id }))
  if (revision === undefined) return
  await navigator.clipboard.writeText(revision.state.body)
  say(words.history.copied)
}

/** Compares a revision to the article as it is now. */
export function compareToNow(articleId: number, id: number): void {
  compare({ kind: 'revisions', articleId, from: id, to: 'now' })
}

/** Compares the newest revision to the article as it is now; says so when there is none. */
export async function compareToLast(words: UiWords, articleId: number): Promise<void> {
  await articles.flush(articleId)
  const revisions = await attempt(call('revision.list', { articleId }))
  const [newest] = revisions ?? []
  if (newest !== undefined) compareToNow(articleId, newest.id)
  else if (revisions !== undefined) say(words.history.empty)
}

/** Compares a revision to the one before it. */
export function compareToPrevious({ articleId, id }: RevisionHead, previous: RevisionHead): void {
  compare({ kind: 'revisions', articleId, from: previous.id, to: id })
}

/** Shows the history in the inspector, and moves the focus to it. */
export function showHistory(): void {
  windowState.set({ inspectorTab: 'history', focusMode: false })
  const { inspector, roomForInspector } = currentLayout()
  if (inspector === 'hidden' && roomForInspector) place.set({ inspectorOpen: true })
  else if (inspector === 'hidden') windowState.set({ inspectorOver: true })
  // The pane may have to come first.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>('[data-pane="inspector"] [role="tab"][aria-selected="true"]')
        ?.focus(),
    ),
  )
}

async function flushed(articleId: number): Promise<boolean> {
  const failure = await articles.flush(articleId)
  if (failure !== null) sayFailure(failure)
  return failure === null
}
