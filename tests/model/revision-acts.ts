/** Keeping a state, and going back to it. */
import { articles } from '../../renderer/article.ts'
import { call } from '../../renderer/bridge.ts'
import type { Act } from './acts.ts'
import { pass, passUntil } from './clock.ts'

export const revisionActs: Readonly<Record<string, Act>> = {
  keepRevision: {
    weight: 3,
    async run(world, dice) {
      const id = dice.one(world.ids())
      if (id === undefined || (await passUntil(articles.flush(id))) !== null) return
      const { id: revision } = await passUntil(
        call('revision.record', { articleId: id, name: `stand ${world.count}` }),
      )
      world.model.revisions.set(revision, { articleId: id, content: world.article(id).now })
    },
  },
  restoreRevision: {
    weight: 3,
    async run(world, dice) {
      const { model, main } = world
      // Where nothing can be saved nothing is restored either.
      if (main.trouble.refusal !== null) return
      const kept = [...model.revisions].filter(([, { articleId }]) => world.ids().includes(articleId))
      const [revision, { articleId, content }] = dice.one(kept) ?? [0, { articleId: 0, content: null }]
      if (content === null || (await passUntil(articles.flush(articleId))) !== null) return
      const { left } = await passUntil(call('revision.restore', { id: revision }))
      await pass(60)
      const article = world.article(articleId)
      const { status, categoryId } = article.now
      const isCategoryThere = content.categoryId === null || model.categories.includes(content.categoryId)
      if (left.includes('categoryId') === isCategoryThere) throw new Error(`left as it was: ${left.join()}`)
      article.replace({ ...content, status, categoryId: isCategoryThere ? content.categoryId : categoryId })
    },
  },
}
