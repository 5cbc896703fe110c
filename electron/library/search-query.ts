import type { Wish } from '../../core/find/query.ts'

/** A wish for words alone, nothing unwanted among them. */
type WordsWish =
  Extract<Wish, { kind: 'text' }> | { readonly kind: 'and' | 'or'; readonly wishes: readonly WordsWish[] }

/** Whether a wish is one that the search index alone can answer. */
export function isWords(wish: Wish): wish is WordsWish {
  return wish.kind === 'text' || ((wish.kind === 'and' || wish.kind === 'or') && wish.wishes.every(isWords))
}

/**
 * Words as an FTS5 query: every word must be there, words that were in quotes in that order, and one that may be
 * unfinished begins what is found. All that was typed stands in quotes, so nothing of it is an operator.
 */
export function searchQuery(wish: WordsWish): string {
  if (wish.kind === 'text') {
    const column = wish.column === null ? '' : `${wish.column} : `
    return `${column}"${wish.text}"${wish.isUnfinished ? '*' : ''}`
  }
  const inside = wish.wishes.map(searchQuery)
  return `(${inside.join(wish.kind === 'or' ? ' OR ' : ' AND ')})`
}

/** The words that are wished for anywhere in a wish, any of which is worth showing where it was found; null for none. */
export function shownWords(wish: Wish): string | null {
  const texts = textsIn(wish)
  return texts.length === 0 ? null : texts.map(searchQuery).join(' OR ')
}

function textsIn(wish: Wish): readonly Extract<Wish, { kind: 'text' }>[] {
  if (wish.kind === 'text') return [wish]
  return wish.kind === 'and' || wish.kind === 'or' ? wish.wishes.flatMap(textsIn) : []
}
