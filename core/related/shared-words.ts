import type { FeatureTable } from './feature-table.ts'
import type { TermEntry } from './term-lists.ts'

/** A word of one article that stands in another too, and how much it adds to their likeness. */
export interface SharedWord {
  readonly form: string
  readonly worth: number
}

/**
 * A question that can be asked of any other article: which words of `mine` stand there too, most telling first. A
 * pair that both have speaks for its two words. `forms` are the words of `mine` as written.
 */
export function sharedWords(
  mine: TermEntry,
  forms: readonly string[],
  rarity: Int32Array,
  table: FeatureTable,
): (other: TermEntry) => readonly SharedWord[] {
  const places = new Map<number, number>()
  for (const [at, feature] of mine.features.entries()) {
    if (rarity[feature]! > 0 || at < mine.words) places.set(feature, at)
  }
  return (other) => byWorth(worthOfWords(mine, other, places, rarity, table), forms)
}

/** What each word of an article adds to its likeness with another, up to a factor that all have in common. */
function worthOfWords(
  { words, pairsFrom, worths }: TermEntry,
  other: TermEntry,
  places: ReadonlyMap<number, number>,
  rarity: Int32Array,
  table: FeatureTable,
): Float64Array {
  const worth = new Float64Array(words)
  // Words come before pairs, so a word's own worth is known when a pair speaks for it.
  for (const [i, feature] of other.features.entries()) {
    const at = rarity[feature]! > 0 ? places.get(feature) : undefined
    if (at === undefined) continue
    const added = other.worths[i]! * worths[at]! * rarity[feature]! ** 2
    if (at < words) worth[at] = added
    if (at < pairsFrom) continue
    for (const word of [table.firstOf(feature), table.secondOf(feature)]) {
      const place = places.get(word) ?? words
      // Not for a word that tells nothing of itself: it would be named for its neighbour's sake.
      if (place < words && worth[place]! > 0) worth[place]! += added / 2
    }
  }
  return worth
}

function byWorth(worth: Float64Array, forms: readonly string[]): readonly SharedWord[] {
  const places: number[] = []
  for (const [place, value] of worth.entries()) if (value > 0) places.push(place)
  return places
    .sort((a, b) => worth[b]! - worth[a]! || a - b)
    .map((place) => ({ form: forms[place] ?? '', worth: worth[place]! }))
}
