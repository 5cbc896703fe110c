import type { TaskProgress } from '../../core/bridge.ts'

/** What an export is asked. */
export interface ExportOptions {
  /** Export as of the end of this day (`YYYY-MM-DD`); without it, as of now. */
  readonly date?: string
  /** Make every file anew, whatever an earlier export left. What has the same bytes keeps its time stamp even so. */
  readonly full?: boolean
  /** Write into a folder that holds files Longhand did not make, and over those in its way. Others are kept. */
  readonly overwrite?: boolean
  /** The id of a plan: does what it says, or throws `export.changed`. */
  readonly plan?: string
  /** Asked again and again, also in the midst of long work. */
  readonly signal?: Pick<AbortSignal, 'aborted'>
  readonly onProgress?: (progress: TaskProgress) => void
  /** Called right before related lists are looked at: returns when whoever makes them ready elsewhere has done so. */
  readonly beforeRelating?: () => void
  /** Threads that help rendering; by default as many as pay. */
  readonly threads?: number
}
