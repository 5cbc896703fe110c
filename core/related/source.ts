/** What the ranking reads of one article. */
export interface RelatedSource {
  readonly id: number
  /** BCP 47, as the article has it; only the primary subtag counts. */
  readonly language: string
  readonly title: string
  readonly summary: string
  /** Plain text of the body without markup and without its headings, one block a line. */
  readonly text: string
  /** The text of the body's headings, in order. */
  readonly headings: readonly string[]
  readonly tags: readonly string[]
  /** Slugs from the root to the article's own category; empty without a category. */
  readonly categoryPath: readonly string[]
  /** ISO date or date-time of publication; null when it has none yet. */
  readonly date: string | null
  /** Ids of the articles that this one links to in its body. */
  readonly links: readonly number[]
}

/** What the index must know of an article beside its terms. */
export type RelatedMeta = Pick<RelatedSource, 'tags' | 'categoryPath' | 'date' | 'links'>

/** Why an article is suggested. Data: `describeReasons` makes words of it. */
export type Reason =
  /** The category they share, as slugs from the root; `same` when it is the very category of both. */
  | { readonly kind: 'category'; readonly path: readonly string[]; readonly same: boolean }
  /** Tags of both, rarest first, as the article in hand writes them. */
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  /** Words of the other's title that the article in hand has, most telling first, as it writes them: most of that title. */
  | { readonly kind: 'title'; readonly words: readonly string[] }
  /** Words of both, most telling first, as the article in hand writes them. */
  | { readonly kind: 'terms'; readonly terms: readonly string[] }
  /** One of them links to the other in its body, seen from the article in hand. */
  | { readonly kind: 'link'; readonly direction: 'to' | 'from' | 'both' }
  /** Articles that both link to in their bodies. */
  | { readonly kind: 'sharedLinks'; readonly ids: readonly number[] }

export interface Scored {
  readonly id: number
  /** From above 0 to 1, rounded to four decimals: what the order goes by. */
  readonly score: number
}

export interface Suggestion extends Scored {
  /** Strongest first; never empty. */
  readonly reasons: readonly Reason[]
}
