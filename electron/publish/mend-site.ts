import { existsSync } from 'node:fs'
import { Failure } from '../../core/errors.ts'
import { ownPath, removeIfEmpty } from './site-folder.ts'
import { lockFolder } from './site-lock.ts'
import { LEFT_OVER, recover } from './swap.ts'

/**
 * Brings a site in order that an export left unfinished, because it was killed or its disk went away: the swap is
 * carried through where it had begun, else what was staged goes. Gives whether there was something to do; an export
 * that is under way is left alone.
 *
 * @throws Failure `file.refused`: the site is as it was, and can be mended another time
 */
export function mendSite(folder: string): boolean {
  if (!LEFT_OVER.some((name) => existsSync(ownPath(folder, name)))) return false
  const release = lockUnlessBusy(folder)
  if (release === null) return false
  try {
    recover(folder)
  } finally {
    release()
  }
  // Of a first export that never came to its swap nothing is left.
  removeIfEmpty(ownPath(folder, ''))
  return true
}

function lockUnlessBusy(folder: string): (() => void) | null {
  try {
    return lockFolder(folder)
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'busy') return null
    throw thrown
  }
}
