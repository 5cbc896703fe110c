import { rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ZipReport } from '../../core/bridge.ts'
import { Failure } from '../../core/errors.ts'
import { onFile } from './file-failure.ts'
import { readManifest } from './manifest.ts'
import { mendSite } from './mend-site.ts'
import { Ways, fileAt, ownPath, placeOf } from './site-folder.ts'
import { lockFolder } from './site-lock.ts'
import { ZIP_DRAFT } from './swap.ts'
import { writeZip } from './zip.ts'

/**
 * Puts an exported site in one zip: what Longhand made in the folder, and nothing else that lies there. The same site
 * gives the same bytes. No export can change the site meanwhile.
 *
 * @throws Failure `busy`, `file.refused`; `export.occupied` when the folder is no site of Longhand's,
 * or holds links in the place of what Longhand made
 */
export async function zipSite(folder: string, target: string): Promise<ZipReport> {
  mendSite(folder)
  const manifest = readManifest(folder)
  if (!manifest) throw new Failure('export.occupied', { folder })
  const release = lockFolder(folder)
  try {
    const ways = new Ways(folder)
    const files = [...manifest.files.keys()].map((path) => ({ path, file: madeFile(folder, path, ways) }))
    // Where a kill leaves it for the next export to clear away.
    const draft = ownPath(folder, ZIP_DRAFT)
    rmSync(draft, { force: true })
    await writeZip(target, files, draft)
  } finally {
    release()
  }
  const file = resolve(target)
  return { file, files: manifest.files.size, bytes: onFile(file, () => statSync(file).size) }
}

/** Where a file of a site lies: in its folder, and no link to what may not leave this computer. */
function madeFile(folder: string, path: string, ways: Ways): string {
  ways.require(path)
  const file = placeOf(folder, path)
  const at = fileAt(file)
  if (at === 'foreign') throw new Failure('export.occupied', { folder: file })
  if (at === null) throw new Failure('file.refused', { path: file, reason: 'ENOENT' })
  return file
}
