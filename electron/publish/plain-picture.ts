import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { plainCopyOf } from '../../core/renditions.ts'
import type { Library } from '../library/library.ts'
import { onFile } from './file-failure.ts'
import { KEPT, keptName, openPictureCache, unfitness } from './picture-cache.ts'
import { makePictures } from './picture-pool.ts'
import { pictureFile } from './pictures.ts'
import { fingerprintOfFile } from './site-folder.ts'

/**
 * The bytes of a picture for where it is given away by itself: one copy of a decent width, and without what its camera
 * noted. Made now when no site has it. Null when the library has no such picture.
 *
 * @throws Failure `file.refused`
 */
export async function plainPicture(library: Library, path: string): Promise<Uint8Array | null> {
  const file = pictureFile(library, path)
  if (file === null) return null
  const hash = fingerprintOfFile(file)
  const copy = plainCopyOf(path)
  const cache = openPictureCache(library.folder)
  try {
    const isMissing =
      copy !== null && cache.find(hash, keptName(copy)) === null && unfitness(cache, hash) === null
    const clean = cache.find(hash, KEPT.clean) === null && cache.find(hash, KEPT.noNotes) === null
    if (isMissing || clean) {
      const wanted = isMissing ? [{ width: copy.width, format: copy.format }] : []
      const of = { file, ending: extname(path).slice(1), folder: cache.folder(hash) }
      const job = { ...of, wanted, clean, colour: false }
      await makePictures([job], { aborted: false }, () => {})
    }
    const made = copy && cache.find(hash, keptName(copy))
    const best = made ?? cache.find(hash, KEPT.clean) ?? file
    return onFile(best, () => readFileSync(best))
  } finally {
    cache.close()
  }
}
