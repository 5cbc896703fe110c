/** Choosing between two versions of an article that were made at the same time. */
import type { ArticlePatch } from '../../core/article.ts'
import { paragraphsIn } from '../../core/compare/tokens.ts'
import { sideOf, type Passage } from '../../core/compare/passages.ts'
import { timestampOf, type UiWords } from '../../core/locale/ui/index.ts'
import type { Conflict } from '../article-snapshot.ts'
import { FIELDS, same, type Field } from '../article-fields.ts'
import { articles } from '../article.ts'
import { call } from '../bridge.ts'
import { timeOf } from '../history/days.ts'
import { attempt, say } from '../ui/toasts.tsx'
import { closeComparison } from './comparing.ts'
import { oneLineEnd } from './use-comparison.ts'

type State = Required<ArticlePatch>

/** The other version. */
export function theirState({ theirs }: Conflict): State {
  return stateOf(theirs)
}

/** The other version with everything that was typed here: what lies between both is what has to be chosen. */
export function myState({ theirs, typed }: Conflict): State {
  return stateOf({ ...theirs, ...typed })
}

/** The other version, with what was changed here alone: that is no part of the choice. */
function othersFirst(conflict: Conflict): State {
  const [mine, theirs] = [myState(conflict), theirState(conflict)]
  const changed = FIELDS.filter((field) => !same(conflict.base[field], theirs[field]))
  return { ...mine, ...Object.fromEntries(changed.map((field) => [field, theirs[field]])) }
}

function stateOf(values: State): State {
  return Object.fromEntries(FIELDS.map((field) => [field, values[field]])) as unknown as State
}

/** The side of a field that changed since both began with `base`; when both did, the writer's own. */
export function likelyField({ base, theirs, typed }: Conflict, field: Field): 'old' | 'new' {
  const mine = { ...theirs, ...typed }
  return same(mine[field], base[field]) && !same(theirs[field], base[field]) ? 'old' : 'new'
}

/**
 * For each changed passage between the other version (`old`) and the writer's own (`new`), the side that was changed
 * since both began with `base`: words that went or came on one side alone are not the other's doing. Where both
 * changed, the writer's own.
 */
export function likelySides(base: string, passages: readonly Passage[]): ('old' | 'new')[] {
  const began = new Set(paragraphsIn(oneLineEnd(base)).map(trimmed))
  const isFirst = (text: string) => {
    const paragraphs = paragraphsIn(text).map(trimmed).filter(Boolean)
    return paragraphs.length > 0 && paragraphs.every((paragraph) => began.has(paragraph))
  }
  return passages
    .filter(({ changed }) => changed)
    .map((passage) => {
      const [theirs, mine] = [sideOf(passage, 'old'), sideOf(passage, 'new')]
      if (theirs.trim() === '') return isFirst(mine) ? 'old' : 'new'
      if (isFirst(theirs)) return 'new'
      return mine.trim() !== '' && !isFirst(mine) ? 'new' : 'old'
    })
}

function trimmed(paragraph: string): string {
  return paragraph.trim()
}

/**
 * Ends a conflict with what the writer chose. What is not in the outcome is kept as a revision first, of either side:
 * when that cannot be done, neither is the rest. `seen` is the conflict that the choice was made in.
 */
export async function resolveConflict(
  words: UiWords,
  articleId: number,
  seen: Conflict,
  choice: 'mine' | 'theirs' | ArticlePatch,
): Promise<void> {
  const { history } = words
  // Keys that the editor still holds are the writer's own version too.
  await articles.flush(articleId)
  const { conflict } = articles.snapshot(articleId)
  if (conflict === null) return closeComparison()
  const isOther = conflict.theirs.version !== seen.theirs.version || !same(conflict.typed, seen.typed)
  if (isOther && typeof choice === 'object') return say(history.conflictOver)

  const { version, updatedAt } = conflict.theirs
  const [mine, theirs] = [myState(conflict), theirState(conflict)]
  const outcome =
    choice === 'mine' ? mine : choice === 'theirs' ? othersFirst(conflict) : { ...theirs, ...choice }
  const keep = (state: State, name: string) => call('revision.keep', { articleId, state, name })
  const kept: Promise<unknown>[] = []
  const isMixed = typeof choice === 'object'
  const now = timeOf(timestampOf(new Date()))
  if (!same(outcome, mine)) kept.push(keep(mine, isMixed ? history.mineParted(now) : history.mineKept(now)))
  const then = timeOf(updatedAt)
  if (!same(outcome, theirs))
    kept.push(keep(theirs, isMixed ? history.theirsParted(then) : history.theirsKept(then)))
  if ((await attempt(Promise.all(kept))) === undefined) return

  const patch = Object.fromEntries(
    FIELDS.filter((field) => !same(outcome[field], theirs[field])).map((field) => [field, outcome[field]]),
  )
  await articles.resolve(articleId, patch, version)
  if (articles.snapshot(articleId).conflict !== null) return say(history.conflictOver)
  closeComparison()
  say(history.resolved)
}
