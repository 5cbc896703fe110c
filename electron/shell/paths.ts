import { app } from 'electron'
import { join } from 'node:path'

/** The application's `resources/`: beside the code in development, unpacked beside the archive in a package. */
export function resourcesFolder(): string {
  return join(app.getAppPath().replace(/app\.asar$/, 'app.asar.unpacked'), 'resources')
}
