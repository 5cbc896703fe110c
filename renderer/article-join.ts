/** What was typed here and what the library has now, brought together. */
import type { Article, ArticlePatch } from '../core/article.ts'
import { mergeTexts } from '../core/compare/merge.ts'
import { FIELDS, same, without, type Field } from './article-fields.ts'

export interface Sides {
  /** What was read last; null the first time. */
  readonly stored: Article | null
  readonly latest: Article
  /** What was typed here and is not in the library. */
  readonly typed: ArticlePatch
  /** What failed saves sent: one of them may have been stored all the same, its answer lost. */
  readonly sent: readonly ArticlePatch[]
  /** Fields that were set here after the library had changed. */
  readonly since: ReadonlySet<Field>
  /** The library is read from another file than `stored` was: versions say nothing. */
  readonly isElsewhere: boolean
}

export interface Joined {
  /** What is left to be sent on top of `latest`. */
  readonly unsent: ArticlePatch
  /** Whether something in it came from elsewhere. */
  readonly isForeign: boolean
}

/** Null where both have something of their own in one field: that is for the writer to say. */
export function joined(sides: Sides): Joined | null {
  const { stored, latest, typed, sent, since, isElsewhere } = sides
  const changed = stored === null ? [] : FIELDS.filter((field) => !same(latest[field], stored[field]))
  const isOurs = (field: Field) => [typed, ...sent].some((patch) => same(latest[field], patch[field]))
  const merged = changed.includes('body') && !isOurs('body') ? mergedBody(sides) : null
  const collides = (field: Field) =>
    field in typed &&
    !isOurs(field) &&
    !since.has(field) &&
    !(field === 'body' && merged !== null) &&
    // A category that was deleted let go of its articles: one that was chosen instead stands.
    !(field === 'categoryId' && latest.categoryId === null)
  if ((isElsewhere || latest.version !== stored?.version) && changed.some(collides)) return null
  const kept = merged === null ? typed : { ...typed, body: merged }
  return {
    unsent: without(
      kept,
      FIELDS.filter((field) => field in kept && same(latest[field], kept[field])),
    ),
    isForeign: merged !== null || changed.some((field) => !(field in typed)),
  }
}

/** The typed body with what was changed elsewhere in other paragraphs; null when that is for the writer to say. */
function mergedBody({ stored, latest, typed }: Sides): string | null {
  if (stored === null || typed.body === undefined) return null
  return mergeTexts(stored.body, typed.body, latest.body)
}
