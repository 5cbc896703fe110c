/** Saving articles as files of their own: the way out when the library cannot be written to. */
import type { Article } from '../core/article.ts'
import { copyOf } from './article-fields.ts'
import { articles } from './article.ts'
import { call } from './bridge.ts'
import { place } from './place.ts'
import { attempt, say } from './ui/toasts.tsx'
import type { useWords } from './words.tsx'

type Words = ReturnType<typeof useWords>

/** Lets the writer save every article with words that are not in the library; the one before them when there is none. */
export function saveUnsaved(words: Words): Promise<void> {
  const unsaved = articles.unsaved()
  return unsaved.length > 0 ? saveCopies(words, unsaved) : savePresent(words)
}

/** Lets the writer save the article before them, as it is in the window. */
export async function savePresent(words: Words): Promise<void> {
  const { articleId } = place.get()
  const article = articleId === null ? null : articles.snapshot(articleId).article
  if (article !== null) await saveCopies(words, [article])
}

async function saveCopies(words: Words, list: readonly Article[]): Promise<void> {
  const written = await attempt(call('article.saveCopy', { articles: list.map(copyOf) }))
  const [first] = written ?? []
  if (first === undefined) return
  const where = list.length === 1 ? first : first.replace(/[/\\][^/\\]*$/, '')
  say(words.failures.copiesSaved(list.length, where))
}
