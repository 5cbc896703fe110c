/** Revisions in memory: a few of every article, as if it had been written over some days. */
import { BLANK_ARTICLE, type Article, type ArticlePatch } from '../../../core/article.ts'
import type { Revision } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { timestampOf } from '../../../core/locale/ui/index.ts'
import type { RevisionHead, RevisionKind } from '../../../core/revisions.ts'

type State = Required<ArticlePatch>

const HOUR = 3_600_000
/** What was otherwise then, newest first. */
const PAST: readonly [hours: number, kind: RevisionKind, name: string, share: number][] = [
  [0.4, 'auto', '', 0.98],
  [3, 'status', '', 0.9],
  [5, 'hand', 'Voor de opmerkingen van Noor', 0.8],
  [26, 'shrink', '', 1.1],
  [29, 'auto', '', 0.5],
  [240, 'auto', '', 0.2],
]

export class MockRevisions {
  #revisions: Revision[] = []
  readonly #begun = new Set<number>()
  #next = 0

  list(article: Article): readonly RevisionHead[] {
    if (!this.#begun.has(article.id)) this.#begin(article)
    return this.#revisions
      .filter(({ articleId }) => articleId === article.id)
      .map(({ state: _state, ...head }) => head)
      .toReversed()
  }

  get(id: number): Revision {
    const found = this.#revisions.find((one) => one.id === id)
    if (found === undefined) throw new Failure('notFound', { what: 'revision', which: String(id) })
    return found
  }

  add(articleId: number, values: State, kind: RevisionKind, name: string, at = new Date()): RevisionHead {
    const keys = Object.keys(BLANK_ARTICLE) as (keyof State)[]
    const state = Object.fromEntries(keys.map((key) => [key, values[key]])) as unknown as State
    const words = state.body.split(/\s+/).filter(Boolean).length
    this.#next += 1
    const bytes = Math.round(state.body.length / 2)
    const time = timestampOf(at)
    const head = { id: this.#next, articleId, kind, name, savedAt: time, at: time, version: 1, words, bytes }
    this.#revisions.push({ ...head, state })
    return head
  }

  rename(id: number, name: string): RevisionHead {
    const renamed = { ...this.get(id), name }
    this.#revisions = this.#revisions.map((one) => (one.id === id ? renamed : one))
    return renamed
  }

  size(): { revisions: number; bytes: number } {
    return {
      revisions: this.#revisions.length,
      bytes: this.#revisions.reduce((sum, { bytes }) => sum + bytes, 0),
    }
  }

  #begin(article: Article): void {
    this.#begun.add(article.id)
    if (article.body === '') return
    for (const [hours, kind, name, share] of PAST.toReversed()) {
      const state = { ...article, body: earlier(article.body, share) }
      const old = hours > 24 ? { title: `${article.title} (werktitel)`, tags: article.tags.slice(1) } : {}
      this.add(article.id, { ...state, ...old }, kind, name, new Date(Date.now() - hours * HOUR))
    }
  }
}

/** A body as it may have been: with fewer paragraphs, some words otherwise. */
function earlier(body: string, share: number): string {
  const paragraphs = body.split('\n\n')
  const kept = paragraphs.filter((_, index) => (index * 7) % 10 < share * 10)
  const more = share > 1 ? ['Een hele alinea die later is geschrapt, en dat was maar goed ook.'] : []
  return [...kept, ...more]
    .map((text, index) =>
      index % 3 === 1 ? text.replace(/\bde\b/, 'een').replace(/\.( |$)/, ', echt.$1') : text,
    )
    .join('\n\n')
}
