import type { Args, Changed, Result } from '../../../core/bridge.ts'
import { sweepInThread } from '../../library/sweep-client.ts'
import { sweep, sweptBy, type Sweeping } from '../../library/sweeping.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** More articles than this are changed in a thread of their own: they take some tens of milliseconds. */
const MANY = 2_000
/** Milliseconds after which the window is told how far an act is. */
const TOLD_AFTER = 700
/** At most so often, in milliseconds. */
const PACE = 100
const TOUCHED: readonly Changed[] = ['articles', 'categories', 'tags', 'authors', 'related', 'media', 'acts']

/** Acts that touch much at once, undoing them, and stopping one on very many articles. */
export function actHandlers(session: Session): Partial<Handlers> {
  const sweeping = oneAtATime('care')
  const elsewhere = async <R extends Sweeping>(request: R, args: Args<R>): Promise<Result<R>> => {
    const { library, writes } = session.openInPlace
    const onProgress = paced((done, total) => session.host.emit('act.progress', { done, total }))
    const result = await sweeping.run((signal) =>
      writes.during(() => sweepInThread(library.folder, request, args, { signal, onProgress })),
    )
    library.announce({ parts: TOUCHED, articleId: null })
    return result
  }
  const handler =
    <R extends Sweeping>(request: R) =>
    (args: Args<R>): Result<R> | Promise<Result<R>> =>
      sweptBy(session.library, request, args) > MANY
        ? elsewhere(request, args)
        : session.write((library) => sweep(library, request, args))
  return {
    'act.list': ({ limit }) => session.library.acts.list(limit),
    'article.change': handler('article.change'),
    'article.trash': handler('article.trash'),
    'article.restore': handler('article.restore'),
    'article.delete': handler('article.delete'),
    'act.undo': handler('act.undo'),
    'act.redo': handler('act.redo'),
    'tag.rename': handler('tag.rename'),
    'tag.merge': handler('tag.merge'),
    'tag.delete': handler('tag.delete'),
    'category.trash': handler('category.trash'),
    'category.merge': handler('category.merge'),
    'category.split': handler('category.split'),
    'category.restore': handler('category.restore'),
    'author.delete': handler('author.delete'),
    'act.cancel': () => sweeping.cancel(),
  }
}

/** Passes on what is told, once it has taken a while and not too often. */
function paced(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let next = performance.now() + TOLD_AFTER
  return (done, total) => {
    if (performance.now() < next) return
    next = performance.now() + PACE
    tell(done, total)
  }
}
