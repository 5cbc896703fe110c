import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Session } from '../../session/session.ts'

/** Where the open library was exported to before, when that folder still stands. */
export function lastExport(session: Session): string | null {
  const folder = session.settings.get().exports[session.library.folder]
  return folder !== undefined && existsSync(folder) ? resolve(folder) : null
}
