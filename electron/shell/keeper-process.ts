/** A keeper as a process of Electron's own: packages do not let their program run as plain Node. */
import { utilityProcess } from 'electron'
import type { KeeperProcess } from '../library/keeper.ts'
import { log } from './log.ts'

/** Starts the module at a path as a utility process. */
export function startKeeper(file: string): KeeperProcess {
  const child = utilityProcess.fork(file, [], { serviceName: 'Longhand keeper', stdio: 'pipe' })
  child.stderr?.on('data', (words) => log.warn('The keeper says:', String(words).trimEnd()))
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.on('exit', (code) => listener(String(code))),
    kill: () => {
      if (child.pid === undefined) child.once('spawn', () => end(child.pid))
      else end(child.pid)
    },
  }
}

/** At once: what is stuck in a damaged file hears no kind word. */
function end(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
