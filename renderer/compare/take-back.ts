/** Putting older words and fields back into an article, one by one, each with a way back. */
import type { ArticlePatch } from '../../core/article.ts'
import type { ComparedField } from '../../core/compare/fields.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { patchArticle } from '../article.ts'
import { theDeskInUse } from '../editor/the-desk.ts'
import { say } from '../ui/toasts.tsx'

interface Step {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/**
 * Puts older words in their place in the text of the article that is open, in one step that undo takes back. `text`
 * is what the place was found in: in another one it would be the wrong place, and nothing is done but said.
 */
export function takeTextBack(words: UiWords, articleId: number, text: string, step: Step): void {
  const { history } = words
  const desk = theDeskInUse()
  if (!desk?.replace(articleId, text, step)) return say(history.textMoved)
  const after = text.slice(0, step.from) + step.insert + text.slice(step.to)
  const back = { from: step.from, to: step.from + step.insert.length, insert: text.slice(step.from, step.to) }
  say(history.takenBack, () => {
    if (!desk.replace(articleId, after, back)) say(history.textMoved)
  })
}

/** Gives a field the value that it had. */
export function takeFieldBack(
  words: UiWords,
  articleId: number,
  field: ComparedField,
  before: Required<ArticlePatch>,
  after: Required<ArticlePatch>,
): void {
  patchArticle(articleId, { [field]: before[field] }, 'now')
  say(words.history.fieldTakenBack(words.history.fields[field]), () =>
    patchArticle(articleId, { [field]: after[field] }, 'now'),
  )
}
