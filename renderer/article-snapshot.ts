/** What the window asks of the library for an article, and what it shows of one. */
import type { Article, ArticlePatch } from '../core/article.ts'
import type { SaveResult } from '../core/bridge.ts'
import type { FailureData, ValueProblem } from '../core/errors.ts'
import type { Field } from './article-fields.ts'

/** Where articles are read and kept. */
export interface ArticlePort {
  get(id: number): Promise<Article>
  /** A new article with nothing in it. */
  create(): Promise<Article>
  save(id: number, baseVersion: number, patch: ArticlePatch): Promise<SaveResult>
  /** The failure in what `get` or `save` threw. */
  failureOf(thrown: unknown): FailureData
}

/** `unsaved`: typed, and about to be saved. `failed`: kept here, tried again until it works. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed'

/** A value that the library would not take. The field keeps its stored value; what was typed is kept here. */
export interface Refusal {
  readonly value: unknown
  readonly problem: ValueProblem
}

/** Two versions of an article that neither may overwrite: the writer chooses. */
export interface Conflict {
  /** What both began with. */
  readonly base: Article
  /** What the library has now. */
  readonly theirs: Article
  /** What was typed here since. */
  readonly typed: ArticlePatch
}

/** An article as a pane shows it. The object is replaced by another when anything in it changes. */
export interface ArticleSnapshot {
  /** What is stored, with everything that was typed since; null until it is read. */
  readonly article: Article | null
  readonly saveState: SaveState
  /** Why it could not be read or saved; null when nothing is wrong. */
  readonly failure: FailureData | null
  readonly refused: Readonly<Partial<Record<Field, Refusal>>>
  /** Present while `failure` is an `article.conflict`. */
  readonly conflict: Conflict | null
  /** Counts the times that content came from elsewhere: an editor that holds its own text takes it over then. */
  readonly foreign: number
}
