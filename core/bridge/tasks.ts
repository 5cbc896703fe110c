/** What takes its time: export and intake. Part of the contract in `core/bridge.ts`. */

export interface TaskProgress {
  readonly task: 'export' | 'intake'
  readonly phase: 'reading' | 'relating' | 'rendering' | 'writing'
  readonly done: number
  /** 0 while not known. */
  readonly total: number
}

/** Something in an export that a writer may want to mend. */
export interface ExportWarning {
  readonly kind: 'brokenLink' | 'missingImage' | 'missingCover' | 'themeOption' | 'noBaseUrl'
  /** The article it is about; empty for the whole site. */
  readonly slug: string
  readonly title: string
  /** The link or picture as written; an option of the theme and what was chosen. */
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
  /** `folder` is one that `export.choose` or `export.last` gave. */
  'export.start': { args: { folder: string }; result: ExportReport }
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
