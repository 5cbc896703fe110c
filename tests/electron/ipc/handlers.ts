/** Every handler over a session without a window, for tests of what requests do. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Handlers } from '../../../electron/ipc/bridge.ts'
import { allHandlers } from '../../../electron/ipc/handlers/index.ts'
import { Session } from '../../../electron/session/session.ts'
import { fakeHost, type FakeHost } from '../fake-host.ts'

export interface Application {
  readonly host: FakeHost
  readonly session: Session
  readonly ask: Handlers
}

/** An application whose session and folder end with the test. */
export function application(host = fakeHost()): Application {
  const session = new Session(host)
  onTestFinished(() => {
    session.quit()
    rmSync(dirname(host.userData), { recursive: true, force: true })
  })
  return { host, session, ask: allHandlers(session) }
}
