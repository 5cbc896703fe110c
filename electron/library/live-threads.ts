import type { Worker } from 'node:worker_threads'

const live = new Set<Worker>()

/** Has {@link endThreads} know of a thread until it has ended. */
export function followed(thread: Worker): Worker {
  live.add(thread)
  thread.once('exit', () => live.delete(thread))
  return thread
}

/**
 * Ends a thread, and waits for that at most so many milliseconds: in Electron with Node 20 a thread can wait for ever for
 * V8’s own work, which waits for the thread. Whether it has ended.
 */
export async function endThread(thread: Worker, limit: number): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    late = setTimeout(() => resolve(false), limit)
  })
  try {
    return await Promise.race([thread.terminate().then(() => true as const), tooLate])
  } finally {
    clearTimeout(late)
  }
}

/** Ends all threads that are followed here; whether they have ended within so many milliseconds. */
export async function endThreads(limit: number): Promise<boolean> {
  const ended = await Promise.all([...live].map((thread) => endThread(thread, limit)))
  return ended.every(Boolean)
}
