import { isScheduled } from '../../core/article.ts'
import type { RelatedItem, RelatedList } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import {
  type Hold,
  type Mark,
  type RelatedRules,
  type Scored,
  SIGNALS,
  type Told as WordsTold,
  freshBy,
  mostMore,
  toScore,
} from '../../core/related/index.ts'
import type { Library } from './library.ts'
import { type Hand, NO_HAND } from './related-hand.ts'
import { RelatedState } from './related-state.ts'
import type { Told } from './related-told.ts'
import type { RelatedHead } from './related.ts'
import { timestamp } from './time.ts'

/** Which articles belong beside one, by the ranking and by the writer's hand. */
export interface RelatedService {
  /**
   * What the inspector lists and the page draws its cards from: the pinned ones in their order, then the ranked
   * ones of the statuses that the rules name; hidden ones and those kept apart beside them. At most `limit`, and
   * after those whatever the page shows nevertheless.
   * @throws Failure `notFound`
   */
  list(articleId: number, limit: number): RelatedList
  /**
   * The articles that a page shows when `isOut` says which are on the site, best first: as many as the article or the
   * site says, by the site's rules; what its text links to only where it is pinned or nothing else is left. `date` is
   * the export's, ISO, by default today: newer articles are wished for against it.
   */
  shown(articleId: number, isOut: (id: number) => boolean, date?: string): number[]
  /** The same for one article after another, with what each list hangs on: what all have in common is read once. */
  showing(isOut: (id: number) => boolean, date: string): (articleId: number) => Shown
  /**
   * What changes whenever an article is no longer as related as it was to those of which this is the same: what it is,
   * and what that tells in this library (see `RelatedIndex.mark`). For one article after another.
   */
  marking(): (articleId: number) => ArticleMark
  /** See {@link Drifting}; null when what was kept was compared with another index than this began with. */
  drifting(base: string, told: WordsTold, date: string): Drifting | null
  /** What the index began with or was kept as, and the words that tell something else now: for whoever asks that. */
  told(): { readonly base: string; readonly told: WordsTold }
  /**
   * The others in whose list an article may score as much as `floorOf` says; not of those for which that is null. `date` as
   * above.
   */
  eachReached(
    articleId: number,
    date: string,
    floorOf: (other: number) => number | null,
    visit: (other: number) => void,
  ): void
  /** The most related ones by rank alone, at most `limit`. */
  ranked(articleId: number, limit: number): number[]
  /** The articles outside the trash that its text links to. */
  links(articleId: number): number[]
  /**
   * Reads what has changed now, so that the next answer need not wait for it: no more than what was told, when that
   * is all that happened since the last time.
   */
  refresh(told?: Told): void
  /** Keeps what it relates by for whoever opens the library next, where that pays; `onEach` ends the work by throwing. */
  keep(onEach: () => void): void
}

/** What stands for an article: see `Mark`. */
export interface ArticleMark extends Omit<Mark, 'labels'> {
  /** For all but its words. */
  readonly sign: string
}

/** What became of the likeness of articles that are what they were, since words tell something else. */
export interface Drifting {
  /** See `RelatedIndex.drift`. */
  drift(articleId: number): number
  /** The most that evidence counts for of what it is. */
  readonly most: number
  /** Whether an article is another one than in the index that this began with. */
  isOther(articleId: number): boolean
  /** See `RelatedIndex.rescored`: null where it is not certain. */
  rescored(articleId: number, others: readonly number[], limit: number, next: number): Shown | null
}

/** What a page shows, and what that hangs on. */
export interface Shown extends Hold {
  readonly ids: readonly number[]
  /** What scores less than this does not come among them; null where it hangs on all that is in the library. */
  readonly least: number | null
}

function driftingOf(library: Library, state: RelatedState, told: WordsTold, date: string): Drifting {
  const fresh = freshBy(library.related.rules().freshness, date)
  return {
    drift: state.index.drift(told),
    most: mostMore(SIGNALS, fresh?.worth ?? 0),
    isOther: (articleId) => state.isOther(articleId),
    rescored: (articleId, others, limit, next) => {
      const options = { limit, beyond: others.length - limit, fresh }
      const { list, hold } = state.index.rescored(articleId, others, options, next)
      const least = list.at(-1)?.score ?? 0
      return hold && toScore(next) < least ? { ...hold, ids: list.map(({ id }) => id), least } : null
    },
  }
}

/** So many after those that a page shows are found too: between the last shown and the last of them lies more than chance. */
const BEYOND = 4
/** What a list hangs on that is made by nothing but rules. */
const NO_HOLD: Hold = { reserve: [], next: 0, slack: 0 }

