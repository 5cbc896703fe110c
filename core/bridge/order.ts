/** What articles are ordered by: categories, tags, authors. Part of the contract in `core/bridge.ts`. */
import type { ActRef } from '../acts.ts'
import type { Author, Category, Tag } from '../article.ts'

export type CategoryPatch = Partial<Pick<Category, 'name' | 'slug' | 'description' | 'cover'>>
export type AuthorPatch = Partial<Pick<Author, 'name' | 'slug' | 'role' | 'bio' | 'picture'>>

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
  /** With the articles and subcategories that are still where the trash left them. */
  'category.restore': { args: { id: number }; result: ActRef }
  /** For good; only a category in the trash. */
  'category.delete': { args: { id: number }; result: null }
  'tag.list': { args: Record<never, never>; result: readonly Tag[] }
  'tag.rename': { args: { id: number; name: string }; result: Tag & ActRef }
  'tag.delete': { args: { id: number }; result: ActRef }
  'author.list': { args: Record<never, never>; result: readonly Author[] }
  'author.create': { args: { name: string }; result: Author }
  'author.update': { args: { id: number; patch: AuthorPatch }; result: Author }
  'author.delete': { args: { id: number }; result: ActRef }
}
