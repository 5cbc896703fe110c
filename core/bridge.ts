/**
 * The whole contract between the window and the main process. Preload, handlers and the window's client derive
 * from these two maps; nothing else crosses. Arguments are checked in main (`electron/ipc/schemas.ts`).
 */
import type {
  Article,
  ArticlePatch,
  ArticleRow,
  Author,
  Category,
  Medium,
  Site,
  Status,
  Tag,
} from './article.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { FailureData } from './errors.ts'
import type { Reason } from './related/index.ts'
import type { RevisionHead } from './revisions.ts'

export type UiLanguage = 'nl' | 'en'
export type Appearance = 'light' | 'dark'
export type View = 'write' | 'split' | 'preview'

/** The application's own settings: they belong to this computer, never to a library. */
export interface Settings {
  readonly language: UiLanguage | 'system'
  readonly appearance: Appearance | 'system'
  readonly writingFace: 'quattro' | 'serif'
  readonly spellCheck: boolean
}

/** Where the writer was: restored at the next start. Kept per library. */
export interface Place {
  readonly view: View
  readonly filter: ArticleFilter
  readonly sort: ArticleSort
  readonly articleId: number | null
  readonly sidebarWidth: number
  readonly listWidth: number
  readonly inspectorWidth: number
  readonly sidebarOpen: boolean
  readonly listOpen: boolean
  readonly inspectorOpen: boolean
}

export interface LibraryInfo {
  readonly folder: string
  readonly site: Site
}

export interface RecentLibrary {
  readonly folder: string
  readonly name: string
}

export interface AppState {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** What `system` means right now. */
  readonly systemLanguage: UiLanguage
  readonly settings: Settings
  readonly library: LibraryInfo | null
  readonly recent: readonly RecentLibrary[]
  /** Folder in which new libraries are made unless the writer chooses another. */
  readonly defaultParent: string
  readonly place: Place | null
  /**
   * The library that was to be opened last, when it could not be and none is open. Its files are untouched.
   * `diagnosis` is null when its state was clear without one, or the examination took too long.
   */
  readonly refused: {
    readonly folder: string
    readonly failure: FailureData
    readonly diagnosis: Diagnosis | null
  } | null
}

/** Which articles a list shows. Parts are combined with *and*. */
export interface ArticleFilter {
  readonly status?: Status | 'scheduled' | 'trash'
  /** With everything below it. `null` asks for articles without a category. */
  readonly categoryId?: number | null
  readonly tagId?: number
  readonly authorId?: number
  /** Words to search for in title, summary, body and tags; best first unless another sort is asked for. */
  readonly query?: string
}

export interface ArticleSort {
  readonly by: 'updated' | 'published' | 'title' | 'words'
  readonly direction: 'ascending' | 'descending'
}

export interface ArticlePage {
  readonly total: number
  readonly rows: readonly ArticleRow[]
}

export interface ArticleCounts {
  readonly all: number
  readonly draft: number
  readonly ready: number
  /** Published with a date that has come (or none). */
  readonly published: number
  readonly scheduled: number
  readonly trash: number
  readonly uncategorised: number
}

export interface SaveResult {
  readonly version: number
  readonly updatedAt: string
  readonly slug: string
  readonly words: number
}

/** One suggestion in the inspector and one card on the page: both read this same list. */
export interface RelatedItem {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly status: Status
  readonly publishedAt: string | null
  /** 0 to 1, comparable within one list. */
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly pinned: boolean
  /** Whether the page will show it now: among the first, published, and its date has come. */
  readonly onPage: boolean
}

export interface RelatedList {
  readonly items: readonly RelatedItem[]
  readonly hidden: readonly { readonly id: number; readonly title: string }[]
}

export interface TaskProgress {
  readonly task: 'export' | 'intake'
  readonly phase: 'reading' | 'relating' | 'rendering' | 'writing'
  readonly done: number
  /** 0 while not known. */
  readonly total: number
}

/** Something in an export that a writer may want to mend. */
export interface ExportWarning {
  readonly kind: 'brokenLink' | 'missingImage' | 'missingCover' | 'noBaseUrl'
  /** The article it is about; empty for the whole site. */
  readonly slug: string
  readonly title: string
  /** The link or picture as written. */
  readonly target: string
  /** Line in the body, from 1; 0 when not in the body. */
  readonly line: number
}

