/** What takes its time: export and intake. Part of the contract in `core/bridge.ts`. */

export interface TaskProgress {
  readonly task: 'export' | 'intake'
  readonly phase: 'reading' | 'relating' | 'rendering' | 'pictures' | 'writing'
  readonly done: number
  /** 0 while not known. */
  readonly total: number
}

/** Something in an export that a writer may want to mend. */
export interface ExportWarning {
  readonly kind:
    | 'brokenLink'
    | 'missingImage'
    /** On another site: a page fetches nothing from there. */
    | 'farImage'
    | 'missingCover'
    | 'oddPicture'
    | 'hugePicture'
    | 'themeOption'
    | 'noBaseUrl'
  /** The article it is about; empty for the whole site. */
  readonly slug: string
  readonly title: string
  /** The link or picture as written; an option of the theme and what was chosen. */
  readonly target: string
  /** Line in the body, from 1; 0 when not in the body. */
  readonly line: number
}

/** What a file of the site is. */
export type PlanKind =
  | 'article'
  /** Front page, category, tag, author or archive. */
  | 'list'
  | 'search'
  | 'feed'
  | 'picture'
  /** Style sheet or typeface. */
  | 'theme'
  /** Sends the readers of a former address on. */
  | 'redirect'
  | 'other'

/**
 * Why a file is new, other than it was, or goes. Of the page itself: `text` to `picture`. Of what it says of others:
 * `related`, `neighbours`, `articles` (which are on a list), `cards` (what it says of them). Of the whole site:
 * `navigation`, `settings`, `theme`, `program`. `mended`: it was changed or removed in the folder. `withdrawn`,
 * `trashed`, `scheduled`, `deleted`: what became of the article. `unused`: nothing leads there any more. `redirected`:
 * it lies elsewhere now. `earlier`: an earlier version of Longhand made it. `first`: it was not there.
 */
export type PlanReason =
  | 'text'
  | 'title'
  | 'summary'
  | 'date'
  | 'category'
  | 'tags'
  | 'author'
  | 'cover'
  | 'picture'
  | 'related'
  | 'neighbours'
  | 'articles'
  | 'cards'
  | 'navigation'
  | 'settings'
  | 'theme'
  | 'program'
  | 'earlier'
  | 'mended'
  | 'first'
  | 'redirected'
  | 'withdrawn'
  | 'trashed'
  | 'scheduled'
  | 'deleted'
  | 'unused'

/** One file that an export would write or remove. */
export interface PlanItem {
  readonly path: string
  readonly kind: PlanKind
  /** Of the article, category, tag, author …; empty where the path says it all. */
  readonly title: string
  /** At least one, the one that says most first. */
  readonly reasons: readonly PlanReason[]
  /** As it would be; of one that goes: as it is. */
  readonly bytes: number
}

/** Articles that are published with a date that has not come. */
export interface Waiting {
  readonly count: number
  /** When the first and the last of them come in, ISO 8601; empty when none waits. */
  readonly first: string
  readonly last: string
}

/** What an export would do; nothing is written for it. */
export interface ExportPlan {
  readonly folder: string
  /** Stands for all of it: an export that is given it does this, or nothing. */
  readonly id: string
  /** Whether Longhand made what is in the folder. True for an empty folder and one that is not there. */
  readonly isOurs: boolean
  /** Files in the folder that Longhand did not make and leaves alone. */
  readonly kept: number
  /** Of those that it did not make, the ones whose places it needs: they would be written over. */
  readonly replaced: readonly string[]
  readonly added: readonly PlanItem[]
  readonly changed: readonly PlanItem[]
  readonly removed: readonly PlanItem[]
  readonly unchanged: number
  /** Articles and HTML pages on the site. */
  readonly articles: number
  readonly pages: number
  /** Of the whole site, and of what would be written. */
  readonly bytes: number
  readonly writtenBytes: number
  readonly waiting: Waiting
  readonly warnings: readonly ExportWarning[]
  readonly milliseconds: number
}

/** A part of a plan with one reason: how many files, how many bytes, and the first of them. */
export interface PlanGroup {
  readonly reason: PlanReason
  readonly kind: PlanKind
  readonly count: number
  readonly bytes: number
  readonly items: readonly PlanItem[]
}

/** A plan as the window shows it: grouped by what the files are and why, each group with its first files only. */
export interface ShownPlan extends Omit<ExportPlan, 'added' | 'changed' | 'removed' | 'replaced'> {
  readonly added: readonly PlanGroup[]
  readonly changed: readonly PlanGroup[]
  readonly removed: readonly PlanGroup[]
  readonly replaced: { readonly count: number; readonly paths: readonly string[] }
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
  /** Pictures that leaner copies were made of now, and the time that took; what was made before is not counted. */
  readonly pictures: { readonly made: number; readonly milliseconds: number }
  readonly warnings: readonly ExportWarning[]
  readonly milliseconds: number
}

/** An exported site in one file. */
export interface ZipReport {
  readonly file: string
  /** Files in it. */
  readonly files: number
  readonly bytes: number
}

/** An article that was written to a file of its own. */
export interface SharedFile {
  readonly file: string
  /** Pictures that it should have had and that are not there, as they were written. */
  readonly missing: readonly string[]
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

export interface TaskRequests {
  /** Asks for a folder to export to; null when they change their mind. */
  'export.choose': { args: Record<never, never>; result: string | null }
  /** The folder that this library was exported to before, if it is still there. */
  'export.last': { args: Record<never, never>; result: string | null }
  /** What an export would do. `folder` is one that `export.choose` or `export.last` gave. */
  'export.plan': { args: { folder: string }; result: ShownPlan }
  /**
   * Carries out the plan of that id, or throws `export.changed` and writes nothing; without one, does what there is to
   * do. `overwrite`: the writer agreed to what the plan says of files that Longhand did not make.
   */
  'export.start': { args: { folder: string; plan?: string; overwrite?: boolean }; result: ExportReport }
  'export.cancel': { args: Record<never, never>; result: null }
  /** Asks for a file and puts the site that was exported to `folder`, the last one, in it as a zip; null: not after all. */
  'export.zip': { args: { folder: string }; result: ZipReport | null }
  'export.show': { args: { folder: string; how: 'browser' | 'folder' }; result: null }
  /**
   * Asks for a file and writes one article there: `html` as one page that needs nothing beside it, `md` as a zip of
   * Markdown and pictures. Null when they change their mind.
   */
  'article.share': { args: { id: number; format: 'html' | 'md' }; result: SharedFile | null }
  /** An article for the clipboard: clean HTML with pictures inside, and plain text. */
  'article.richText': { args: { id: number }; result: { readonly html: string; readonly text: string } }
  /** Asks for files or a folder; empty when they change their mind. */
  'intake.choose': { args: { what: 'files' | 'folder' }; result: readonly string[] }
  'intake.start': { args: { paths: readonly string[] }; result: IntakeReport }
  'intake.cancel': { args: Record<never, never>; result: null }
}
