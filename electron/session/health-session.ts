/** What a session does when the storage of its library fails: going on with the same library, from another file. */
import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AppState, Reopened } from '../../core/bridge.ts'
import { Failure, failureData } from '../../core/errors.ts'
import { mainWords } from '../../core/locale/main.ts'
import { systemCode, withFiles } from '../library/files.ts'
import { openLibrary, type Library } from '../library/library.ts'
import { damageOf, isDamaged, openExamined, withKeeper } from './care.ts'
import type { Health, Lost } from './health.ts'
import { carryOver, copyOf, detach, isKin, takeStraysAway } from './health-takeover.ts'
import type { OpenLibrary } from './open-library.ts'
import type { Session } from './session.ts'

const NOTHING: Reopened = { isCopy: false, merged: [], moved: [] }

/** Goes on with the open library of a session from another file, or from its own, opened anew. */
export class Recovery {
  readonly #session: Session
  /** One at a time: what is found out meanwhile is found out again. */
  #isBusy = false

  constructor(session: Session) {
    this.#session = session
  }

  /** Looks at the storage now, and has the window try what could not be saved. */
  recheck(): AppState {
    this.#session.open.health.tryAgain()
    this.#session.host.emit('library.writable', {})
    return this.#session.state()
  }

  /** Sees to what was found out. Never rejects: what does not succeed stays told as the library's trouble. */
  async seeTo(health: Health, how: Lost): Promise<void> {
    const session = this.#session
    if (this.#isBusy || !session.hasLibrary || session.open.health !== health) return
    await this.#alone(() => seeToLost(session, session.open, how))
  }

  /** Goes on where the library's folder lies now: the same file, or a copy. @throws Failure as opening, `library.other` */
  goOnAt(folder: string): Promise<AppState> {
    return this.#alone(() => goOnAt(this.#session, this.#session.open, folder))
  }

  /** Writes the open library, which was deleted, back to its place. @throws Failure `file.refused` */
  putBack(): Promise<AppState> {
    return this.#alone(() => putBack(this.#session, this.#session.open))
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    this.#isBusy = true
    try {
      return await work()
    } finally {
      this.#isBusy = false
    }
  }
}

async function seeToLost(session: Session, open: OpenLibrary, how: Lost): Promise<void> {
  const { library, health } = open
  try {
    if (how === 'unlogged') await session.reopen()
    else if (how === 'unreadable') await goOnAt(session, open, library.folder)
    else await takeOver(session, open, how)
  } catch (error) {
    session.host.log(`${library.file} could not be opened anew (${how}): ${String(error)}`)
    if (how === 'replaced' || how === 'overwritten') health.cannotOpen(failureData(error))
  }
}

async function goOnAt(session: Session, open: OpenLibrary, folder: string): Promise<AppState> {
  return goOnWith(session, open, await openExamined(folder, session.host.startKeeper))
}

/** Pictures that were deleted with the library stay lost: nobody has them open. */
async function putBack(session: Session, open: OpenLibrary): Promise<AppState> {
  const { folder, file } = open.library
  const draft = `${file}.back.part`
  withFiles(folder, () => mkdirSync(folder, { recursive: true }))
  try {
    await open.library.copyTo(draft)
    const aside = takeStraysAway(file, open.health.file)
    withFiles(file, () => putWhereNothingIs(draft, file))
    for (const log of aside) rmSync(log, { force: true })
  } finally {
    rmSync(draft, { force: true })
  }
  return goOnWith(session, open, await openExamined(folder, session.host.startKeeper), false)
}

/** Moves a file to a path, but never over what someone else has put there meanwhile. */
function putWhereNothingIs(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    // Some disks know no links.
    if (systemCode(error) === 'EEXIST' || existsSync(path)) throw error
    renameSync(draft, path)
  }
}

/** Opens what stands in the library's place now, when it is sound and a copy of that library. */
async function takeOver(session: Session, open: OpenLibrary, how: 'replaced' | 'overwritten'): Promise<void> {
  const { library, health } = open
  // It may have opened what stands there now, with the log of what stood there.
  open.related.close()
  await open.related.ended
  if (how === 'overwritten') detach(library.file)
  // What lies mixed in its file is no state to go back to.
  const before = how === 'replaced' ? await copyOf(library).catch((error) => logged(session, error)) : null
  try {
    const aside = takeStraysAway(library.file, health.file)
    await requireSound(session, library.folder)
    await goOnWith(session, open, openLibrary(library.folder))
    if (before !== null && (await keepBefore(session, before, library.folder))) {
      for (const log of aside) rmSync(log, { force: true })
    }
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'library.other')) throw error
    health.cannotOpen(null)
  } finally {
    if (before !== null) rmSync(before, { recursive: true, force: true })
  }
}

async function requireSound(session: Session, folder: string): Promise<void> {
  const diagnosis = await withKeeper(session.host.startKeeper, (keeper) => keeper.diagnose(folder))
  if (!isDamaged(diagnosis)) return
  const { code, detail } = damageOf(diagnosis)
  throw new Failure(code, detail)
}

async function goOnWith(
  session: Session,
  open: OpenLibrary,
  next: Library,
  isCopy = !open.health.file.isAt(next.file),
): Promise<AppState> {
  try {
    if (!session.isOpen(open.library)) throw new Failure('library.none', {})
    if (!isKin(next, open.since)) throw new Failure('library.other', { folder: next.folder })
    const made = isCopy ? carried(session, open, next) : NOTHING
    return session.goOn(next, made)
  } catch (error) {
    next.close()
    throw error
  }
}

/** What can no longer be read here stays where it was; the window still has what was not saved. */
function carried(session: Session, { library, since }: OpenLibrary, next: Library): Reopened {
  try {
    return carryOver(library, next, since, mainWords(session.language).beforeTakeover)
  } catch (error) {
    logged(session, error)
    return { ...NOTHING, isCopy: true }
  }
}

/** Puts the library that stood there, whole, among the backups; false when that cannot be. */
async function keepBefore(session: Session, before: string, folder: string): Promise<boolean> {
  try {
    await withKeeper(session.host.startKeeper, (keeper) =>
      keeper.run('makeBackup', before, { into: join(folder, 'backups'), kind: 'before' }),
    )
    return true
  } catch (error) {
    logged(session, error)
    return false
  }
}

function logged(session: Session, error: unknown): null {
  session.host.log(`What stood in the library's place before could not be kept: ${String(error)}`)
  return null
}