export interface ExportReport {
  readonly folder: string
  /** Articles on the site. */
  readonly articles: number
  /** HTML pages on the site. */
  readonly pages: number
  /** Files newly written or rewritten, left as they were, and removed. */
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  readonly bytes: number
  readonly warnings: readonly ExportWarning[]
  readonly milliseconds: number
}

export interface IntakeEntry {
  readonly path: string
  readonly slug: string
  readonly title: string
  /** Why it was skipped, or what of it could not be used. Empty when all went well. */
  readonly notes: readonly string[]
}

export interface IntakeReport {
  readonly created: readonly IntakeEntry[]
  readonly updated: readonly IntakeEntry[]
  readonly unchanged: readonly IntakeEntry[]
  readonly skipped: readonly IntakeEntry[]
  readonly media: number
  readonly milliseconds: number
}

/** A backup that can be restored. */
export interface BackupHead {
  readonly file: string
  /** When it was made, in milliseconds. */
  readonly utc: number
  readonly articles: number
  readonly bytes: number
}

/** What came of restoring a backup; the library is open again. */
export interface RestoreReport {
  readonly state: AppState
  /** Where the library from before lies now, untouched; null when there was none. */
  readonly aside: string | null
  readonly articles: number
  /** Media that neither the backup nor the library had. */
  readonly missing: readonly string[]
}

/** What came of rescuing a damaged library; what was rescued is open. */
export interface RescueReport extends RestoreReport {
  /** Articles that are not as they were, and what their text is made of now. */
  readonly mended: readonly {
    readonly id: number
    readonly title: string
    readonly body: 'whole' | 'cut' | 'revision' | 'words' | 'lost'
    /** Its title, dates and place are lost. */
    readonly isNew: boolean
  }[]
  /** Places in which a row stood that could not be made out. */
  readonly lostRows: number
}

/** A revision, whole. */
export interface Revision extends RevisionHead {
  readonly state: Required<ArticlePatch>
}

export type CategoryPatch = Partial<Pick<Category, 'name' | 'slug' | 'description' | 'cover'>>
export type AuthorPatch = Partial<Pick<Author, 'name' | 'slug' | 'role' | 'bio' | 'picture'>>

/** Every request: the window asks, main answers. */
export interface Requests {
  'app.state': { args: Record<never, never>; result: AppState }
  'app.setSettings': { args: { settings: Partial<Settings> }; result: AppState }
  'app.setPlace': { args: { place: Place }; result: null }
  /** Answer to the event `app.flush`: everything typed is saved (or could not be, and why). */
  'app.flushed': { args: { token: number; failure: FailureData | null }; result: null }
  'app.openLink': { args: { url: string }; result: null }

  /** Asks the writer for a folder; null when they change their mind. */
  'library.chooseParent': { args: Record<never, never>; result: string | null }
  /** `parent` is the default parent or one that `library.chooseParent` gave. */
  'library.create': { args: { name: string; language: string; parent: string }; result: AppState }
  'library.openSample': { args: { language: UiLanguage }; result: AppState }
  /** Asks for a folder with a library and opens it; null when they change their mind. */
  'library.chooseAndOpen': { args: Record<never, never>; result: AppState | null }
  'library.openRecent': { args: { folder: string }; result: AppState }
  'library.forgetRecent': { args: { folder: string }; result: AppState }
  'library.close': { args: Record<never, never>; result: AppState }

  /** The backups, newest first, of the open library, or of the one that was refused when none is open. */
  'library.backups': { args: Record<never, never>; result: readonly BackupHead[] }
  /** Puts one of `library.backups` in that library's place, which is moved aside. Whoever asks has saved first. */
  'library.restoreBackup': { args: { file: string }; result: RestoreReport }
  /** Puts what can be read of the refused library in its place; the damaged one is moved aside. */
  'library.rescue': { args: Record<never, never>; result: RescueReport }

  'site.update': { args: { patch: Partial<Site> }; result: Site }

  'article.list': {
    args: { filter: ArticleFilter; sort: ArticleSort | null; offset: number; limit: number }
    result: ArticlePage
  }
  'article.counts': { args: Record<never, never>; result: ArticleCounts }
  'article.get': { args: { id: number }; result: Article }
  /** The article whose page is `<slug>.html`, or null: where a link in a text leads. */
  'article.find': { args: { slug: string }; result: number | null }
  'article.create': {
    args: { title?: string; categoryId?: number | null; language?: string }
    result: Article
  }
  'article.save': { args: { id: number; baseVersion: number; patch: ArticlePatch }; result: SaveResult }
  'article.duplicate': { args: { id: number }; result: Article }
  'article.trash': { args: { ids: readonly number[] }; result: null }
  'article.restore': { args: { ids: readonly number[] }; result: null }
  /** For good; only articles in the trash. */
  'article.delete': { args: { ids: readonly number[] }; result: null }