/** Nothing scores as much. */
const OUT_OF_REACH = 2

/**
 * Relates the articles of a library. Every answer is of the library's present state; what has changed since the
 * last one is read first, and analysed once. It gives the same lists whatever happened in between, and whether it began
 * with what was kept of the time before or not: `isAnew`.
 */
export function relatedService(library: Library, isAnew = false): RelatedService {
  const state = new RelatedState(library, isAnew)
  return {
    list: (articleId, limit) => {
      state.refresh()
      return listOf(library, state, articleId, limit)
    },
    shown: (articleId, isOut, date = timestamp(library.now())) => {
      state.refresh()
      const said = { hand: library.related.hand(articleId), rules: library.related.rules() }
      return [...shownBy(state, articleId, said, isOut, date).ids]
    },
    showing: (isOut, date) => {
      state.refresh()
      const [hands, rules] = [library.related.hands(), library.related.rules()]
      return (id) => shownBy(state, id, { hand: hands.get(id) ?? NO_HAND, rules }, isOut, date)
    },
    marking: () => {
      state.refresh()
      return (articleId) => state.mark(articleId)
    },
    drifting: (base, told, date) => {
      state.refresh()
      return base === '' || base !== state.base ? null : driftingOf(library, state, told, date)
    },
    told: () => {
      state.refresh()
      const told = state.index.told()
      return told === null ? { base: '', told: {} } : { base: state.base, told }
    },
    eachReached: (articleId, date, floorOf, visit) => {
      state.refresh()
      state.index.eachReached(articleId, freshBy(library.related.rules().freshness, date), floorOf, visit)
    },
    ranked: (articleId, limit) => {
      state.refresh()
      return state.index.order(articleId, { limit }).map(({ id }) => id)
    },
    links: (articleId) => {
      state.refresh()
      return [...state.linksOf(articleId)]
    },
    refresh: (told) => state.refresh(told),
    keep: (onEach) => state.keep(onEach),
  }
}

/** What the writer says of the articles related to one, and of all of them. */
interface Said {
  readonly hand: Hand
  readonly rules: RelatedRules
}

interface Question {
  readonly limit: number
  readonly isOut: (id: number) => boolean
  /** The export's, ISO. */
  readonly date: string
}

interface Candidates {
  readonly hand: Hand
  readonly rules: RelatedRules
  readonly pins: readonly number[]
  readonly ranked: readonly Scored[]
  readonly inText: ReadonlySet<number>
  readonly shown: number[]
}

/** Which articles may stand where beside one. */
interface Sieve {
  readonly pins: readonly number[]
  readonly inText: ReadonlySet<number>
  /** How many its page shows. */
  readonly count: number
  /** Whether its page may show another. */
  mayShow(id: number): boolean
  /** Whether another may be suggested by its rank. */
  isSuggested(id: number): boolean
}

function sieveOf(
  state: RelatedState,
  articleId: number,
  { hand, rules }: Said,
  isOut: (id: number) => boolean,
): Sieve {
  const never = new Set(hand.never)
  const left = new Set([...hand.pins, ...hand.hidden, ...never])
  const language = primary(state.heads.get(articleId)?.language)
  const isAside = (id: number) => (state.heads.get(id)?.footerPlace ?? null) !== null
  return {
    pins: hand.pins.filter((id) => state.heads.has(id) && !never.has(id)),
    inText: state.linksOf(articleId),
    // A page outside the stream stands beside no article, and none beside it.
    count: isAside(articleId) ? 0 : (hand.count ?? state.relatedCount),
    mayShow: (id) =>
      isOut(id) &&
      !isAside(id) &&
      (!rules.sameLanguage || primary(state.heads.get(id)?.language) === language),
    isSuggested: (id) => {
      const status = state.heads.get(id)?.status
      return !left.has(id) && !isAside(id) && status !== undefined && rules.statuses.includes(status)
    },
  }
}

/** What a page shows. Mostly no more need be ranked than that: what its text links to is needed where nothing else is left. */
function shownBy(
  state: RelatedState,
  articleId: number,
  said: Said,
  isOut: (id: number) => boolean,
  date: string,
): Shown {
  const { pins, inText, count, mayShow, isSuggested } = sieveOf(state, articleId, said, isOut)
  const first = pins.filter(mayShow).slice(0, count)
  const limit = count - first.length
  const isWanted = (id: number) => isSuggested(id) && mayShow(id) && !inText.has(id)
  const fresh = freshBy(said.rules.freshness, date)
  const options = { limit, beyond: BEYOND, fresh, isWanted }
  const { list: ranked, isCertain, hold } = state.index.ordered(articleId, options)
  if (ranked.length < limit) {
    return {
      ...NO_HOLD,
      ids: candidates(state, articleId, said, { limit: 0, isOut, date }).shown,
      least: null,
    }
  }
  const least = limit === 0 ? OUT_OF_REACH : ranked.at(-1)!.score
  const ids = [...first, ...ranked.map(({ id }) => id)]
  return { ...(hold ?? NO_HOLD), ids, least: isCertain ? least : null }
}

