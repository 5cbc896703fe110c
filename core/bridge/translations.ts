/** Articles that are translations of each other. Part of the contract in `core/bridge.ts`. */
import type { ActRef } from '../acts.ts'
import type { Article, Status } from '../article.ts'

/** An article as a translation of another. */
export interface Translation {
  readonly id: number
  readonly title: string
  readonly status: Status
  readonly publishedAt: string | null
  /** BCP 47: its own, or the site's. */
  readonly language: string
}

/** An article that could become a translation of another. */
export type TranslationCandidate = Translation

export interface TranslationRequests {
  /** The others of its group, in order of their languages. */
  'translation.list': { args: { articleId: number }; result: readonly Translation[] }
  /** Articles that could join it, whose title has these words; newest saved first. */
  'translation.candidates': {
    args: { articleId: number; words: string; limit: number }
    result: readonly TranslationCandidate[]
  }
  'translation.add': { args: { articleId: number; otherId: number }; result: ActRef }
  /** Takes an article out of its group. */
  'translation.remove': { args: { articleId: number }; result: ActRef }
  /** Makes a draft in another language, with what is likely the same there. */
  'translation.start': {
    args: { articleId: number; language: string }
    result: ActRef & { readonly article: Article }
  }
}
