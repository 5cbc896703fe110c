import { z } from 'zod'
import type { OrderRequests } from '../../../core/bridge/order.ts'
import { id, ids, line, mediaPath, nothing, text } from './parts.ts'
import type { SchemasOf } from './schemas-of.ts'

export const orderSchemas: SchemasOf<OrderRequests> = {
  'category.list': nothing,
  'category.create': z.strictObject({ name: line, parentId: id.nullable() }),
  'category.update': z.strictObject({
    id,
    patch: z.strictObject({
      name: line.optional(),
      slug: line.optional(),
      description: text.optional(),
      cover: mediaPath.nullable().optional(),
    }),
  }),
  'category.move': z.strictObject({ id, parentId: id.nullable(), index: z.int().min(0) }),
  'category.trash': z.strictObject({ id, moveTo: id.nullable() }),
  'category.merge': z.strictObject({ id, into: id }),
  'category.split': z.strictObject({ name: line, parentId: id.nullable(), articleIds: ids }),
  'category.restore': z.strictObject({ ids }),
  'category.delete': z.strictObject({ id }),
  'tag.list': nothing,
  'tag.rename': z.strictObject({ id, name: line }),
  'tag.delete': z.strictObject({ id }),
  'tag.merge': z.strictObject({ ids, into: id }),
  'tag.alike': nothing,
  'tag.apart': z.strictObject({ ids, apart: z.boolean() }),
  'tag.forgetApart': nothing,
  'order.suggest': z.strictObject({ articleId: id }),
  'category.decline': z.strictObject({ articleId: id, declined: z.boolean() }),
  'author.list': nothing,
  'author.create': z.strictObject({ name: line }),
  'author.update': z.strictObject({
    id,
    patch: z.strictObject({
      name: line.optional(),
      slug: line.optional(),
      role: line.optional(),
      bio: text.optional(),
      picture: mediaPath.nullable().optional(),
    }),
  }),
  'author.delete': z.strictObject({ id }),
}
