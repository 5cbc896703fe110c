/** `npm run bench [-- export library window] [--count N]`: every figure beside its comparison, in one run. */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '4000' } },
})
const count = Number(values.count)
if (!Number.isInteger(count) || count < 10) {
  console.error('--count takes a whole number of articles, 10 or more')
  process.exit(2)
}
const parts = positionals.length > 0 ? positionals : ['library', 'export', 'window']
for (const part of parts) {
  if (part === 'export') (await import('./export.ts')).benchExport(root, count)
  else if (part === 'library') await (await import('./library.ts')).benchLibrary(count)
  else if (part === 'window') await (await import('./window.ts')).benchWindow(root)
  else {
    console.error(`no such part: ${part} (library, export, window)`)
    process.exit(2)
  }
}
