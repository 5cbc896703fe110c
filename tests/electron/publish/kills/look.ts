/** What lies in a site's folder, and whether that is a state which an export may leave. */
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { OWN, ownPath } from '../../../../electron/publish/site-folder.ts'
import { LEFT_OVER, isSwapping } from '../../../../electron/publish/swap.ts'
import { GROUNDS, type Ground, LIBRARY, ZIP } from './ground.ts'

/** Each file below the folder with its bytes, each folder with nothing, but Longhand's own; sorted by path. */
export type Tree = ReadonlyMap<string, string>

/** What stands where an export goes. */
export interface Look {
  readonly site: Tree
  readonly zip: string
}

/** How long each file that is not Longhand's has stood as it does. */
export type Times = Readonly<Record<string, number>>

export function look(folder: string, { out }: Ground): Look {
  return { site: treeOf(join(folder, out)), zip: hashOf(join(folder, ZIP)) }
}

export function timesOf(folder: string, { out, foreign }: Ground): Times {
  return Object.fromEntries(foreign.map((path) => [path, lstatSync(join(folder, out, path)).mtimeMs]))
}

export const same = (one: Tree, other: Tree): boolean =>
  JSON.stringify([...one]) === JSON.stringify([...other])

/** Where two trees differ. */
export function difference(one: Tree, other: Tree): string {
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  )
  return `${paths.length} paths: ${paths.slice(0, 8).join(', ')}`
}

/** Two looks that an export may lead from and to. */
export interface States {
  readonly before: Look
  readonly after: Look
  readonly times: Times
}

/**
 * What is wrong with what stands there right after an export was stopped by force: nothing half-written, nothing of
 * others touched, nothing stray; and, unless a swap is to be carried on, the whole site from before or the next.
 */
export function wrongAfter(
  folder: string,
  ground: Ground,
  { before, after, times }: States,
): readonly string[] {
  const now = look(folder, ground)
  const wrong: string[] = []
  for (const [path, hash] of now.site) {
    const known = [before.site.get(path), after.site.get(path)]
    if (!known.includes(hash)) wrong.push(`${path} is neither as it was nor as it will be`)
  }
  if (!isSwapping(join(folder, ground.out)) && !same(now.site, before.site) && !same(now.site, after.site)) {
    wrong.push(`neither site is whole: ${difference(now.site, after.site)}`)
  }
  if (![before.zip, after.zip].includes(now.zip)) wrong.push('the zip is neither as it was nor as it will be')
  if (JSON.stringify(timesOf(folder, ground)) !== JSON.stringify(times))
    wrong.push('a file of others was touched')
  return [...wrong, ...strays(folder, ground)]
}

/** What an export that came to its end has left behind in its own folder, in the library or beside them. */
export function leftBehind(folder: string, { out }: Ground): readonly string[] {
  const own = ownPath(join(folder, out), '')
  const names = existsSync(own) ? readdirSync(own) : []
  const left = names.filter((name) => LEFT_OVER.includes(name) || /^lock|\.(?:part|next|zip)$/.test(name))
  // A library that can only be read is read from a copy, which is kept for a day: see `read-only.ts`.
  const isKept = (name: string): boolean => /^longhand-read-only-\d+$/.test(name)
  const temporary = existsSync(join(folder, 'tmp')) ? readdirSync(join(folder, 'tmp')) : []
  const scratch = temporary.filter((name) => !isKept(name))
  return [
    ...left.map((name) => `left in ${OWN}: ${name}`),
    ...scratch.map((name) => `left among temporary files: ${name}`),
  ]
}

const ALONG = new Set(['tmp', 'ballast', ZIP, LIBRARY, ...GROUNDS.map(({ out }) => out.split('/')[0])])
const OF_LIBRARY =
  /^(?:library\.db(?:-wal|-shm)?|media(?:\/(?:pad-400x40|duin-360x60)\.png)?|backups|cache|themes(?:\/.*)?)$/

function strays(folder: string, { out }: Ground): readonly string[] {
  const beside = readdirSync(folder).filter((name) => !ALONG.has(name))
  const nested = out.split('/').slice(0, -1)
  const above = nested.flatMap((_, index) => {
    const at = join(folder, ...nested.slice(0, index + 1))
    return existsSync(at) ? readdirSync(at).filter((name) => name !== out.split('/')[index + 1]) : []
  })
  const own = join(folder, LIBRARY)
  const inLibrary = readdirSync(own, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => !OF_LIBRARY.test(path) && !path.startsWith('cache/'))
  return [...beside, ...above, ...inLibrary].map((name) => `a stray: ${name}`)
}

function treeOf(folder: string): Tree {
  if (!existsSync(folder)) return new Map()
  const paths = readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path !== OWN && !path.startsWith(`${OWN}/`))
    .sort()
  return new Map(paths.map((path) => [path, hashOf(join(folder, path))]))
}

function hashOf(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat) return 'none'
  if (!stat.isFile()) return stat.isDirectory() ? 'folder' : 'other'
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
