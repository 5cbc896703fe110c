import type { ArticlePatch } from '../core/article.ts'
import type { FailureData } from '../core/errors.ts'

/** Of each kind so many are kept in mind. */
const MOST = 5

/** What failed saves of an article sent: one of them may have been stored all the same, its answer lost. */
export class FailedSaves {
  /** However often the disk refuses, what may have been stored before stays in mind. */
  #refused: readonly ArticlePatch[] = []
  #unanswered: readonly ArticlePatch[] = []

  get sent(): readonly ArticlePatch[] {
    return [...this.#refused, ...this.#unanswered]
  }

  note(failure: FailureData, patch: ArticlePatch): void {
    const isRefused = failure.code === 'file.refused' && failure.detail.reason !== 'EIO'
    if (isRefused) this.#refused = [...this.#refused, patch].slice(-MOST)
    else this.#unanswered = [...this.#unanswered, patch].slice(-MOST)
  }

  /** A save was stored: nothing before it matters any more. */
  clear(): void {
    this.#refused = []
    this.#unanswered = []
  }
}
