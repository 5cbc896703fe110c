import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'

const SCRIPT = '<script>alert(1)</script>'

/** A library of which somebody changed the files and the books by hand. */
function forged(files: Readonly<Record<string, string>>): string {
  const library = tempLibrary()
  const body = Object.keys(files).map((path) => `![x](${path}) [x](${path})\n`)
  library.articles.create({ title: 'Gevaar', status: 'published', body: body.join('\n') })
  const { folder } = library
  library.close()
  const db = new Database(join(folder, 'library.db'))
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(folder, path), text)
    db.prepare('INSERT INTO media (path, mime, width, height, bytes, sha256) VALUES (?, ?, 8, 6, ?, ?)').run(
      path,
      'image/png',
      text.length,
      path.padEnd(64, '0'),
    )
  }
  db.close()
  return folder
}

it('puts nothing of a stranger’s library on the site that a browser would run, whatever it is called', async () => {
  const folder = forged({
    'media/page.html': `<!doctype html>${SCRIPT}`,
    'media/program.js': 'alert(1)',
    'media/page-8x6.png': `<!doctype html>${SCRIPT}`,
    'media/drawing-8x6.svg': `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}<path d="M0 0"/></svg>`,
    'media/other-8x6.svg': `<html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`,
  })
  const library = openLibrary(folder)
  const site = join(tempFolder(), 'site')
  try {
    const { warnings } = await exportSite(library, site)
    expect(warnings.map(({ kind, target }) => `${kind} ${target}`)).toContain('missingImage media/page.html')
    for (const path of ['page.html', 'program.js', 'page-8x6.png'])
      expect([path, existsSync(join(site, 'media', path))]).toEqual([path, false])
    for (const path of ['drawing-8x6.svg', 'other-8x6.svg']) {
      const text = readFileSync(join(site, 'media', path), 'utf8')
      expect(text).toMatch(/^<svg /)
      expect(text).not.toMatch(/script|alert/)
    }
    expect(readFileSync(join(site, 'media', 'drawing-8x6.svg'), 'utf8')).toContain('<path d="M0 0"/>')
  } finally {
    library.close()
  }
})
