import type { Changed, Result } from '../../../core/bridge.ts'
import { withKeeper } from '../../session/care.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** More articles than this are deleted in a process of their own: each takes the better part of a millisecond. */
const MANY = 200
const TOUCHED: readonly Changed[] = ['articles', 'categories', 'tags', 'authors', 'related', 'media']

/** What lies in the trash beside articles, and emptying it. */
export function trashHandlers(session: Session): Partial<Handlers> {
  return {
    'trash.list': () => session.library.trash.list(),
    'trash.empty': () =>
      session.library.articles.counts().trash > MANY
        ? emptyElsewhere(session)
        : session.write(({ trash }) => trash.empty()),
  }
}

async function emptyElsewhere({ open, host }: Session): Promise<Result<'trash.empty'>> {
  const { library, writes } = open
  const gone = await writes.during(() =>
    withKeeper(host.startKeeper, (keeper) => keeper.run('emptyTrash', library.folder)),
  )
  library.announce({ parts: TOUCHED, articleId: null })
  return gone
}
