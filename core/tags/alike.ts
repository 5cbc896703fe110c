/** Names of tags that look as if they were meant to be one. */
import { byCodeUnits } from '../related/order.ts'
import { singularsOf } from './plurals.ts'
import { canSlip, isSlip, joined, plainWords, spelledOut, withoutOne } from './spelling.ts'

export interface NamedTag {
  readonly id: number
  readonly name: string
  readonly articles: number
}

/**
 * In what a name differs from another: `writing` in case, signs on letters (`ü` as `u` or `ue`), hyphens, spaces or
 * apostrophes; `plural` in being its plural or singular, in Dutch or English; `spelling` in one letter of a word of
 * five or more.
 */
export type AlikeWhy = 'writing' | 'plural' | 'spelling'

const WHYS: readonly AlikeWhy[] = ['writing', 'plural', 'spelling']

export interface AlikeTag extends NamedTag {
  /** In what it differs from the first of its group; null for that one. */
  readonly why: AlikeWhy | null
}

/** Two or more; the first is the one that most articles have, and each other one is like it. */
export type AlikeGroup = readonly AlikeTag[]

/** More names than these that differ in the same letter are a series, not slips. */
const SERIES = 24

/** Nobody writes a name in more ways by mistake. */
const MOST_WRITINGS = 50

/**
 * The groups of tags that look alike, the surest first: each tag is in one group at most, with the most used tag that
 * it is like. Names that differ in a digit are never alike. `isApart` tells which two are known not to be. Equals are
 * in the order of their names, so that the same tags give the same groups.
 */
export function alikeTags(
  tags: readonly NamedTag[],
  isApart: (a: NamedTag, b: NamedTag) => boolean,
): readonly AlikeGroup[] {
  const ordered = tags.toSorted((a, b) => b.articles - a.articles || byName(a, b))
  const likes = likesOf(ordered)
  const taken = new Set<number>()
  const groups: AlikeGroup[] = []
  for (const first of ordered) {
    if (taken.has(first.id)) continue
    const others = [...(likes.get(first.id) ?? [])]
      .filter(([tag]) => !taken.has(tag.id) && !isApart(first, tag))
      .map(([tag, why]): AlikeTag => ({ ...tag, why }))
    if (others.length === 0) continue
    others.sort((a, b) => b.articles - a.articles || byName(a, b))
    for (const { id } of [first, ...others]) taken.add(id)
    groups.push([{ ...first, why: null }, ...others])
  }
  return groups.toSorted((a, b) => surest(a) - surest(b) || total(b) - total(a) || byName(a[0]!, b[0]!))
}

type Likes = Map<number, Map<NamedTag, AlikeWhy>>

/** Of each tag the ones that it is like, each with the surest way in which it is. */
function likesOf(tags: readonly NamedTag[]): Likes {
  const likes: Likes = new Map(tags.map(({ id }) => [id, new Map()]))
  const join = (a: NamedTag, b: NamedTag, why: AlikeWhy) => {
    if (a.id === b.id || likes.get(a.id)?.has(b)) return
    likes.get(a.id)?.set(b, why)
    likes.get(b.id)?.set(a, why)
  }
  const all = tags
    .map((tag) => ({ tag, words: plainWords(tag.name) }))
    .filter(({ words }) => words.length > 0)
  const byKey = Map.groupBy(all, ({ words }) => joined(words))
  for (const [, same] of byKey) {
    for (const [a, b] of pairs(same.slice(0, MOST_WRITINGS))) join(a.tag, b.tag, 'writing')
  }
  for (const { tag } of all) {
    const name = spelledOut(tag.name)
    if (name === null) continue
    const same = byKey.get(joined(plainWords(name))) ?? []
    for (const other of same.slice(0, MOST_WRITINGS)) join(tag, other.tag, 'writing')
  }
  for (const { tag, words } of all) {
    for (const singular of singularsOf(words.at(-1) ?? '')) {
      const key = joined([...words.slice(0, -1), singular])
      for (const other of byKey.get(key) ?? []) join(tag, other.tag, 'plural')
    }
  }
  for (const [a, b] of slips(all)) join(a.tag, b.tag, 'spelling')
  return likes
}

interface Worded {
  readonly tag: NamedTag
  readonly words: readonly string[]
}

/** Those that differ in one word, and in that by a slip: found by what is left when a letter of the word is gone. */
function* slips(all: readonly Worded[]): Iterable<readonly [Worded, Worded]> {
  const places = new Map<string, { readonly worded: Worded; readonly word: string }[]>()
  for (const worded of all) {
    for (const [at, word] of worded.words.entries()) {
      if (!canSlip(word)) continue
      for (const left of withoutOne(word)) {
        const key = JSON.stringify([at, worded.words.toSpliced(at, 1, left)])
        const place = places.get(key)
        if (place) place.push({ worded, word })
        else places.set(key, [{ worded, word }])
      }
    }
  }
  for (const [, found] of places) {
    if (found.length > SERIES) continue
    for (const [a, b] of pairs(found)) if (isSlip(a.word, b.word)) yield [a.worded, b.worded]
  }
}

function* pairs<T>(all: readonly T[]): Iterable<readonly [T, T]> {
  for (const [at, a] of all.entries()) for (const b of all.slice(at + 1)) yield [a, b]
}

function surest(group: AlikeGroup): number {
  return Math.min(...group.map(({ why }) => (why === null ? WHYS.length : WHYS.indexOf(why))))
}

function total(group: AlikeGroup): number {
  return group.reduce((sum, { articles }) => sum + articles, 0)
}

function byName(a: NamedTag, b: NamedTag): number {
  return byCodeUnits(a.name, b.name) || a.id - b.id
}
