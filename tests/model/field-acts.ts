/** Title, summary, category, tags and status. */
import { articles, patchArticle } from '../../renderer/article.ts'
import { statusPatch } from '../../renderer/actions.ts'
import { STATUSES } from '../../core/article.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'
import type { Content } from './model.ts'

const TAGS = ['lopen', 'Zien', 'été', 'x y', '🏃']
const TITLES = ['Over enkels', 'De “lange” nacht', '', 'a/b\\c: d', 'IJs & wind', '𝔘nie']

export const fieldActs: Readonly<Record<string, Act>> = {
  title: {
    weight: 5,
    run(world, dice) {
      world.count += 1
      change(world, { title: `${dice.one(TITLES)} ${world.count}` }, 'soon')
    },
  },
  summary: {
    weight: 3,
    run(world, dice) {
      world.count += 1
      change(world, { summary: dice.below(3) === 0 ? '' : `Kort ${world.count}` }, 'soon')
    },
  },
  category: {
    weight: 3,
    run: (world, dice) =>
      change(world, { categoryId: dice.one([null, ...world.model.categories]) ?? null }, 'now'),
  },
  tags: {
    weight: 3,
    run: (world, dice) => change(world, { tags: TAGS.filter(() => dice.below(3) === 0) }, 'now'),
  },
  status: {
    weight: 2,
    run(world, dice) {
      const { written } = world
      const status = dice.one(STATUSES) ?? 'draft'
      if (!written) return
      written.change({ status })
      const { article } = articles.snapshot(written.id)
      patchArticle(written.id, statusPatch(status, article?.publishedAt ?? null), 'now')
    },
  },
}

function change(world: World, patch: Partial<Content>, when: 'soon' | 'now'): void {
  const { written } = world
  if (!written) return
  written.change(patch)
  const { status: _status, ...fields } = patch
  patchArticle(written.id, fields, when)
}
