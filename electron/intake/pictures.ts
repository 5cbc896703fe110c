import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, resolve, sep } from 'node:path'
import { Failure } from '../../core/errors.ts'
import type { IntakeNotes } from '../../core/locale/intake.ts'
import { systemCode } from '../library/files.ts'
import type { Library } from '../library/library.ts'
import { decode } from './addresses.ts'
import { type Scan, type SourceFile, isWithin, realFile } from './scan.ts'

/** A picture larger than this is no picture for a page. */
const MOST_MEGABYTES = 64
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i

/** Folders whose content a site generator puts at the root of the site. */
const SITE_ROOTS = ['.', 'static', 'public', 'assets', 'source', 'src']

/** What became of a picture that a text refers to. */
export type Kept =
  | { readonly path: string }
  /** Why it was left out, in words. */
  | { readonly refused: string }
  /** It is not in the folder; it may hold a script; or it is no picture's address at all. */
  | 'missing'
  | 'svg'
  | 'none'

/** Brings pictures from the chosen folders into the library, each once. Within a transaction. */
export class Pictures {
  readonly #library: Library
  readonly #scan: Scan
  readonly #words: IntakeNotes
  readonly #kept = new Map<string, Kept>()
  readonly #before: ReadonlySet<number>
  readonly #added = new Set<number>()

  constructor(library: Library, scan: Scan, words: IntakeNotes) {
    this.#library = library
    this.#scan = scan
    this.#words = words
    this.#before = new Set(library.media.list().map(({ id }) => id))
  }

  /** How many are new in the library. */
  get added(): number {
    return this.#added.size
  }

  /** Keeps the picture that an address in a file means, if it is a local one. */
  keep(address: string, from: SourceFile): Kept {
    const path = decode(address.replace(/[?#].*$/, ''))
    if (!PICTURE.test(path) || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return 'none'
    const file = this.#find(path, from)
    return file === null ? 'missing' : this.#keepFile(file, address)
  }

  /** Keeps the picture of this name, wherever in the chosen folder it lies, as Obsidian finds it. */
  keepNamed(name: string, from: SourceFile): Kept {
    if (!PICTURE.test(name)) return 'none'
    const direct = this.#find(name, from)
    const named = this.#scan.pictures.get(basename(name).toLowerCase()) ?? []
    const ending =
      named.find((file) => file.split(sep).join('/').toLowerCase().endsWith(`/${name.toLowerCase()}`)) ??
      named[0]
    const file = direct ?? (ending !== undefined && isWithin(from.root, ending) ? ending : null)
    return file === null ? 'missing' : this.#keepFile(file, name)
  }

  /** Beside the text, or from the root; never outside the folder that was chosen, also not through a link. */
  #find(path: string, from: SourceFile): string | null {
    const bases = path.startsWith('/') ? [] : [dirname(from.path)]
    for (const base of [...bases, ...SITE_ROOTS.map((folder) => resolve(from.root, folder))]) {
      const file = realFile(resolve(base, `./${path}`))
      if (file !== null && isWithin(from.root, file)) return file
    }
    return null
  }

  #keepFile(file: string, address: string): Kept {
    const known = this.#kept.get(file)
    if (known) return known
    const kept = this.#add(file, address)
    this.#kept.set(file, kept)
    return kept
  }

  #add(file: string, address: string): Kept {
    try {
      if (statSync(file).size > MOST_MEGABYTES * 1e6) {
        return { refused: this.#words.pictureTooLarge(address, MOST_MEGABYTES) }
      }
      const { id, path } = this.#library.media.add(nameOf(file), readFileSync(file))
      if (!this.#before.has(id)) this.#added.add(id)
      return { path }
    } catch (error) {
      const reason = systemCode(error)
      if (reason !== null) return { refused: this.#words.pictureRefused(address, reason) }
      if (!(error instanceof Failure) || error.code !== 'value.refused') throw error
      const { problem } = error.detail as Failure<'value.refused'>['detail']
      return problem === 'svg' ? 'svg' : { refused: this.#words.notPicture(address) }
    }
  }
}

/** In a page bundle pictures are called `cover.jpg` and the like: the folder tells whose it is. */
function nameOf(file: string): string {
  const name = basename(file)
  const stem = basename(name, extname(name))
  const isCommon = /^(?:cover|featured?|image|thumb(?:nail)?|banner|header|hero)$/i.test(stem)
  return isCommon ? `${basename(dirname(file))}-${name}` : name
}
