import type { TermVector } from './vector.ts'

/** A word of one article that stands in another too, and how much it adds to their likeness. */
export interface SharedWord {
  readonly form: string
  readonly worth: number
}

/** An article's words, parts and pairs as numbers, with what each counts for as often as it stands there. */
interface Counted {
  readonly vector: TermVector
  readonly features: Int32Array
  readonly worths: Float32Array
}

/**
 * A question that can be asked of any other article: which words of `mine` stand there too, most telling first. A
 * pair that both have speaks for its two words.
 */
export function sharedWords(mine: Counted, rarity: Float64Array): (other: Counted) => readonly SharedWord[] {
  const places = new Map<number, number>()
  for (const [at, feature] of mine.features.entries()) {
    if ((rarity[feature] ?? 0) > 0) places.set(feature, at)
  }
  const forms = mine.vector.forms.split('\n')
  return (other) => byWorth(worthOfWords(mine, other, places, rarity), forms)
}

/** What each word of an article adds to its likeness with another, up to a factor that all have in common. */
function worthOfWords(
  { vector, worths }: Counted,
  other: Counted,
  places: ReadonlyMap<number, number>,
  rarity: Float64Array,
): Float64Array {
  const { words, parts, pairs } = vector
  const worth = new Float64Array(words.length)
  // Words come before pairs, so a word's own worth is known when a pair speaks for it.
  for (let i = 0; i < other.features.length; i++) {
    const feature = other.features[i] ?? 0
    const at = places.get(feature)
    if (at === undefined) continue
    const added = (other.worths[i] ?? 0) * (worths[at] ?? 0) * (rarity[feature] ?? 0) ** 2
    const pair = at - words.length - parts.length
    if (at < words.length) worth[at] = added
    if (pair < 0) continue
    for (const place of [pairs[pair * 2] ?? 0, pairs[pair * 2 + 1] ?? 0]) {
      // Not for a word that tells nothing of itself: it would be named for its neighbour's sake.
      if ((worth[place] ?? 0) > 0) worth[place] = (worth[place] ?? 0) + added / 2
    }
  }
  return worth
}

function byWorth(worth: Float64Array, forms: readonly string[]): readonly SharedWord[] {
  const places: number[] = []
  for (const [place, value] of worth.entries()) if (value > 0) places.push(place)
  return places
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
    .map((place) => ({ form: forms[place] ?? '', worth: worth[place] ?? 0 }))
}
