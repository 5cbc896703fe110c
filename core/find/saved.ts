/** A search that a writer keeps under a name. */
export interface SavedSearch {
  readonly id: number
  readonly name: string
  readonly query: string
}

/** Longest query, in signs: what the search field takes. */
export const LONGEST_QUERY = 1_000
