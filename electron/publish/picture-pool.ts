import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Failure } from '../../core/errors.ts'
import { endThread, followed } from '../library/live-threads.ts'
import { workerFile } from '../library/worker-file.ts'
import { type Unfit, keepUnfit } from './picture-cache.ts'
import type {
  FromPictureThread,
  IconJob,
  PictureJob,
  PictureThread,
  ToPictureThread,
} from './picture-worker.ts'

/** A thread takes some hundred megabytes for a large picture. */
const MOST_THREADS = 4
/** Milliseconds that one picture may take; a large one takes some seconds. */
const PATIENCE = 180_000
/** The same for what is drawn with a logo, which takes one second: one that takes longer was made to, and can be done without. */
const LOGO_PATIENCE = 30_000
/** Milliseconds between two looks at whether to stop. */
const LOOK = 50
/** Milliseconds that a thread which is stopped amid its work may take to end before nobody waits for it any more. */
const ENDING = 5_000
/** The same for one that was told to end by itself, until it is stopped. */
const LEAVING = 30_000
/** Milliseconds that a thread without work is kept for more. It may hold much memory. */
const MOST_REST = 2_000

/**
 * Makes files of pictures, or of icons, in threads, and tells of each picture that is done why no copies could be made of it (null:
 * they are there). Stopped by the signal, it throws `cancelled` at once; no file is there by half.
 *
 * @throws Failure `cancelled`, `file.refused`
 */
export async function makePictures(
  jobs: readonly PictureJob[] | readonly IconJob[],
  signal: Pick<AbortSignal, 'aborted'>,
  onDone: (job: PictureJob | IconJob, unfit: Unfit | null) => void,
): Promise<void> {
  if (jobs.length === 0) return
  const waiting: (PictureJob | IconJob)[] = [...jobs].reverse()
  const told: PictureThread = { drawsIcons: jobs.some((job) => 'drawing' in job) }
  const threads = new Set<Worker>()
  let isOver = false
  let look: NodeJS.Timeout | undefined
  const stopped = new Promise<never>((_, reject) => {
    look = setInterval(() => signal.aborted && reject(new Failure('cancelled', { task: 'export' })), LOOK)
  })
  const work = async (): Promise<void> => {
    let thread: Worker | null = null
    for (let job = waiting.pop(); job; job = waiting.pop()) {
      if (!thread) threads.add((thread = takeResting(told) ?? newThread(told)))
      const { unfit, isSpent } = await ask(thread, job)
      if (isOver) return
      if (isSpent) {
        threads.delete(thread)
        void thread.terminate()
        thread = null
      }
      onDone(job, unfit)
    }
  }
  const count = Math.min(jobs.length, availableParallelism(), MOST_THREADS)
  try {
    await Promise.race([stopped, Promise.all(Array.from({ length: count }, work))])
    for (const thread of threads) rest(thread, told)
    threads.clear()
  } finally {
    isOver = true
    clearInterval(look)
    waiting.length = 0
    // Amid its work: what it made would be kept where nobody expects it any more.
    await Promise.all([...threads].map((thread) => endThread(thread, ENDING)))
  }
}

function newThread(workerData: PictureThread): Worker {
  const thread = followed(new Worker(workerFile('picture-worker', import.meta.url), { workerData }))
  // Whoever asks it hears of it; a thread that nobody asks any more may end as it likes.
  thread.on('error', () => {})
  thread.once('exit', () => resting.delete(thread))
  return thread
}

interface Rest {
  readonly told: PictureThread
  readonly end: NodeJS.Timeout
}

/** Threads that are done and may be asked again: an export has several rounds, and a thread takes long to start. */
const resting = new Map<Worker, Rest>()

/** Neither the thread nor its clock keeps a process from ending. */
function rest(thread: Worker, told: PictureThread): void {
  thread.unref()
  const end = setTimeout(() => {
    resting.delete(thread)
    letGo(thread)
  }, MOST_REST)
  end.unref()
  resting.set(thread, { told, end })
}

function takeResting({ drawsIcons }: PictureThread): Worker | null {
  for (const [thread, { told, end }] of resting) {
    if (told.drawsIcons !== drawsIcons) continue
    clearTimeout(end)
    resting.delete(thread)
    thread.ref()
    return thread
  }
  return null
}

/** Has a thread end by itself; one that does not is stopped. */
function letGo(thread: Worker): void {
  const late = setTimeout(() => void thread.terminate(), LEAVING)
  late.unref()
  thread.once('exit', () => clearTimeout(late))
  thread.postMessage(null satisfies ToPictureThread)
}

const started = new WeakSet<Worker>()

/** One picture's answer. A thread that falls silent or ends has met a picture that brings a decoder down. */
async function ask(
  thread: Worker,
  job: PictureJob | IconJob,
): Promise<{ readonly unfit: Unfit | null; readonly isSpent: boolean }> {
  if (!started.has(thread)) {
    // That the decoder can't start is no picture's fault.
    const news = await nextOf(thread)
    if ('error' in news) throw news.error
    started.add(thread)
  }
  thread.postMessage(job satisfies ToPictureThread)
  const news = await nextOf(thread, patienceFor(job))
  if ('failure' in news) throw new Failure(news.failure.code, news.failure.detail)
  if ('unfit' in news && !news.isSpent) return news
  const isLate = 'error' in news && news.error === LATE
  const isEnded = 'error' in news && news.error === ENDED
  // What took too long may do with a machine that has less to do; a thread that was ended says nothing of a picture.
  if (!isLate && !isEnded) keepUnfit(job.folder, 'unreadable')
  return { unfit: isLate ? 'tooLarge' : 'unreadable', isSpent: true }
}

const patienceFor = (job: PictureJob | IconJob): number =>
  'drawing' in job && job.drawing.logo !== null ? LOGO_PATIENCE : PATIENCE

/** That a thread ended, as it does when it is told to. */
const ENDED = new Error('the pictures’ thread ended')
/** That a thread said nothing for longer than a picture may take. */
const LATE = new Error('the pictures’ thread is late')

/** What a thread says next, or why it says nothing more; `patience` is in milliseconds. */
function nextOf(thread: Worker, patience?: number): Promise<FromPictureThread | { readonly error: unknown }> {
  return new Promise((resolve) => {
    const settle = (news: FromPictureThread | { readonly error: unknown }): void => {
      clearTimeout(late)
      thread.off('message', settle)
      thread.off('error', fail)
      thread.off('exit', leave)
      resolve(news)
    }
    const fail = (error: unknown): void => settle({ error })
    const leave = (): void => fail(ENDED)
    const late = patience === undefined ? undefined : setTimeout(() => fail(LATE), patience)
    late?.unref()
    thread.on('message', settle)
    thread.on('error', fail)
    thread.on('exit', leave)
  })
}
