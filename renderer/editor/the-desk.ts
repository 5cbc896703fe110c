/** The window's one writing surface. It outlives the pane that shows it, and so does every article's undo history. */
import { editorWords } from '../../core/locale/ui/editor.ts'
import { articles, patchArticle } from '../article.ts'
import { copyOf } from '../article-fields.ts'
import { call, failureOf } from '../bridge.ts'
import { choosePicture } from '../media/PicturePicker.tsx'
import { sayFailure } from '../ui/toasts.tsx'
import { Desk } from './desk.ts'
import { startTyping } from './typing.ts'
import { forgetFields } from './use-field-undo.ts'

let desk: Desk | null = null
let opening = -1

/** The desk, made when it is first asked for. Texts of an earlier opening are forgotten. */
export function theDesk(opened: number): Desk {
  desk ??= makeDesk()
  if (opening !== opened) {
    desk.clear()
    forgetFields()
  }
  opening = opened
  return desk
}

/** The desk, where there is one: whoever changes a text from elsewhere does it there. */
export function theDeskInUse(): Desk | null {
  return desk
}

function makeDesk(): Desk {
  const worker = new Worker(new URL('../preview/render-worker.ts', import.meta.url), { type: 'module' })
  const made = new Desk(
    { words: editorWords.en, language: '', spellCheck: false, readOnly: false },
    {
      save: (articleId, body) => patchArticle(articleId, { body }),
      addPicture: async (file) =>
        call('media.add', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
      choosePicture,
      failed: (thrown) => sayFailure(failureOf(thrown)),
      typing: startTyping,
      keepBefore,
    },
    worker,
  )
  articles.onBeforeFlush(made.handOver)
  return made
}

/** Longest name of a revision that Longhand gives, in signs. */
const LONGEST_NAME = 120

function keepBefore(articleId: number, body: string, name: string): void {
  const { article } = articles.snapshot(articleId)
  if (article === null) return
  const state = { ...copyOf(article), body }
  const kept = call('revision.keep', { articleId, state, name: name.slice(0, LONGEST_NAME) })
  kept.catch((thrown: unknown) => sayFailure(failureOf(thrown)))
}
