/** One process for the keepers of many sessions, one after another: starting one takes longer than its work. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { KeeperProcess } from '../../electron/library/keeper.ts'
import type { FromKeeper } from '../../electron/library/keeper-worker.ts'

const WORKER = join(import.meta.dirname, '../../electron/library/keeper-worker.ts')

export interface SharedKeeper {
  /** Starts a keeper, as a host does. */
  readonly start: () => KeeperProcess
  /** How often the process had to be started: more than once when it was brought down. */
  starts(): number
  close(): void
}

export function sharedKeeper(): SharedKeeper {
  let child: ChildProcess | null = null
  let starts = 0
  let next = 0
  const begin = (): ChildProcess => {
    starts++
    const begun = fork(WORKER, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    begun.on('exit', () => {
      if (child === begun) child = null
    })
    return begun
  }
  return {
    start: () => {
      const process = (child ??= begin())
      // Tokens of several keepers must not be taken for each other's.
      const own = new Map<number, number>()
      const ended: (() => void)[] = []
      return {
        send: (message) => {
          const known = [...own].find(([, token]) => token === message.token)?.[0]
          const token = known ?? ++next
          own.set(token, message.token)
          process.send({ ...message, token })
        },
        onMessage: (listener) => {
          const hear = (message: unknown) => {
            const { token, ...rest } = message as FromKeeper
            const given = own.get(token)
            if (given !== undefined) listener({ ...rest, token: given })
          }
          process.on('message', hear)
          ended.push(() => process.off('message', hear))
        },
        onEnd: (listener) => {
          const hear = (code: number | null, signal: string | null) => listener(signal ?? String(code))
          process.on('exit', hear)
          ended.push(() => process.off('exit', hear))
        },
        kill: () => {
          for (const end of ended) end()
        },
      }
    },
    starts: () => starts,
    close: () => void child?.kill('SIGKILL'),
  }
}
