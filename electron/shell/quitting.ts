/**
 * Whether the whole application is on its way out. Each window saves before it closes, which stops Electron's own
 * quitting; it is carried on when the last window is gone, on macOS too, where the application else stays.
 */
import { app, powerMonitor } from 'electron'

let isUnderWay = false

/** Follows the system's and the writer's wish to end. */
export function followQuitting(): void {
  app.on('before-quit', () => {
    isUnderWay = true
  })
  app.on('window-all-closed', () => {
    if (isUnderWay || process.platform !== 'darwin') app.quit()
  })
  // The system waits a while for whoever still has something to save.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    app.quit()
  })
}

/** A window stays: the writer changed their mind. */
export function callOffQuitting(): void {
  isUnderWay = false
}
