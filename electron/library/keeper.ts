import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CareProgress } from '../../core/bridge.ts'
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
  /** Milliseconds that one piece of work may take without a word before its process is ended. */
  readonly patience?: number
}

/** Who follows a piece of work, and may stop it. */
export interface Follower {
  readonly onProgress?: (progress: CareProgress) => void
  /** Aborted, the work ends in the Failure `cancelled` and leaves everything as it was, unless it was done already. */
  readonly signal?: AbortSignal
}

interface Waiting {
  resolve(result: unknown): void
  reject(failure: Failure): void
  readonly timer: NodeJS.Timeout
  readonly follower: Follower
  readonly unfollow: () => void
}

const PATIENCE = 10 * 60_000
/** Milliseconds that work which is to stop has for that; after them its process is ended. */
const LAST_PATIENCE = 3000

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
    return this.follow({}, task, ...args)
  }

  /** The same, followed. */
  follow<T extends KeeperTask>(
    follower: Follower,
    task: T,
    ...args: KeeperArgs<T>
  ): Promise<KeeperResult<T>> {
    if (follower.signal?.aborted) return Promise.reject(new Failure('cancelled', { task: 'care' }))
    const token = ++this.#token
    const keeper = (this.#process ??= this.#begin())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => keeper.kill(), this.#patience)
      const stop = () => {
        keeper.send({ token, task: 'stop', args: [] })
        const last = setTimeout(() => this.#waiting.has(token) && keeper.kill(), LAST_PATIENCE)
        last.unref()
      }
      follower.signal?.addEventListener('abort', stop)
      const unfollow = () => follower.signal?.removeEventListener('abort', stop)
      this.#waiting.set(token, { resolve, reject, timer, follower, unfollow })
      keeper.send({ token, task, args })
    })
  }

  /** Examines a library. Never rejects: a check that brings its process down is a finding. */
  async diagnose(
    folder: string,
    options: KeeperArgs<'diagnose'>[1] = {},
    follower: Follower = {},
  ): Promise<Diagnosis> {
    const start = performance.now()
    try {
      return await this.follow(follower, 'diagnose', folder, options)
    } catch (error) {
      const problem = error instanceof Failure ? JSON.stringify(error.detail) : String(error)
      return {
        folder,
        state: 'damaged',
        failure: { code: 'library.damaged', detail: { file: folder, problem } },
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
    if (!waiting) return
    if ('progress' in message) {
      // A sign of life.
      waiting.timer.refresh()
      waiting.follower.onProgress?.(message.progress)
      return
    }
    this.#waiting.delete(message.token)
    clearTimeout(waiting.timer)
    waiting.unfollow()
    if ('failure' in message) waiting.reject(new Failure(message.failure.code, message.failure.detail))
    else waiting.resolve(message.result)
  }

  #ended(how: string): void {
    this.#process = null
    for (const { reject, timer, follower, unfollow } of this.#waiting.values()) {
      clearTimeout(timer)
      unfollow()
      const isStopped = follower.signal?.aborted === true
      reject(
        isStopped
          ? new Failure('cancelled', { task: 'care' })
          : new Failure('unexpected', { problem: `the process ended: ${how}` }),
      )
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
