import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { errorCode, onFile } from './file-failure.ts'
import { Folders, ownPath, placeOf, removeEmptyParents, stagedPath } from './site-folder.ts'

/** What turns the old site into the new one. Every file to put is already staged. */
export interface Journal {
  readonly put: readonly string[]
  readonly remove: readonly string[]
}

/**
 * Replaces the old site by the staged one. Before the journal is on disk, nothing has happened; from then on the
 * swap is carried through, by {@link recover} if this process does not live to do it.
 */
export function swap(folder: string, journal: Journal, manifest: string): void {
  writeDurably(ownPath(folder, 'manifest.next'), manifest)
  writeDurably(ownPath(folder, 'journal.next'), JSON.stringify(journal))
  const file = ownPath(folder, 'journal.json')
  onFile(file, () => renameSync(ownPath(folder, 'journal.next'), file))
  carryOut(folder, journal)
}

/** Brings a folder in order after an export that was stopped: carries out its journal, or drops what was staged. */
export function recover(folder: string): void {
  const file = ownPath(folder, 'journal.json')
  if (existsSync(file)) carryOut(folder, JSON.parse(readFileSync(file, 'utf8')) as Journal)
  else dropStage(folder)
}

/** Forgets what was staged; the site stays as it is. */
export function dropStage(folder: string): void {
  for (const name of ['stage', 'manifest.next', 'journal.next']) {
    onFile(ownPath(folder, name), () => rmSync(ownPath(folder, name), { recursive: true, force: true }))
  }
}

// Each step can be done a second time: what has been moved or removed before is passed over.
function carryOut(folder: string, journal: Journal): void {
  const folders = new Folders(folder)
  for (const path of journal.put) {
    const target = placeOf(folder, path)
    folders.for(path)
    unlessMissing(target, () => renameSync(stagedPath(folder, path), target))
  }
  for (const path of journal.remove) {
    const target = placeOf(folder, path)
    unlessMissing(target, () => unlinkSync(target))
    removeEmptyParents(folder, path)
  }
  const manifest = ownPath(folder, 'manifest.json')
  unlessMissing(manifest, () => renameSync(ownPath(folder, 'manifest.next'), manifest))
  onFile(folder, () => rmSync(ownPath(folder, 'journal.json'), { force: true }))
  dropStage(folder)
}

function unlessMissing(path: string, work: () => void): void {
  onFile(path, () => {
    try {
      work()
    } catch (thrown) {
      if (errorCode(thrown) !== 'ENOENT') throw thrown
    }
  })
}

function writeDurably(file: string, text: string): void {
  onFile(file, () => {
    const handle = openSync(file, 'w')
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  })
}
