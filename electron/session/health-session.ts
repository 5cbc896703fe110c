/** What a session does when the storage of its library fails: going on with the same library, from another file. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AppState, Reopened } from '../../core/bridge.ts'
import { Failure, failureData } from '../../core/errors.ts'
import { mainWords } from '../../core/locale/main.ts'
import { openLibrary, type Library } from '../library/library.ts'
import { damageOf, isDamaged, openExamined, withKeeper } from './care.ts'
import type { Lost } from './health.ts'
import { carryOver, copyOf, detach, isKin, takeStraysAway } from './health-takeover.ts'
import type { OpenLibrary, Session } from './session.ts'

const NOTHING: Reopened = { isCopy: false, merged: [], moved: [] }

/** Sees to what {@link Lost} says. Never rejects: what does not succeed stays told as the library's trouble. */
export async function seeToLost(session: Session, open: OpenLibrary, how: Lost): Promise<void> {
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

/** Goes on with the open library in another folder: the same file, or a copy of it. */
export async function goOnAt(session: Session, open: OpenLibrary, folder: string): Promise<AppState> {
  return goOnWith(session, open, await openExamined(folder, session.host.startKeeper))
}

/** Opens what stands in the library's place now, when it is sound and a copy of that library. */
async function takeOver(session: Session, open: OpenLibrary, how: 'replaced' | 'overwritten'): Promise<void> {
  const { library, health } = open
  if (how === 'overwritten') detach(library.file)
  takeStraysAway(library.file, health.file, new Date())
  const { startKeeper } = session.host
  const diagnosis = await withKeeper(startKeeper, (keeper) => keeper.diagnose(library.folder))
  if (isDamaged(diagnosis)) {
    const { code, detail } = damageOf(diagnosis)
    throw new Failure(code, detail)
  }
  const next = openLibrary(library.folder)
  // What lies mixed in its file is no state to go back to.
  const before = how === 'replaced' ? await copyOf(library).catch((error) => logged(session, error)) : null
  try {
    await goOnWith(session, open, next)
    if (before !== null) await keepBefore(session, before, next.folder)
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'library.other')) throw error
    health.cannotOpen(null)
  } finally {
    if (before !== null) rmSync(before, { recursive: true, force: true })
  }
}

async function goOnWith(session: Session, open: OpenLibrary, next: Library): Promise<AppState> {
  try {
    if (session.isClosed(open)) throw new Failure('library.none', {})
    if (!isKin(next, open.since)) throw new Failure('library.other', { folder: next.folder })
    const made = open.health.file.isAt(next.file) ? NOTHING : carried(session, open, next)
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

/** The library that stood there, whole, among the backups. */
async function keepBefore(session: Session, before: string, folder: string): Promise<void> {
  await withKeeper(session.host.startKeeper, (keeper) =>
    keeper.run('makeBackup', before, { into: join(folder, 'backups'), kind: 'before' }),
  ).catch((error) => logged(session, error))
}

function logged(session: Session, error: unknown): null {
  session.host.log(`What stood in the library's place before could not be kept: ${String(error)}`)
  return null
}
