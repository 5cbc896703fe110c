import { piecesOf } from './pieces.ts'
import type { FeatureTable } from './feature-table.ts'
import type { TermEntry } from './term-lists.ts'

/** A word of one article that stands in another too, and how much it adds to their likeness. */
export interface SharedWord {
  readonly form: string
  readonly worth: number
}

/** An article's words as it writes them, in the order of its vector. */
export type Forms = readonly string[]

/** What is known of all articles: what a feature tells, the numbers of features, and the stems of words. */
export interface Told {
  readonly rarity: Int32Array
  readonly table: FeatureTable
  readonly stem: (word: string) => string
}

/**
 * A question that can be asked of any other article: which words of `mine` stand there too, most telling first. A
 * pair that both have speaks for its two words, and for itself where those tell nothing. Of a compound the part that they share is named: as the other writes
 * it where that has it as a word, else as it stands in the compound.
 */
export function sharedWords(
  mine: TermEntry,
  forms: Forms,
  told: Told,
): (other: TermEntry, theirForms: () => Forms) => readonly SharedWord[] {
  const places = new Map<number, number>()
  for (const [at, feature] of mine.features.entries()) {
    if (told.rarity[feature]! > 0 || at < mine.words) places.set(feature, at)
  }
  let pieces: ReadonlyMap<number, string> | null = null
  const piece = (feature: number) => {
    pieces ??= piecesOf(forms, told.stem)
    return pieces.get(told.table.firstOf(feature) >>> 0)
  }
  return (other, theirForms) => {
    const { worth, parts, pairs } = worthOfWords(mine, other, places, told)
    const ofParts = parts.map((part) => {
      const form = part.place < other.words ? theirForms()[part.place] : piece(part.feature)
      return { form: form ?? '', worth: part.worth }
    })
    const ofPairs = pairs.map((pair) => ({
      form: pair.places.map((place) => forms[place]).join(' '),
      worth: pair.worth,
    }))
    const words = Array.from(worth, (value, place) => ({ form: forms[place] ?? '', worth: value }))
    return [...words, ...ofParts, ...ofPairs]
      .filter((word) => word.worth > 0 && word.form !== '')
      .sort((a, b) => b.worth - a.worth)
  }
}

/** A part of a compound that both have. */
interface SharedPart {
  readonly feature: number
  /** Where it stands in the other: one of its words, or a part of one too. */
  readonly place: number
  readonly worth: number
}

/** Two words that follow each other in both and tell nothing each by itself. */
interface SharedPair {
  /** Of the two among the words of the article in hand. */
  readonly places: readonly number[]
  readonly worth: number
}

interface SharedWorth {
  /** By place among the words of the article in hand. */
  readonly worth: Float64Array
  readonly parts: readonly SharedPart[]
  readonly pairs: readonly SharedPair[]
}

/** What each word of an article, and each part, adds to its likeness with another, up to a factor that all have. */
function worthOfWords(
  { words, pairsFrom, worths }: TermEntry,
  other: TermEntry,
  places: ReadonlyMap<number, number>,
  { rarity, table }: Told,
): SharedWorth {
  const worth = new Float64Array(words)
  const [parts, pairs]: [SharedPart[], SharedPair[]] = [[], []]
  // Words come before pairs, so a word's own worth is known when a pair speaks for it.
  for (const [i, feature] of other.features.entries()) {
    const at = rarity[feature]! > 0 ? places.get(feature) : undefined
    if (at === undefined) continue
    const added = other.worths[i]! * worths[at]! * rarity[feature]! ** 2
    if (at < words) worth[at] = added
    else if (at < pairsFrom) parts.push({ feature, place: i, worth: added })
    if (at < pairsFrom) continue
    const both = [table.firstOf(feature), table.secondOf(feature)].map((word) => places.get(word) ?? words)
    // Not for a word that tells nothing of itself: it would be named for its neighbour's sake.
    const telling = both.filter((place) => place < words && worth[place]! > 0)
    for (const place of telling) worth[place]! += added / 2
    if (telling.length === 0) pairs.push({ places: both, worth: added })
  }
  return { worth, parts, pairs }
}
