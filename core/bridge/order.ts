/** What articles are ordered by: categories, tags, authors. Part of the contract in `core/bridge.ts`. */
import type { ActRef } from '../acts.ts'
import type { Author, Category, Tag } from '../article.ts'
import type { AlikeGroup } from '../tags/alike.ts'
import type { CategorySuggestion, TagSuggestion } from '../tags/suggest.ts'

export type { AlikeGroup, AlikeTag } from '../tags/alike.ts'
export type { CategorySuggestion, TagSuggestion } from '../tags/suggest.ts'

export type CategoryPatch = Partial<Pick<Category, 'name' | 'slug' | 'description' | 'cover'>>
export type AuthorPatch = Partial<Pick<Author, 'name' | 'slug' | 'role' | 'bio' | 'picture'>>

/** What an article could be given from what the library has. */
export interface OrderSuggestions {
  /** Best first; none that it has. */
  readonly tags: readonly TagSuggestion[]
  /** Null when it has one, when none suits it, and once the writer declined. */
  readonly category: CategorySuggestion | null
}

export interface OrderRequests {
  'category.list': { args: Record<never, never>; result: readonly Category[] }
  'category.create': { args: { name: string; parentId: number | null }; result: Category }
  'category.update': { args: { id: number; patch: CategoryPatch }; result: Category }
  /** `index` is the place among the new siblings. */
  'category.move': { args: { id: number; parentId: number | null; index: number }; result: ActRef }
  /** To the trash. Articles go to `moveTo` (null: to no category); subcategories move up one level. */
  'category.trash': { args: { id: number; moveTo: number | null }; result: ActRef }
  /** Articles and subcategories of one go to another, which its addresses lead to from then on. */
  'category.merge': { args: { id: number; into: number }; result: ActRef }
  /** Makes a category of these articles. */
  'category.split': {
    args: { name: string; parentId: number | null; articleIds: readonly number[] }
    result: Category & ActRef
  }
  /** With the articles and subcategories that are still where the trash left them; several as one act. */
  'category.restore': { args: { ids: readonly number[] }; result: ActRef }
  /** For good; only a category in the trash. */
  'category.delete': { args: { id: number }; result: null }
  'tag.list': { args: Record<never, never>; result: readonly Tag[] }
  'tag.rename': { args: { id: number; name: string }; result: Tag & ActRef }
  'tag.delete': { args: { id: number }; result: ActRef }
  /** Has tags be another one; an article that had several of them has that one once. */
  'tag.merge': { args: { ids: readonly number[]; into: number }; result: Tag & ActRef }
  /** Groups that look as if they were meant to be one, the surest first, and how many pairs were said not to be. */
  'tag.alike': {
    args: Record<never, never>
    result: { readonly groups: readonly AlikeGroup[]; readonly apart: number }
  }
  /** Says of every two of these tags that they are not meant to be one, for good; `apart` false takes it back. */
  'tag.apart': { args: { ids: readonly number[]; apart: boolean }; result: null }
  /** Forgets all that was said to be apart. */
  'tag.forgetApart': { args: Record<never, never>; result: null }
  /** What an article that is not in the trash could be given. */
  'order.suggest': { args: { articleId: number }; result: OrderSuggestions }
  /** Has no category be suggested for an article any more; `declined` false takes it back. */
  'category.decline': { args: { articleId: number; declined: boolean }; result: null }
  'author.list': { args: Record<never, never>; result: readonly Author[] }
  'author.create': { args: { name: string }; result: Author }
  'author.update': { args: { id: number; patch: AuthorPatch }; result: Author }
  'author.delete': { args: { id: number }; result: ActRef }
}
