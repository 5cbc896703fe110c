/** Pictures. Part of the contract in `core/bridge.ts`. */
import type { Medium } from '../article.ts'

export interface MediaRequests {
  /** Keeps a picture that was dropped or pasted; refuses what is no picture. */
  'media.add': { args: { name: string; bytes: Uint8Array }; result: Medium }
  /** Asks for a picture and keeps it; null when they change their mind. */
  'media.choose': { args: Record<never, never>; result: Medium | null }
  'media.list': { args: Record<never, never>; result: readonly Medium[] }
}
