/**
 * The whole contract between the window and the main process. Preload, handlers and the window's client derive
 * from these two maps; nothing else crosses. Arguments are checked in main (`electron/ipc/schemas/`). Each area has
 * its requests and their types in a file of its own.
 */
import type { ActRequests } from './bridge/acts.ts'
import type { AppRequests, AppState } from './bridge/app.ts'
import type { ArticleRequests } from './bridge/articles.ts'
import type { CareProgress, CareRequests } from './bridge/care.ts'
import type { LibraryRequests } from './bridge/library.ts'
import type { MediaRequests } from './bridge/media.ts'
import type { OnwardRequests } from './bridge/onward.ts'
import type { OrderRequests } from './bridge/order.ts'
import type { RelatedRequests } from './bridge/related.ts'
import type { SearchRequests } from './bridge/searches.ts'
import type { Sharing, SharingRequests } from './bridge/sharing.ts'
import type { Reopened, StorageRequests } from './bridge/storage.ts'
import type { TaskProgress, TaskRequests } from './bridge/tasks.ts'
import type { ThemeRequests } from './bridge/themes.ts'
import type { TranslationRequests } from './bridge/translations.ts'
import type { TrashRequests } from './bridge/trash.ts'
import type { FailureData } from './errors.ts'

export type * from './bridge/acts.ts'
export type * from './bridge/app.ts'
export type * from './bridge/articles.ts'
export type * from './bridge/care.ts'
export type * from './bridge/library.ts'
export type * from './bridge/media.ts'
export type * from './bridge/onward.ts'
export type * from './bridge/order.ts'
export type * from './bridge/related.ts'
export type * from './bridge/searches.ts'
export type * from './bridge/sharing.ts'
export type * from './bridge/storage.ts'
export type * from './bridge/tasks.ts'
export type * from './bridge/themes.ts'
export type * from './bridge/translations.ts'
export type * from './bridge/trash.ts'

/** Every request: the window asks, main answers. */
export interface Requests
  extends
    AppRequests,
    LibraryRequests,
    CareRequests,
    ArticleRequests,
    OrderRequests,
    RelatedRequests,
    SearchRequests,
    SharingRequests,
    MediaRequests,
    ActRequests,
    ThemeRequests,
    TranslationRequests,
    TrashRequests,
    StorageRequests,
    OnwardRequests,
    TaskRequests {}

export type RequestName = keyof Requests
export type Args<R extends RequestName> = Requests[R]['args']
export type Result<R extends RequestName> = Requests[R]['result']

/** What part of a library a commit touched, so that the window asks again for just that. */
export type Changed =
  'articles' | 'categories' | 'tags' | 'authors' | 'related' | 'media' | 'site' | 'acts' | 'searches'

/** What a menu item asks of the window. */
export type Command =
  | 'article.new'
  | 'article.trash'
  | 'article.duplicate'
  | 'article.keep'
  | 'article.history'
  | 'article.compare'
  | 'article.saveCopy'
  | 'article.share'
  | 'article.copyRich'
  | 'category.new'
  | 'search.focus'
  | 'site.show'
  | 'site.export'
  | 'site.onward'
  | 'site.settings'
  | 'site.theme'
  | 'intake.open'
  | 'library.new'
  | 'library.choose'
  | 'library.unpack'
  | 'library.backups'
  | 'library.archive'
  | 'window.new'
  | 'app.settings'
  | 'app.shortcuts'
  | 'view.write'
  | 'view.split'
  | 'view.preview'
  | 'view.focus'
  | 'pane.sidebar'
  | 'pane.list'
  | 'pane.inspector'
  | 'edit.find'
  | 'edit.undo'
  | 'edit.redo'
  | 'act.undo'
  | 'act.redo'
  | 'act.list'
  | 'media.show'
  | 'overview.show'
  | 'tag.alike'
  | 'tag.merge'
  | 'trash.show'

/** Every event: main tells, the window listens. */
export interface Events {
  /** After a commit. `articleId` when it concerns one article only. */
  'library.changed': { readonly parts: readonly Changed[]; readonly articleId: number | null }
  'app.stateChanged': AppState
  'app.command': { readonly command: Command }
  /** Save everything typed now and answer `app.flushed` with the token: the window is about to close. */
  'app.flush': { readonly token: number }
  /** What kept the open library from being written to seems to be over: what could not be saved should be tried now. */
  'library.writable': Record<never, never>
  /** The open library is read from another file now; articles may be at any version. */
  'library.reopened': Reopened
  'task.progress': TaskProgress
  /** What the program that follows an export printed, as plain text. */
  'onward.output': { readonly text: string }
  /** How far an act on very many articles is, once it has taken a while. */
  'act.progress': { readonly done: number; readonly total: number }
  /** How far looking over the library is, in articles. */
  'overview.progress': { readonly done: number; readonly total: number }
  /** Something else is to be said of who reaches the open library. */
  'sharing.changed': Sharing
  'care.progress': CareProgress
  /** The site's theme was edited: pages have it now, or an earlier state of it for the failure that is told. */
  'theme.changed': { readonly failure: FailureData | null }
  /** A link in the search page of the site was followed: that page is another origin's, so the window sees it not. */
  'site.followed': { readonly url: string }
  /** A key that the window may want was pressed while that page is shown, in it or elsewhere. */
  'site.key': {
    readonly key: string
    readonly alt: boolean
    readonly shift: boolean
    readonly control: boolean
    readonly meta: boolean
  }
}

export type EventName = keyof Events

/** What a request comes back as: main never throws across the bridge. */
export type Reply<R extends RequestName> =
  { readonly ok: true; readonly value: Result<R> } | { readonly ok: false; readonly failure: FailureData }

/** What the preload puts on `window.longhand`, and all that the window can reach. */
export interface Bridge {
  request<R extends RequestName>(name: R, args: Args<R>): Promise<Reply<R>>
  on<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void
}
