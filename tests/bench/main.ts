/** `npm run bench [-- backup export library related tree window] [--count N,M…]`: every figure beside its comparison, in one run. */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' } },
})
/** Null when none was asked for. */
const counts = values.count === undefined ? null : values.count.split(',').map(Number)
if (counts?.some((count) => !Number.isInteger(count) || count < 10)) {
  console.error('--count takes whole numbers of articles, 10 or more, with commas between them')
  process.exit(2)
}
/** Of the libraries that are measured in when no count is asked for; the last is made once, in minutes, and kept. */
const SAVE_SIZES = [100, 10_000, 100_000]
/** Of the library that is backed up while someone types: gigabytes. */
const BACKED_UP = 100_000
/** Articles in a tree of 500 categories. */
const TREE = 10_000
const RELATED_SIZES = [1_000, 10_000, 100_000]
const EXPORT_SIZES = [1_000, 4_000, 10_000]
const parts =
  positionals.length > 0 ? positionals : ['library', 'related', 'export', 'window', 'tree', 'backup']
for (const part of parts) {
  if (part === 'export') await (await import('./export.ts')).benchExport(root, counts ?? EXPORT_SIZES)
  else if (part === 'library') await (await import('./library.ts')).benchLibrary(root, counts ?? SAVE_SIZES)
  else if (part === 'related')
    await (await import('./related.ts')).benchRelated(root, counts ?? RELATED_SIZES)
  else if (part === 'window') await (await import('./window.ts')).benchWindow(root)
  else if (part === 'tree') await (await import('./tree.ts')).benchTree(root, counts?.[0] ?? TREE)
  else if (part === 'backup')
    await (await import('./window.ts')).benchBackupInWindow(root, counts?.[0] ?? BACKED_UP)
  else {
    console.error(`no such part: ${part} (library, related, export, window, tree, backup)`)
    process.exit(2)
  }
}
