/** When a revision is made by itself, and which ones are let go with age. */
import type { Status } from './article.ts'
import { DAY, HOUR, tooMany, WEEK } from './thinning.ts'

/**
 * Why a revision was made: `auto` while writing; `status` for the state that a change of status led to;
 * `shrink` before much text disappeared; `before` before something sweeping (an import, a replacement in many
 * articles, a restore); `hand` by the writer.
 */
export type RevisionKind = 'auto' | 'status' | 'shrink' | 'before' | 'hand'

/** A revision as a list shows it. */
export interface RevisionHead {
  readonly id: number
  readonly articleId: number
  readonly kind: RevisionKind
  /** Given by the writer, or what the sweeping act was; may be empty. */
  readonly name: string
  /** When the state in it was saved. */
  readonly savedAt: string
  /** When a writer would say it is from: when they kept it by hand; else when the state in it was saved. */
  readonly at: string
  /** The article's version in that state. */
  readonly version: number
  readonly words: number
  /** What it takes on disk. */
  readonly bytes: number
}

/** While writing, at most so much time passes without a revision. */
export const AUTO_EVERY = 10 * 60_000

/** Text has disappeared at once when more than this share of the body and more than this many signs are gone. */
const SHRINK_SHARE = 0.3
const SHRINK_SIGNS = 200

/** What a save is about to do to an article. */
export interface SaveStep {
  readonly before: { readonly body: string; readonly status: Status; readonly version: number }
  readonly after: { readonly body: string; readonly status: Status }
  /** When the newest revision was made, and of which version; null when there is none. */
  readonly newest: { readonly madeUtc: number; readonly version: number } | null
  readonly createdUtc: number
  readonly now: number
}

/** What to keep around a save: the state before it and why, and whether the state after it as well. */
export interface ToKeep {
  readonly before: RevisionKind | null
  readonly after: RevisionKind | null
}

/**
 * What to keep around a save. The state before it: when much text disappears; when it is the first state of an
 * article that came with a text (brought in, duplicated); or when ten minutes have passed since the newest
 * revision. The state after it: when the status changes. A state that is in a revision already is not kept twice.
 */
export function toKeep({ before, after, newest, createdUtc, now }: SaveStep): ToKeep {
  const kept = newest?.version === before.version
  const came = before.version === 1 && before.body !== ''
  // A clock that was set back must not stop revisions until it has caught up.
  const since = Math.abs(now - (newest?.madeUtc ?? createdUtc))
  let kind: RevisionKind | null = null
  if (shrinks(before.body, after.body)) kind = 'shrink'
  else if (!kept && (came || since >= AUTO_EVERY)) kind = 'auto'
  return { before: kind, after: before.status === after.status ? null : 'status' }
}

/**
 * Whether much text disappears at once: more than 30 % and more than 200 signs. What stays at the start and at
 * the end is left out; of the rest, each word that is still there counts as kept, so that moving does not count.
 */
export function shrinks(before: string, after: string): boolean {
  if (before.length <= SHRINK_SIGNS) return false
  const much = Math.max(SHRINK_SIGNS, before.length * SHRINK_SHARE)
  const start = sameAtStart(before, after)
  const end = Math.min(sameAtEnd(before, after), before.length - start, after.length - start)
  const gone = before.slice(start, before.length - end)
  if (gone.length <= much) return false
  return goneSigns(gone, after.slice(start, after.length - end)) > much
}

/** How many texts are compared at once: a comparison of two strings is far faster than one of their signs. */
const STRIDE = 4096

function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let same = 0
  while (same + STRIDE <= most && a.slice(same, same + STRIDE) === b.slice(same, same + STRIDE))
    same += STRIDE
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same
}

function sameAtEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let same = 0
  const stride = (text: string) => text.slice(text.length - same - STRIDE, text.length - same)
  while (same + STRIDE <= most && stride(a) === stride(b)) same += STRIDE
  while (same < most && a.charCodeAt(a.length - same - 1) === b.charCodeAt(b.length - same - 1)) same++
  return same
}

/** Signs of the words in `before` that are not in `after`, each word as often as it stands there. */
function goneSigns(before: string, after: string): number {
  const kept = new Map<string, number>()
  for (const word of after.split(/\s+/)) kept.set(word, (kept.get(word) ?? 0) + 1)
  let gone = 0
  for (const word of before.split(/\s+/)) {
    const left = kept.get(word) ?? 0
    if (left > 0) kept.set(word, left - 1)
    // With the space after it, so that a whole text counts as its whole length.
    else gone += word.length + 1
  }
  return gone
}

/** What thinning needs to know of a revision. */
export interface ThinnedRevision {
  readonly id: number
  readonly kind: RevisionKind
  readonly name: string
  /** When its state was saved, in milliseconds. */
  readonly utc: number
  readonly bytes: number
}

/** All for a day, hourly for a week, daily for a quarter, weekly after. */
const STEPS = [
  { age: DAY, step: 0 },
  { age: WEEK, step: HOUR },
  { age: 91 * DAY, step: DAY },
  { age: Infinity, step: WEEK },
]

/** Of one article, revisions that were made by themselves never take more: the oldest are let go first. */
export const MOST_BYTES = 32 * 1024 * 1024
export const MOST_REVISIONS = 600

/**
 * The revisions of one article to let go. Named ones and those before something sweeping always stay. Those before
 * much text disappeared are thinned among themselves: what was lost must not make way for what came after.
 */
export function revisionsToDrop<T extends ThinnedRevision>(revisions: readonly T[], now: number): T[] {
  const loose = revisions.filter(({ kind, name }) => name === '' && kind !== 'hand' && kind !== 'before')
  const lanes = [loose.filter(({ kind }) => kind === 'shrink'), loose.filter(({ kind }) => kind !== 'shrink')]
  const dropped = new Set(lanes.flatMap((lane) => tooMany(lane, now, STEPS)))
  const kept = loose.filter((revision) => !dropped.has(revision)).sort((a, b) => b.utc - a.utc || b.id - a.id)
  let bytes = 0
  kept.forEach((revision, index) => {
    bytes += revision.bytes
    // The newest one always stays, however large.
    if (index > 0 && (bytes > MOST_BYTES || index >= MOST_REVISIONS)) dropped.add(revision)
  })
  return revisions.filter((revision) => dropped.has(revision))
}
