/** Pictures. Part of the contract in `core/bridge.ts`. */
import type { Medium, Timestamp } from '../article.ts'
import type { ActRef } from '../acts.ts'

/** A picture with what a list of pictures tells of it. */
export interface MediumInList extends Medium {
  /** Articles (as their cover or in the text), categories and authors that show it; the trash left out. */
  readonly uses: number
  /** Null for one that an older Longhand kept. */
  readonly addedAt: Timestamp | null
}

export interface MediaRequests {
  /** Keeps a picture that was dropped or pasted; refuses what is no picture. One in the trash is put back. */
  'media.add': { args: { name: string; bytes: Uint8Array }; result: Medium }
  /** Asks for a picture and keeps it; null when they change their mind. */
  'media.choose': { args: Record<never, never>; result: Medium | null }
  /** Newest first, without those in the trash. */
  'media.list': { args: Record<never, never>; result: readonly MediumInList[] }
  /** The articles outside the trash that show a picture, by title. */
  'media.uses': { args: { path: string }; result: readonly { readonly id: number; readonly title: string }[] }
  'media.trash': { args: { paths: readonly string[] }; result: ActRef }
  'media.restore': { args: { paths: readonly string[] }; result: ActRef }
  /** For good; only pictures in the trash. */
  'media.delete': { args: { paths: readonly string[] }; result: null }
}
