/** What a writer does with the pictures of the library. */
import type { Medium } from '../../core/article.ts'
import type { MediumInList } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { act, sayAct } from '../acts/acts.ts'
import { focusEditor, openArticle } from '../actions.ts'
import { patchArticle } from '../article.ts'
import { call, failureOf, keys, queryClient } from '../bridge.ts'
import { picture, picturesAt } from '../editor/commands/insert.ts'
import type { Desk } from '../editor/desk.ts'
import { wordsOfName } from '../editor/pictures.ts'
import { theDeskInUse } from '../editor/the-desk.ts'
import { place } from '../place.ts'
import { createStore, useStore } from '../store.ts'
import { confirm } from '../ui/confirm.tsx'
import { attempt, say, sayFailure } from '../ui/toasts.tsx'
import { nameOfPath } from './address.ts'

/** How many pictures are on their way into the library. */
const store = createStore<{ readonly adding: number }>({ adding: 0 })

export function useAdding(): number {
  return useStore(store, (value) => value.adding)
}

/** Takes pictures into the library; one that cannot be used does not keep out the others. Gives those that came in. */
export async function addPictures(words: UiWords, files: readonly File[]): Promise<readonly Medium[]> {
  store.set(({ adding }) => ({ adding: adding + files.length }))
  const added: Medium[] = []
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      added.push(await call('media.add', { name: file.name, bytes }))
    } catch (thrown) {
      sayFailure(failureOf(thrown))
    }
    store.set(({ adding }) => ({ adding: adding - 1 }))
  }
  if (added.length > 0) say(words.media.added(added.length))
  return added
}

/** Puts pictures in the trash, after asking when something shows them. False when they are still there. */
export async function trashPictures(words: UiWords, media: readonly MediumInList[]): Promise<boolean> {
  const [first] = media
  if (first === undefined) return false
  const uses = media.reduce((sum, medium) => sum + medium.uses, 0)
  const ask = {
    title: words.media.trashUsed(media.length, nameOfPath(first.path)),
    action: words.media.trash,
  }
  if (uses > 0 && !(await confirm({ ...ask, detail: words.media.trashUsedDetail(uses) }))) return false
  const done = await act(() => call('media.trash', { paths: media.map(({ path }) => path) }))
  if (done === undefined) return false
  sayAct(words, words.media.trashed(media.length), done)
  return true
}

/** How many frames the text is waited for: its pane comes back first. */
const MOST_FRAMES = 60

/** Goes back to the open article and puts pictures at its caret. */
export function insertPictures(paths: readonly string[]): void {
  const { articleId } = place.get()
  if (articleId === null) return
  openArticle(articleId)
  whenOpen(articleId, MOST_FRAMES, (desk) => {
    const { state } = desk.view
    if (state.readOnly) return
    const pictures = paths.map((path) => picture(wordsOfName(nameOfPath(path)), path))
    const change = picturesAt(state, state.selection.main.to, pictures)
    desk.view.dispatch({
      changes: change,
      selection: { anchor: change.from + change.insert.length },
      scrollIntoView: true,
      userEvent: 'input.paste',
    })
    focusEditor('text')
  })
}

function whenOpen(articleId: number, frames: number, work: (desk: Desk) => void): void {
  const desk = theDeskInUse()
  if (desk?.articleId === articleId && desk.view.dom.isConnected) work(desk)
  else if (frames > 0) requestAnimationFrame(() => whenOpen(articleId, frames - 1, work))
}

/** Makes a picture the cover of the open article. */
export function makeCover(words: UiWords, path: string, title: string): void {
  const { articleId } = place.get()
  if (articleId === null) return
  patchArticle(articleId, { cover: path }, 'now')
  say(words.media.coverOf(title))
}

/** Copies where a picture is, as a text refers to it. */
export async function copyAddress(words: UiWords, paths: readonly string[]): Promise<void> {
  if ((await attempt(navigator.clipboard.writeText(paths.join('\n')).then(() => true))) === true)
    say(words.media.copied)
}

/** Asks for the pictures anew: how often each is used changes with every article. */
export function refreshPictures(): void {
  void queryClient.invalidateQueries({ queryKey: keys.media })
}
