/** Second versions of pictures, which a synchroniser put beside the first when two computers had made one name. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { Failure } from '../../core/errors.ts'
import { withFiles } from './files.ts'
import type { Library } from './library.ts'
import { MEDIA } from './media.ts'
import { ASIDE, freeName } from './sync-copies.ts'

/** How Longhand itself names pictures: with their size at the end. */
const OWN = /^[a-z0-9-]+-\d+x\d+\.[a-z]+$/
/** Such a name with anything behind the size: ` (1)`, `-DESKTOP-1`, ` 2`, `.sync-conflict-…`. */
const SECOND = /^([a-z0-9-]+-\d+x\d+)[^a-z0-9].*(\.[a-z]+)$/

/** The names of second versions in a library's `media/`, whose first is there too. */
export function findPictureCopies(folder: string): string[] {
  const media = join(folder, MEDIA)
  const names = new Set(existsSync(media) ? withFiles(media, () => readdirSync(media)) : [])
  return [...names]
    .filter((name) => {
      const [, stem, end] = OWN.test(name) ? [] : (SECOND.exec(name) ?? [])
      return stem !== undefined && names.has(`${stem}${end}`)
    })
    .toSorted()
}

/**
 * Takes a second version in as a picture of its own and moves its file aside; `same` when it is one of ours already,
 * `refused` when it is no picture that pages can show: then it is only moved.
 * @throws Failure `file.refused`
 */
export function takePicture(library: Library, name: string): 'added' | 'same' | 'refused' {
  const file = join(library.folder, MEDIA, name)
  const into = join(library.folder, ASIDE)
  const bytes = withFiles(file, () => readFileSync(file))
  return library.transaction(() => {
    const outcome = add(library, name, bytes)
    withFiles(into, () => {
      mkdirSync(into, { recursive: true })
      renameSync(file, join(into, freeName(into, name)))
    })
    return outcome
  })
}

function add(library: Library, name: string, bytes: Uint8Array): 'added' | 'same' | 'refused' {
  // The name of the first, so that the new one is called after it.
  const plain = `${SECOND.exec(name)?.[1] ?? 'picture'}${extname(name)}`
  try {
    const before = readdirSync(join(library.folder, MEDIA))
    const { path } = library.media.add(plain, bytes)
    return before.includes(basename(path)) ? 'same' : 'added'
  } catch (error) {
    if (error instanceof Failure && error.code === 'value.refused') return 'refused'
    throw error
  }
}
