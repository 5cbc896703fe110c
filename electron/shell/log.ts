import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node.js'

/** The application's log: for whoever helps, never for the writer's eyes. Holds no article text. */
export const log = electronLog

/** From here on the log goes to `<folder>/main.log`, kept below 2 MB. */
export function logToFile(folder: string): void {
  mkdirSync(folder, { recursive: true })
  log.transports.file.resolvePathFn = () => join(folder, 'main.log')
  log.transports.file.maxSize = 2 * 1024 * 1024
  log.transports.console.level = 'warn'
}
