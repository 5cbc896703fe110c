/**
 * Words that are in the window when its library turns out to be damaged: after a backup is restored, or what could be
 * read is rescued, they are put back on top of it.
 */
import type { Article } from '../../core/article.ts'
import type { AppState } from '../../core/bridge.ts'
import { uiWords } from '../../core/locale/ui/index.ts'
import type { ArticleInHand } from '../article-store.ts'
import { call, failureOf } from '../bridge.ts'
import { createStore, useStore } from '../store.ts'
import { sayFailure } from '../ui/toasts.tsx'

export interface PutBack {
  readonly id: number
  readonly title: string
}

const store = createStore<{ readonly putBack: readonly PutBack[] }>({ putBack: [] })

/** The articles that were put back when the library was opened last. */
export function usePutBack(): readonly PutBack[] {
  return useStore(store, ({ putBack }) => putBack)
}

/** Puts words of the window on top of what was restored, where they are not what is there; that is kept as a revision. */
export async function putBack(kept: readonly ArticleInHand[], state: AppState): Promise<void> {
  store.set({ putBack: [] })
  const { language } = state.settings
  const name = uiWords[language === 'system' ? state.systemLanguage : language].care.putBackName
  for (const one of kept) {
    try {
      const done = await putBackOne(one, name)
      if (done !== null) store.set((value) => ({ putBack: [...value.putBack, done] }))
    } catch (thrown) {
      sayFailure(failureOf(thrown))
    }
  }
}

async function putBackOne({ article, isSaved }: ArticleInHand, name: string): Promise<PutBack | null> {
  const { title, summary, body } = article
  const now = await articleOf(article)
  if (now === null) {
    if (`${title}${summary}${body}` === '') return null
    const made = await call('article.create', { title })
    await call('article.save', { id: made.id, baseVersion: made.version, patch: { summary, body } })
    return { id: made.id, title }
  }
  const isSame = now.title === title && now.summary === summary && now.body === body
  const isOlder = isSaved && Date.parse(article.updatedAt) <= Date.parse(now.updatedAt)
  if (isSame || isOlder) return null
  await call('revision.record', { articleId: now.id, name })
  await call('article.save', { id: now.id, baseVersion: now.version, patch: { title, summary, body } })
  return { id: now.id, title }
}

/** The same article in the library of now; null when that has none, or another by this number. */
async function articleOf({ id, createdAt }: Article): Promise<Article | null> {
  try {
    const found = await call('article.get', { id })
    return found.createdAt === createdAt ? found : null
  } catch (thrown) {
    if (failureOf(thrown).code === 'notFound') return null
    throw thrown
  }
}
