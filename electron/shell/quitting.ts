/**
 * Whether the whole application is on its way out. Each window saves before it closes, which stops Electron's own
 * quitting; it is carried on when the last window is gone, on macOS too, where the application else stays.
 */
import { app, powerMonitor } from 'electron'
import { endThreads } from '../library/live-threads.ts'
import { log } from './log.ts'

/** Milliseconds that threads may take to end before the application ends without them. */
const ENDING = 10_000

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

/**
 * Has the application end for sure once all is closed: `close` is called first, then threads end. Electron itself would
 * wait for a thread that does not end for ever, out of everyone's reach.
 */
export function endForSure(close: () => void): void {
  let isClosed = false
  let isOver = false
  app.on('will-quit', (event) => {
    if (isOver) return
    event.preventDefault()
    if (isClosed) return
    isClosed = true
    close()
    void endThreads(ENDING).then((haveEnded) => {
      isOver = true
      if (haveEnded) return app.quit()
      log.error('A thread did not end; the application ended without it.')
      process.kill(process.pid, 'SIGKILL')
    })
  })
}

/** A window stays: the writer changed their mind. */
export function callOffQuitting(): void {
  isUnderWay = false
}
