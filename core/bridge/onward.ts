/** What follows an export: the writer's own way of putting a site where readers get it. Part of the contract in `core/bridge.ts`. */

/**
 * What is run in the site's folder. It is kept in the application's settings for one library at one place, never in a
 * library. `command`: a program with its arguments, as they are. `shell`: a line that the system's shell reads.
 * `git`: a commit of the folder, and a push.
 */
export type Onward =
  | { readonly way: 'command'; readonly argv: readonly string[] }
  | { readonly way: 'shell'; readonly line: string }
  | { readonly way: 'git' }

/** How it ended. */
export interface OnwardReport {
  /** What the program gave back; null when it was ended by a signal. */
  readonly exit: number | null
  readonly isCancelled: boolean
  readonly milliseconds: number
}

/** Why nothing was run. */
export type OnwardProblem = 'none' | 'notFound' | 'noGit' | 'noRepository' | 'foreignRepository' | 'noRemote'

export interface OnwardRequests {
  /** What is set up for the open library; null: nothing. */
  'onward.get': { args: Record<never, never>; result: Onward | null }
  /** Sets it up once the writer, asked by the system's own dialog, agreed; gives what is set up then. Null: nothing any more. */
  'onward.set': { args: { onward: Onward | null }; result: Onward | null }
  /**
   * Runs what is set up in the folder that the open library was exported to last; what it prints comes as
   * `onward.output`. @throws Failure `onward.refused`, `busy`
   */
  'onward.start': { args: { folder: string }; result: OnwardReport }
  /** Ends it, with everything that it started. */
  'onward.cancel': { args: Record<never, never>; result: null }
}
