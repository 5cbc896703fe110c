/** Runs in a thread of its own: makes files of pictures and keeps them in the cache. */
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Failure, type FailureData, failureData } from '../../core/errors.ts'
import { onFile } from './file-failure.ts'
import { KEPT, type Unfit, keep, keepUnfit, keptName } from './picture-cache.ts'
import { type IconMaker, type SiteDrawing, iconMaker } from './icon-make.ts'
import { type PictureMaker, type Wanted, pictureMaker } from './picture-make.ts'

/** A picture to make files of. */
export interface PictureJob {
  readonly file: string
  /** What its name says it is: `jpg`. */
  readonly ending: string
  /** The folder that keeps what is made of it. */
  readonly folder: string
  readonly wanted: readonly Wanted[]
  /** Whether it is also to be looked through for notes. */
  readonly clean: boolean
  /** Whether its colour is to be found. */
  readonly colour: boolean
}

/** A site to draw the icons and the card of. */
export interface IconJob {
  /** The folder that keeps them. */
  readonly folder: string
  readonly drawing: SiteDrawing
}

/** What a thread is asked for: files of a picture, a site's icons, or nothing more (null), upon which it ends by itself. */
export type ToPictureThread = PictureJob | IconJob | null

/** Milliseconds in which V8 gets done what it does beside a thread: Node 20 may wait for that for ever at a thread's end. */
const REST = 300

/** What a thread is told when it starts. */
export interface PictureThread {
  /** It draws icons, and is asked for nothing else; without, it does all but that. */
  readonly drawsIcons: boolean
}

/** `isReady`: the decoder has started. `isSpent`: the picture brought it down; the thread is of no more use. */
export type FromPictureThread =
  | { readonly isReady: true }
  | { readonly unfit: Unfit | null; readonly isSpent: boolean }
  | { readonly failure: FailureData }

if (parentPort) {
  const port = parentPort
  const say = (news: FromPictureThread): void => port.postMessage(news)
  const leave = (maker: { end(): void }): void => {
    maker.end()
    setTimeout(() => port.close(), REST)
  }
  if ((workerData as PictureThread).drawsIcons) {
    const maker = await iconMaker()
    port.on('message', (job: IconJob | null) => {
      if (job === null) leave(maker)
      else void drawn(job, maker).then(say)
    })
  } else {
    const maker = await pictureMaker()
    port.on('message', (job: PictureJob | null) => {
      if (job === null) leave(maker)
      else say(answer(job, maker))
    })
  }
  say({ isReady: true })
}

async function drawn({ folder, drawing }: IconJob, maker: IconMaker): Promise<FromPictureThread> {
  try {
    for (const [path, bytes] of await maker.draw(drawing)) keep(folder, path, bytes)
    return { unfit: null, isSpent: false }
  } catch (thrown) {
    if (thrown instanceof Failure) return { failure: failureData(thrown) }
    return { unfit: 'unreadable', isSpent: true }
  }
}

function answer(job: PictureJob, maker: PictureMaker): FromPictureThread {
  try {
    const bytes = onFile(job.file, () => readFileSync(job.file))
    return { unfit: makeFiles(job, bytes, maker), isSpent: false }
  } catch (thrown) {
    if (thrown instanceof Failure) return { failure: failureData(thrown) }
    return { unfit: 'unreadable', isSpent: true }
  }
}

function makeFiles(
  { folder, ending, wanted, clean, colour }: PictureJob,
  bytes: Uint8Array,
  maker: PictureMaker,
): Unfit | null {
  if (clean) {
    const without = maker.withoutNotes(bytes, ending)
    keep(folder, without ? KEPT.clean : KEPT.noNotes, without ?? new Uint8Array())
  }
  if (colour) keep(folder, KEPT.colour, Buffer.from(maker.colour(bytes, ending) ?? ''))
  if (wanted.length === 0) return null
  const made = maker.make(bytes, ending, wanted)
  if (typeof made === 'string') {
    keepUnfit(folder, made)
    return made
  }
  for (const [index, one] of wanted.entries()) keep(folder, keptName(one), made[index] ?? new Uint8Array())
  return null
}
