import type { Result } from '../../core/bridge.ts'
import type { Connection } from './connection.ts'

export interface TrashStore {
  /** What lies in the trash beside articles; last trashed first. */
  list(): Result<'trash.list'>
  /** Deletes everything in the trash for good. */
  empty(): Result<'trash.empty'>
}

export function trashStore(_connection: Connection, _folder: string): TrashStore {
  return {
    list: () => ({ categories: [], media: [] }),
    empty: () => ({ articles: 0, categories: 0, media: 0 }),
  }
}
