import { type MessagePort, type ResourceLimits, Worker } from 'node:worker_threads'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { endThread } from '../library/live-threads.ts'

/**
 * How a thread of an export may use memory, in MB. Texts and pages are dropped as soon as they are made: with more room
 * for what is young V8 is no faster, and without a bound it lets four times of what is needed gather before it looks.
 * The bound is far above what a site of 100,000 articles needs.
 */
export const THREAD_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 1_536 }

/** Milliseconds that a thread which has nothing to do may take to end before nobody waits for it any more. */
const ENDING = 5_000

type Said<Answer> = { readonly answer: Answer } | { readonly failure: FailureData }

interface Waiting<Answer> {
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

/** A thread that answers what it is asked, one after the other. End it in any case. */
export class HelperThread<Question, Answer> {
  readonly #worker: Worker
  readonly #waiting: Waiting<Answer>[] = []

  /** `file` calls {@link answerInTurn}. */
  constructor(file: URL, workerData: unknown) {
    this.#worker = new Worker(file, { workerData, resourceLimits: THREAD_LIMITS })
    this.#worker.on('message', (said: Said<Answer>) => {
      const asked = this.#waiting.shift()
      if ('answer' in said) asked?.resolve(said.answer)
      else asked?.reject(new Failure(said.failure.code, said.failure.detail))
    })
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`a thread of an export ended by itself (${code})`)),
    )
  }

  /** Rejects with the Failure that it met. What is in `moved` is not here any more. */
  ask(question: Question, moved: readonly ArrayBuffer[] = []): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => this.#waiting.push({ resolve, reject }))
    // Whoever asks ahead may be stopped before it looks.
    answer.catch(() => {})
    this.#worker.postMessage(question, moved)
    return answer
  }

  /** Resolves when it has ended, or takes too long to. What was not answered stays so. */
  async end(): Promise<void> {
    this.#waiting.length = 0
    await endThread(this.#worker, ENDING)
  }

  #fail(reason: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(reason)
  }
}

/** Has a thread answer: each question when the one before it is answered. */
export function answerInTurn<Question, Answer>(
  port: MessagePort,
  answerOf: (question: Question) => Answer | Promise<Answer>,
): void {
  const say = async (question: Question): Promise<Said<Answer>> => {
    try {
      return { answer: await answerOf(question) }
    } catch (thrown) {
      return { failure: failureData(thrown) }
    }
  }
  let before = Promise.resolve()
  port.on('message', (question: Question) => {
    before = before.then(async () => port.postMessage(await say(question)))
  })
}
