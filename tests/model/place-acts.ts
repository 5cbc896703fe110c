/** Going from one article to another, making and copying them, the trash, and the tree of categories. */
import { duplicateArticle, newArticle, openArticle } from '../../renderer/actions.ts'
import { articles, flushAll } from '../../renderer/article.ts'
import { call } from '../../renderer/bridge.ts'
import { place } from '../../renderer/place.ts'
import type { Act } from './acts.ts'
import { pass, passUntil } from './clock.ts'
import { readDisk } from './disk.ts'
import type { World } from './world.ts'

/** The window's own requests and answers have arrived by then. */
const ROUND_TRIPS = 60

export const placeActs: Readonly<Record<string, Act>> = {
  open: {
    weight: 8,
    async run(world, dice) {
      const id = dice.one([...world.ids(), ...world.ids(true)])
      if (id !== undefined) openArticle(id)
      await pass(dice.below(2) * ROUND_TRIPS)
    },
  },
  create: {
    weight: 2,
    async run(world) {
      await passUntil(newArticle())
      await cameUp(world)
    },
  },
  duplicate: {
    weight: 2,
    async run(world, dice) {
      const id = dice.one(world.ids())
      // A copy is of what is saved: what could not be is not in it.
      if (id === undefined || (await passUntil(articles.flush(id))) !== null) return
      await passUntil(duplicateArticle(id))
      const { title, summary, body, categoryId, tags } = world.article(id).now
      await cameUp(world, { title, summary, body, categoryId, tags })
    },
  },
  trash: {
    weight: 3,
    async run(world, dice) {
      const id = dice.one(world.ids())
      if (id === undefined || world.ids().length < 2) return
      await passUntil(flushAll())
      await passUntil(call('article.trash', { ids: [id] }))
      world.article(id).trashed = true
      if (place.get().articleId === id) place.set({ articleId: null })
      await pass(ROUND_TRIPS)
    },
  },
  restore: {
    weight: 3,
    async run(world, dice) {
      const id = dice.one(world.ids(true))
      if (id === undefined) return
      await passUntil(call('article.restore', { ids: [id] }))
      world.article(id).trashed = false
      await pass(ROUND_TRIPS)
    },
  },
  deleteForGood: {
    weight: 1,
    async run(world, dice) {
      const id = dice.one(world.ids(true))
      if (id === undefined || (await passUntil(articles.flush(id))) !== null) return
      if (place.get().articleId === id) place.set({ articleId: null })
      await passUntil(call('article.delete', { ids: [id] }))
      world.model.articles.delete(id)
    },
  },
  moveCategory: {
    weight: 2,
    async run({ model }, dice) {
      const id = dice.one(model.categories)
      if (id === undefined) return
      const parentId = dice.one([null, ...model.categories.filter((to) => !model.isBelow(to, id))]) ?? null
      const siblings = (model.tree.get(parentId) ?? []).filter((sibling) => sibling !== id)
      const index = dice.below(siblings.length + 1)
      await passUntil(call('category.move', { id, parentId, index }))
      model.moveCategory(id, parentId, index)
    },
  },
  trashCategory: {
    weight: 1,
    async run({ model }, dice) {
      const id = dice.one(model.categories)
      // A place that was chosen and could not be saved would collide with where this moves the article.
      if (id === undefined || (await passUntil(flushAll())) !== null) return
      const moveTo = dice.one([null, ...model.categories.filter((other) => other !== id)]) ?? null
      await passUntil(call('category.trash', { id, moveTo }))
      model.deleteCategory(id, moveTo)
      await pass(ROUND_TRIPS)
    },
  },
}

/** The article that came up is new, and holds this. */
async function cameUp(world: World, content: object = {}): Promise<void> {
  await pass(ROUND_TRIPS)
  const id = place.get().articleId
  if (id === null || world.model.articles.has(id)) throw new Error('no new article came up')
  const blank = { title: '', summary: '', body: '', status: 'draft', categoryId: null, tags: [] }
  world.add(id, { ...blank, ...content })
  if (!readDisk(world.main.folder).articles.has(id)) throw new Error(`article ${id} is not on disk`)
}
