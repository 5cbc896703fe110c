import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Failure } from '../../core/errors.ts'
import { errorCode, onFile } from './file-failure.ts'
import { ownPath } from './site-folder.ts'

/**
 * Claims a site's folder for one export; gives what releases it. Throws `busy` while another export has it. A claim
 * whose process has ended counts for nothing.
 */
export function lockFolder(folder: string): () => void {
  const file = ownPath(folder, 'lock')
  return onFile(file, () => {
    if (!claim(file)) {
      if (isHeld(file)) throw new Failure('busy', { task: 'export' })
      rmSync(file, { force: true })
      if (!claim(file)) throw new Failure('busy', { task: 'export' })
    }
    return () => rmSync(file, { force: true })
  })
}

function claim(file: string): boolean {
  try {
    const handle = openSync(file, 'wx')
    writeFileSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (thrown) {
    if (errorCode(thrown) === 'EEXIST') return false
    throw thrown
  }
}

function isHeld(file: string): boolean {
  const owner = Number(readFileSync(file, 'utf8'))
  if (!Number.isInteger(owner) || owner <= 0) return false
  if (owner === process.pid) return true
  try {
    process.kill(owner, 0)
    return true
  } catch (thrown) {
    return errorCode(thrown) === 'EPERM'
  }
}
