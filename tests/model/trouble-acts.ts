/** What stands in the way of saving, and the ends of the application. */
import type { Act } from './acts.ts'
import { pass, passUntil } from './clock.ts'
import { openRecent } from '../../renderer/libraries.ts'
import { openArticle } from '../../renderer/actions.ts'
import { place } from '../../renderer/place.ts'

const REASONS = ['ENOSPC', 'EBUSY', 'EIO', 'EROFS']

export const troubleActs: Readonly<Record<string, Act>> = {
  storageFails: {
    weight: 3,
    run(world, dice) {
      const { trouble, folder } = world.main
      world.isTroubled = true
      trouble.refusal = {
        code: 'file.refused',
        detail: { path: folder, reason: dice.one(REASONS) ?? 'EIO' },
      }
    },
  },
  storageMends: {
    weight: 3,
    run: ({ main }) => {
      main.trouble.refusal = null
    },
  },
  answersGetLost: {
    weight: 3,
    run(world, dice) {
      world.isTroubled = true
      world.main.trouble.lostAnswers = 1 + dice.below(3)
    },
  },
  settle: { weight: 5, run: (world) => world.settle() },
  reopen: {
    weight: 2,
    async run(world) {
      await world.settle()
      const { articleId } = place.get()
      if (!(await passUntil(openRecent(world.main.folder))))
        throw new Error('the library could not be opened')
      world.main.session.library.setPatience(0)
      world.examine()
      place.start(null)
      if (articleId !== null) openArticle(articleId)
      await pass(60)
    },
  },
  crash: { weight: 4, run: (world) => world.crash() },
}
