import { articlePath, listPath } from './paths.ts'
import type { SiteMap } from './site-map.ts'
import { line } from './text.ts'

/** A category in the tree of a site, with what lies in it. Paths are from the root. */
export interface TreeBranch {
  readonly name: string
  readonly slug: string
  readonly path: string
  readonly branches: readonly TreeBranch[]
  /** In reading order: oldest first. None when the site is too large for its tree to name articles. */
  readonly leaves: readonly TreeLeaf[]
}

/** An article in the tree of a site. */
export interface TreeLeaf {
  readonly name: string
  readonly path: string
}

/** Most articles that a tree names: it stands on every page, and every page has to stay light. */
const MOST_LEAVES = 80

/** The categories that have articles, in the writer's order, with their articles in reading order. */
export function treeOf(map: SiteMap): readonly TreeBranch[] {
  const leaves = new Map<number | null, TreeLeaf[]>()
  if (map.articles.length <= MOST_LEAVES) {
    for (const article of map.articles.toReversed()) {
      const at = article.categoryId
      const leaf = { name: line(article.title), path: articlePath(article.slug) }
      leaves.set(at, [...(leaves.get(at) ?? []), leaf])
    }
  }
  const below = (id: number | null): readonly TreeBranch[] =>
    map.below(id).map((category) => ({
      name: line(category.name),
      slug: category.slug,
      path: listPath(map.words.folders.category, category.slug, 1),
      branches: below(category.id),
      leaves: leaves.get(category.id) ?? [],
    }))
  return below(null)
}

/** The articles of a tree in the order in which it names them. */
export function orderOf(tree: readonly TreeBranch[]): readonly TreeLeaf[] {
  return tree.flatMap(({ leaves, branches }) => [...leaves, ...orderOf(branches)])
}