  /** Newest first. */
  'revision.list': { args: { articleId: number }; result: readonly RevisionHead[] }
  'revision.get': { args: { id: number }; result: Revision }
  /** Keeps the article as it is saved now, for good. `name` may be empty. */
  'revision.record': { args: { articleId: number; name: string }; result: RevisionHead }
  /** What was there is kept as a revision; `left` names the fields that could not be brought back. */
  'revision.restore': {
    args: { id: number }
    result: { article: Article; left: readonly ('categoryId' | 'authorIds' | 'cover')[] }
  }

  'category.list': { args: Record<never, never>; result: readonly Category[] }
  'category.create': { args: { name: string; parentId: number | null }; result: Category }
  'category.update': { args: { id: number; patch: CategoryPatch }; result: Category }
  /** `index` is the place among the new siblings. */
  'category.move': { args: { id: number; parentId: number | null; index: number }; result: null }
  /** Articles go to `moveTo` (null: to no category); subcategories move up one level. */
  'category.delete': { args: { id: number; moveTo: number | null }; result: null }

  'tag.list': { args: Record<never, never>; result: readonly Tag[] }
  'tag.rename': { args: { id: number; name: string }; result: Tag }
  'tag.delete': { args: { id: number }; result: null }

  'author.list': { args: Record<never, never>; result: readonly Author[] }
  'author.create': { args: { name: string }; result: Author }
  'author.update': { args: { id: number; patch: AuthorPatch }; result: Author }
  'author.delete': { args: { id: number }; result: null }

  'related.list': { args: { articleId: number; limit: number }; result: RelatedList }
  /** The pinned ones in their order; replaces what was pinned. */
  'related.pin': { args: { articleId: number; pinned: readonly number[] }; result: null }
  'related.hide': { args: { articleId: number; hidden: readonly number[] }; result: null }

  /** Keeps a picture that was dropped or pasted; refuses what is no picture. */
  'media.add': { args: { name: string; bytes: Uint8Array }; result: Medium }
  /** Asks for a picture and keeps it; null when they change their mind. */
  'media.choose': { args: Record<never, never>; result: Medium | null }
  'media.list': { args: Record<never, never>; result: readonly Medium[] }

  /** Asks for a folder to export to; null when they change their mind. */
  'export.choose': { args: Record<never, never>; result: string | null }
  /** The folder that this library was exported to before, if it is still there. */
  'export.last': { args: Record<never, never>; result: string | null }
  /** `folder` is one that `export.choose` or `export.last` gave. */
  'export.start': { args: { folder: string }; result: ExportReport }
  'export.cancel': { args: Record<never, never>; result: null }
  'export.show': { args: { folder: string; how: 'browser' | 'folder' }; result: null }

  /** Asks for files or a folder; empty when they change their mind. */
  'intake.choose': { args: { what: 'files' | 'folder' }; result: readonly string[] }
  'intake.start': { args: { paths: readonly string[] }; result: IntakeReport }
  'intake.cancel': { args: Record<never, never>; result: null }
}

export type RequestName = keyof Requests
export type Args<R extends RequestName> = Requests[R]['args']
export type Result<R extends RequestName> = Requests[R]['result']

/** What part of a library a commit touched, so that the window asks again for just that. */
export type Changed = 'articles' | 'categories' | 'tags' | 'authors' | 'related' | 'media' | 'site'

/** What a menu item asks of the window. */
export type Command =
  | 'article.new'
  | 'article.trash'
  | 'article.duplicate'
  | 'category.new'
  | 'search.focus'
  | 'site.export'
  | 'site.settings'
  | 'intake.open'
  | 'library.new'
  | 'library.choose'
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

/** Every event: main tells, the window listens. */
export interface Events {
  /** After a commit. `articleId` when it concerns one article only. */
  'library.changed': { readonly parts: readonly Changed[]; readonly articleId: number | null }
  'app.stateChanged': AppState
  'app.command': { readonly command: Command }
  /** Save everything typed now and answer `app.flushed` with the token: the window is about to close. */
  'app.flush': { readonly token: number }
  'task.progress': TaskProgress
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
