import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Diagnosis } from '../../core/diagnosis.ts'
import { Failure } from '../../core/errors.ts'
import type { FromKeeper, KeeperArgs, KeeperResult, KeeperTask, ToKeeper } from './keeper-worker.ts'
import { workerFile } from './worker-file.ts'

/** A process that was started, whoever started it. */
export interface KeeperProcess {
  send(message: ToKeeper): void
  onMessage(listener: (message: FromKeeper) => void): void
  onEnd(listener: (how: string) => void): void
  kill(): void
}

export interface KeeperOptions {
  /** Starts the module at a path as a process; Node's own way unless given, as Electron's utility process. */
  readonly start?: (file: string) => KeeperProcess
  /** Milliseconds that one piece of work may take before its process is ended. */
  readonly patience?: number
}

interface Waiting {
  resolve(result: unknown): void
  reject(failure: Failure): void
  readonly timer: NodeJS.Timeout
}

const PATIENCE = 10 * 60_000

/**
 * Has work on whole libraries done in a process of its own, so that it neither holds up nor takes down this one.
 * The process starts with the first work, and again when it has ended.
 */
export class Keeper {
  readonly #start: (file: string) => KeeperProcess
  readonly #patience: number
  readonly #waiting = new Map<number, Waiting>()
  #process: KeeperProcess | null = null
  #token = 0

  constructor({ start = startWithNode, patience = PATIENCE }: KeeperOptions = {}) {
    this.#start = start
    this.#patience = patience
  }

  /** Does one piece of work. Every rejection is a Failure; `unexpected` when the process ended or took too long. */
  run<T extends KeeperTask>(task: T, ...args: KeeperArgs<T>): Promise<KeeperResult<T>> {
    const token = ++this.#token
    const keeper = (this.#process ??= this.#begin())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => keeper.kill(), this.#patience)
      this.#waiting.set(token, { resolve, reject, timer })
      keeper.send({ token, task, args })
    })
  }

  /** Examines a library. Never rejects: a check that brings its process down is a finding. */
  async diagnose(...args: KeeperArgs<'diagnose'>): Promise<Diagnosis> {
    const start = performance.now()
    try {
      return await this.run('diagnose', ...args)
    } catch (error) {
      const problem = error instanceof Failure ? JSON.stringify(error.detail) : String(error)
      return {
        folder: args[0],
        state: 'damaged',
        failure: { code: 'library.damaged', detail: { file: args[0], problem } },
        findings: [{ code: 'unfinished', count: 1, examples: [problem] }],
        articles: null,
        milliseconds: performance.now() - start,
      }
    }
  }

  /** Ends the process; work that is still open fails. What it was making is not there. */
  close(): void {
    this.#process?.kill()
    this.#ended('closed')
  }

  #begin(): KeeperProcess {
    const keeper = this.#start(fileURLToPath(workerFile('keeper-worker', import.meta.url)))
    keeper.onMessage((message) => this.#answer(message))
    keeper.onEnd((how) => {
      if (this.#process === keeper) this.#ended(how)
    })
    return keeper
  }

  #answer(message: FromKeeper): void {
    const waiting = this.#waiting.get(message.token)
    this.#waiting.delete(message.token)
    if (!waiting) return
    clearTimeout(waiting.timer)
    if ('failure' in message) waiting.reject(new Failure(message.failure.code, message.failure.detail))
    else waiting.resolve(message.result)
  }

  #ended(how: string): void {
    this.#process = null
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      reject(new Failure('unexpected', { problem: `the process ended: ${how}` }))
    }
    this.#waiting.clear()
  }
}

function startWithNode(file: string): KeeperProcess {
  // `advanced` carries dates and bytes as they are.
  const child = fork(file, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return {
    send: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromKeeper)),
    onEnd: (listener) => {
      child.on('exit', (code, signal) => listener(signal ?? String(code)))
      child.on('error', (error) => listener(error.message))
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
