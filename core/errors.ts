import type { OnwardProblem } from './bridge/onward.ts'

/** The failures that the application knows, each with what it must say. */
export interface FailureDetails {
  /** A request had arguments that the contract does not allow. */
  'request.invalid': { readonly request: string; readonly problem: string }
  /** A request came from somewhere other than the application's own window. */
  'request.foreign': { readonly request: string }
  /** No library is open. */
  'library.none': Record<never, never>
  /** The folder holds no `library.db`. */
  'library.missing': { readonly folder: string }
  /** There is a file, but it is no library of Longhand's. */
  'library.notOne': { readonly file: string }
  /** The library was made by a newer Longhand. */
  'library.newer': { readonly file: string; readonly version: number; readonly known: number }
  /** The file is a library, but SQLite finds it damaged. */
  'library.damaged': { readonly file: string; readonly problem: string }
  /** The file of the open library is not in its place any more. `movedTo` is where its folder lies now, if known. */
  'library.gone': { readonly folder: string; readonly movedTo: string | null }
  /** Another file lies in the place of the open library's. It was not written over. */
  'library.replaced': { readonly folder: string }
  /** A library was to be gone on with in a folder that holds another one. */
  'library.other': { readonly folder: string }
  /** The folder already holds a library or other files. */
  'library.occupied': { readonly folder: string }
  /** The file system refused. `reason` is the system's own word (`ENOSPC`, `EACCES`, …). */
  'file.refused': { readonly path: string; readonly reason: string }
  /** What was asked for is no longer there. */
  notFound: {
    readonly what:
      'article' | 'category' | 'tag' | 'author' | 'media' | 'revision' | 'act' | 'search' | 'theme'
    readonly which: string
  }
  /** A slug, name or place is not allowed; `problem` says which rule. */
  'value.refused': { readonly field: string; readonly value: string; readonly problem: ValueProblem }
  /** The article was changed elsewhere since it was read. Nothing was written. */
  'article.conflict': { readonly id: number; readonly version: number }
  /** The text of an imported file can't be understood. */
  'intake.unreadable': { readonly path: string; readonly problem: string }
  /** The folder to export to holds files that Longhand did not make. */
  'export.occupied': { readonly folder: string }
  /** The library or the folder changed since the plan was made. Nothing was written. */
  'export.changed': { readonly folder: string }
  /** What follows an export was not run. `what`: the program, the folder or the repository that it is about. */
  'onward.refused': { readonly problem: OnwardProblem; readonly what: string }
  /** An export, an import or work on the whole library is already under way. */
  busy: { readonly task: 'export' | 'intake' | 'care' }
  /** The writer stopped it. Nothing half-done remains. */
  cancelled: { readonly task: 'export' | 'intake' | 'care' }
  /** A theme's template or options are wrong. */
  'theme.broken': {
    readonly theme: string
    readonly file: string
    readonly line: number | null
    readonly problem: string
  }
  /** Not foreseen. `problem` is for the log and for whoever helps. */
  unexpected: { readonly problem: string }
}

/** Which rule a value breaks. `notPicture`: no picture that pages can show; `svg`: a drawing too large to be made safe. */
export type ValueProblem =
  'empty' | 'taken' | 'tooLong' | 'reserved' | 'cycle' | 'malformed' | 'notPicture' | 'svg' | 'translated'

export type FailureCode = keyof FailureDetails

/** A failure as it crosses the bridge: data, to be put in words by whoever shows it. */
export type FailureData = {
  [C in FailureCode]: { readonly code: C; readonly detail: FailureDetails[C] }
}[FailureCode]

/** An error that the application foresees; everything else is a fault of the program. */
export class Failure<C extends FailureCode = FailureCode> extends Error {
  readonly code: C
  readonly detail: FailureDetails[C]

  constructor(code: C, detail: FailureDetails[C], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(detail)}`, options)
    this.name = 'Failure'
    this.code = code
    this.detail = detail
  }
}

/** The data of any thrown value; what was not foreseen becomes `unexpected`. */
export function failureData(thrown: unknown): FailureData {
  if (thrown instanceof Failure) return { code: thrown.code, detail: thrown.detail }
  const problem = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  return { code: 'unexpected', detail: { problem } }
}
