/** Finding categories, tags and authors by what a writer calls them. */
import type { Wish } from './query.ts'

export interface Known {
  readonly id: number
  readonly name: string
  readonly slug: string
}

/** A name as it is looked for: case and accents don't count, and a hyphen is a space, as in names that came as addresses. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .trim()
}

/** Those with this name or slug; when there are none, those whose name begins with it. */
export function calledBy<T extends Known>(known: readonly T[], name: string): readonly T[] {
  const wanted = plainName(name)
  // A name of hyphens alone is called by just that.
  if (wanted === '') return known.filter((one) => one.name === name)
  const exact = known.filter((one) => plainName(one.name) === wanted || plainName(one.slug) === wanted)
  return exact.length > 0 ? exact : known.filter((one) => plainName(one.name).startsWith(wanted))
}

/** Some categories with everything below them. */
export function withAllBelow(
  ids: readonly number[],
  categories: readonly { readonly id: number; readonly parentId: number | null }[],
): readonly number[] {
  const children = Map.groupBy(categories, ({ parentId }) => parentId)
  const found = new Set(ids)
  // A set is gone through with what is added meanwhile; a cycle in a damaged file ends it all the same.
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id)
  return [...found]
}

/** Every category, tag and author that a wish names, also what is not wanted. */
export function namedIn(wish: Wish | null): readonly Extract<Wish, { kind: 'named' }>[] {
  switch (wish?.kind) {
    case 'named':
      return [wish]
    case 'and':
    case 'or':
      return wish.wishes.flatMap(namedIn)
    case 'not':
      return namedIn(wish.wish)
    default:
      return []
  }
}
