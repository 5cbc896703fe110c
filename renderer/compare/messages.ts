/** What crosses between the window and the worker that compares. */
import type { Passage } from '../../core/compare/passages.ts'

/** Two texts to compare; `job` is the asker's, to know the answer by. */
export interface Comparison {
  readonly job: number
  readonly before: string
  readonly after: string
}

export interface Compared {
  readonly job: number
  readonly passages: readonly Passage[]
  readonly removedWords: number
  readonly addedWords: number
}
