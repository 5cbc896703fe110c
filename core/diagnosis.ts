/** What an examination of a library finds. */
import type { FailureData } from './errors.ts'

/**
 * What a library is. `sound`: it can be worked in, though there may be findings. `damaged`: it must not be written
 * to; restore a backup, or rescue what can be read. `refused`: the disk would not let it be read.
 */
export type LibraryState = 'sound' | 'damaged' | 'missing' | 'notOne' | 'newer' | 'refused'

/**
 * `structure`: what SQLite finds wrong. `references`: rows that refer to rows that are not there. `log`: saves in the
 * log that SQLite would pass over. `index`: the search index disagrees with itself; it can be made anew. `media`:
 * pictures whose file is not there or has another size. `text`: articles whose text is not what it was when it was
 * saved, or whose index is not: the disk has changed one of them by itself. `schema`: an older one, brought up to date at opening.
 * `translations`: articles in the same language as another translation of the same. `unfinished`: the check itself did not come to its end.
 */
export type FindingCode =
  'structure' | 'references' | 'log' | 'index' | 'media' | 'text' | 'schema' | 'translations' | 'unfinished'

export interface Finding {
  readonly code: FindingCode
  readonly count: number
  /** At most the first few, in SQLite's words or as paths. */
  readonly examples: readonly string[]
}

export interface Diagnosis {
  /** Absolute. */
  readonly folder: string
  readonly state: LibraryState
  /** Why it cannot be opened; null when it can. */
  readonly failure: FailureData | null
  readonly findings: readonly Finding[]
  /** Null when they cannot be counted. */
  readonly articles: number | null
  readonly milliseconds: number
}
