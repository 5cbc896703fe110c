/** Requests that may change very many articles at once: as they are done in this thread, and how many they touch. */
import type { Args, Result } from '../../core/bridge.ts'
import type { Library } from './library.ts'

export type Sweeping =
  | 'article.change'
  | 'article.trash'
  | 'article.restore'
  | 'act.undo'
  | 'act.redo'
  | 'tag.merge'
  | 'tag.delete'
  | 'category.trash'
  | 'category.merge'
  | 'category.split'

type Sweeps = { readonly [R in Sweeping]: (library: Library, args: Args<R>) => Result<R> }
type Sizes = { readonly [R in Sweeping]: (library: Library, args: Args<R>) => number }

const SWEEPS: Sweeps = {
  'article.change': ({ articles }, { ids, change }) => articles.change(ids, change),
  'article.trash': ({ articles }, { ids }) => articles.trash(ids),
  'article.restore': ({ articles }, { ids }) => articles.restore(ids),
  'act.undo': ({ acts }, { id }) => acts.undo(id),
  'act.redo': ({ acts }, { id }) => acts.redo(id),
  'tag.merge': ({ tags }, { ids, into }) => tags.merge(ids, into),
  'tag.delete': ({ tags }, { id }) => tags.delete(id),
  'category.trash': ({ categories }, { id, moveTo }) => categories.trash(id, moveTo),
  'category.merge': ({ categories }, { id, into }) => categories.merge(id, into),
  'category.split': ({ categories }, { name, parentId, articleIds }) =>
    categories.split({ name, parentId }, articleIds),
}

const SIZES: Sizes = {
  'article.change': (_, { ids }) => ids.length,
  'article.trash': (_, { ids }) => ids.length,
  'article.restore': (_, { ids }) => ids.length,
  'act.undo': ({ acts }, { id }) => acts.size(id),
  'act.redo': ({ acts }, { id }) => acts.size(id),
  'tag.merge': (library, { ids }) => tagged(library, ids),
  'tag.delete': (library, { id }) => tagged(library, [id]),
  'category.trash': (library, { id }) => placed(library, id),
  'category.merge': (library, { id }) => placed(library, id),
  'category.split': (_, { articleIds }) => articleIds.length,
}

/** Does what a request asks for, as one act. @throws Failure as the stores do */
export function sweep<R extends Sweeping>(library: Library, request: R, args: Args<R>): Result<R> {
  return SWEEPS[request](library, args)
}

/** About how many articles a request would change; 0 where what it is about is not there. */
export function sweptBy<R extends Sweeping>(library: Library, request: R, args: Args<R>): number {
  return SIZES[request](library, args)
}

function tagged({ tags }: Library, ids: readonly number[]): number {
  const gone = new Set(ids)
  return tags
    .list()
    .filter(({ id }) => gone.has(id))
    .reduce((sum, { articles }) => sum + articles, 0)
}

function placed({ categories }: Library, id: number): number {
  return categories.list().find((category) => category.id === id)?.articles ?? 0
}
