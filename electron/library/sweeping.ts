/** Requests that may change very many articles at once: as they are done in this thread, and how many they touch. */
import type { Args, Result } from '../../core/bridge.ts'
import type { Library } from './library.ts'

export type Sweeping =
  | 'article.change'
  | 'article.trash'
  | 'article.restore'
  | 'article.delete'
  | 'act.undo'
  | 'act.redo'
  | 'tag.rename'
  | 'tag.merge'
  | 'tag.delete'
  | 'category.trash'
  | 'category.merge'
  | 'category.split'
  | 'category.restore'
  | 'author.delete'

type Sweeps = { readonly [R in Sweeping]: (library: Library, args: Args<R>) => Result<R> }
type Sizes = { readonly [R in Sweeping]: (library: Library, args: Args<R>) => number }

const SWEEPS: Sweeps = {
  'article.change': ({ articles }, { ids, change }) => articles.change(ids, change),
  'article.trash': ({ articles }, { ids }) => articles.trash(ids),
  'article.restore': ({ articles }, { ids }) => articles.restore(ids),
  'article.delete': ({ articles }, { ids }) => {
    articles.delete(ids)
    return null
  },
  'act.undo': ({ acts }, { id }) => acts.undo(id),
  'act.redo': ({ acts }, { id }) => acts.redo(id),
  'tag.rename': ({ tags }, { id, name }) => tags.rename(id, name),
  'tag.merge': ({ tags }, { ids, into }) => tags.merge(ids, into),
  'tag.delete': ({ tags }, { id }) => tags.delete(id),
  'category.trash': ({ categories }, { id, moveTo }) => categories.trash(id, moveTo),
  'category.merge': ({ categories }, { id, into }) => categories.merge(id, into),
  'category.split': ({ categories }, { name, parentId, articleIds }) =>
    categories.split({ name, parentId }, articleIds),
  'category.restore': ({ categories }, { ids }) => categories.restore(ids),
  'author.delete': ({ authors }, { id }) => authors.delete(id),
}

/** Deleting an article for good takes as long as changing so many. */
const DELETED = 10

const SIZES: Sizes = {
  'article.change': (_, { ids }) => ids.length,
  'article.trash': (_, { ids }) => ids.length,
  'article.restore': (_, { ids }) => ids.length,
  'article.delete': (_, { ids }) => ids.length * DELETED,
  'act.undo': ({ acts }, { id }) => acts.size(id),
  'act.redo': ({ acts }, { id }) => acts.size(id),
  'tag.rename': (library, { id }) => tagged(library, [id]),
  'tag.merge': (library, { ids }) => tagged(library, ids),
  'tag.delete': (library, { id }) => tagged(library, [id]),
  'category.trash': (library, { id }) => placed(library, id),
  'category.merge': (library, { id }) => placed(library, id),
  'category.split': (_, { articleIds }) => articleIds.length,
  'category.restore': (library, { ids }) => comingBack(library, ids),
  'author.delete': ({ authors }, { id }) => authors.list().find((author) => author.id === id)?.articles ?? 0,
}

/** Does what a request asks for, as one act. @throws Failure as the stores do */
export function sweep<R extends Sweeping>(library: Library, request: R, args: Args<R>): Result<R> {
  return SWEEPS[request](library, args)
}

/** Tells the work of a request by how many articles could be changed meanwhile; 0 where what it is about is not there. */
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

function comingBack({ trash }: Library, ids: readonly number[]): number {
  return trash
    .list()
    .categories.filter(({ id }) => ids.includes(id))
    .reduce((sum, { articles }) => sum + articles, 0)
}
