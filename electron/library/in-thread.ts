import { Worker } from 'node:worker_threads'
import { Failure, type FailureData } from '../../core/errors.ts'
import { workerFile } from './worker-file.ts'

interface Thread {
  /** Its file beside this one. */
  readonly name: string
  readonly workerData: object
  /** One 32-bit number that the thread looks at: not zero once it is to stop. */
  readonly stop: SharedArrayBuffer
  readonly signal: AbortSignal
}

/** How a thread's work ends. */
export interface Settle<T> {
  resolve(result: T): void
  reject(failure: FailureData): void
}

/** Has one piece of work done in a thread of its own, which `hear` follows. Every rejection is a Failure. */
export function inThread<Message, T>(
  { name, workerData, stop, signal }: Thread,
  hear: (message: Message, settle: Settle<T>) => void,
): Promise<T> {
  const abort = () => void Atomics.store(new Int32Array(stop), 0, 1)
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  const worker = new Worker(workerFile(name, import.meta.url), { workerData })
  return new Promise<T>((resolve, reject) => {
    const died = (problem: string) => reject(new Failure('unexpected', { problem }))
    const settle: Settle<T> = { resolve, reject: ({ code, detail }) => reject(new Failure(code, detail)) }
    worker.on('message', (message: Message) => hear(message, settle))
    worker.on('error', (error) => died(error.stack ?? String(error)))
    worker.on('exit', (code) => died(`the thread ended with ${code}`))
  }).finally(() => signal.removeEventListener('abort', abort))
}