/**
 * The best `limit` by rank, and what the page shows: mostly some of these. What comes later, since others are not on the
 * site, is asked for by itself, so that no list is ranked deeper than it is long.
 */
function candidates(
  state: RelatedState,
  articleId: number,
  said: Said,
  { limit, isOut, date }: Question,
): Candidates {
  const { hand, rules } = said
  const { pins, inText, count, mayShow, isSuggested } = sieveOf(state, articleId, said, isOut)
  const fresh = freshBy(rules.freshness, date)
  const best = (most: number, isWanted: (id: number) => boolean): readonly Scored[] =>
    most < 1 ? [] : state.index.order(articleId, { limit: most, fresh, isWanted })
  const ranked = best(limit, isSuggested)
  const first = pins.filter(mayShow).slice(0, count)
  const places = count - first.length
  const isNew = (id: number): boolean => isSuggested(id) && mayShow(id) && !inText.has(id)
  const near = ranked.filter(({ id }) => isNew(id)).slice(0, places)
  const fromRank = near.length === places ? near : best(places, isNew)
  // A card says more than a link does, and more than an empty place: where nothing else is left they come after all.
  const linked = best(places - fromRank.length, (id) => isSuggested(id) && mayShow(id) && inText.has(id))
  const chosen = new Set([...fromRank, ...linked].map(({ id }) => id))
  const onPage = linked.length === 0 ? fromRank : best(places, (id) => chosen.has(id))
  const isRanked = new Set(ranked.map(({ id }) => id))
  return {
    hand,
    rules,
    pins,
    // The pinned ones for what they have in common with the article.
    ranked: [
      ...best(pins.length, (id) => pins.includes(id)),
      ...ranked,
      ...onPage.filter(({ id }) => !isRanked.has(id)),
    ],
    inText,
    shown: [...first, ...onPage.map(({ id }) => id)],
  }
}

const NO_LIST = { items: [], hidden: [], never: [], count: null }

function listOf(library: Library, state: RelatedState, articleId: number, limit: number): RelatedList {
  if (!state.heads.has(articleId) && library.articles.get(articleId).trashedAt !== null) {
    return { ...NO_LIST, rules: library.related.rules() }
  }
  const now = library.now()
  const isOut = (id: number) => {
    const head = state.heads.get(id)
    return head?.status === 'published' && !isScheduled({ ...head, trashedAt: null }, now.getTime())
  }
  const question = { limit, isOut, date: timestamp(now) }
  const said = { hand: library.related.hand(articleId), rules: library.related.rules() }
  const found = candidates(state, articleId, said, question)
  const pinned = new Set(found.pins)
  const scores = new Map(found.ranked.map(({ id, score }) => [id, score]))
  const reasons = state.index.reasons(articleId)
  const order = [...found.pins, ...found.ranked.map(({ id }) => id).filter((id) => !pinned.has(id))]
  const onPage = new Set(found.shown)
  const item = (id: number): RelatedItem => {
    const { slug, title, status, publishedAt } = headOf(state, id)
    const score = scores.get(id)
    return {
      id,
      slug,
      title,
      status,
      publishedAt,
      score: score ?? 0,
      reasons: score === undefined ? [] : reasons(id),
      pinned: pinned.has(id),
      onPage: onPage.has(id),
      inText: found.inText.has(id),
    }
  }
  const titles = (ids: readonly number[]) =>
    ids.filter((id) => state.heads.has(id)).map((id) => ({ id, title: headOf(state, id).title }))
  const { hidden, never, count } = found.hand
  return {
    items: order.filter((id, place) => place < limit || onPage.has(id)).map(item),
    hidden: titles(hidden.filter((id) => !never.includes(id))),
    never: titles(never),
    count,
    rules: found.rules,
  }
}

function headOf(state: RelatedState, id: number): RelatedHead {
  const head = state.heads.get(id)
  if (!head) throw new Failure('notFound', { what: 'article', which: String(id) })
  return head
}

function primary(language: string | undefined): string {
  return (language ?? '').split('-')[0]!.toLowerCase()
}
