import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSample } from '../../../electron/intake/sample.ts'
import { type Library, openLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { RESOURCES } from '../../../electron/publish/resources.ts'
import { readTheme } from '../../../electron/publish/theme-folder.ts'
import { filesOf } from './site.ts'

/** What a page may weigh without its pictures, in bytes. */
const MOST = 60_000
const WORDS = 800

/** Every paragraph has plain, bold and italic text, so that the page asks for every face. */
const SENTENCE = 'De enkel draagt je elke dag, en bijna iedereen vergeet dat tot het misgaat. '
const PARAGRAPH = `${SENTENCE.repeat(5)}*Niemand* denkt aan **zijn enkels**.`
const BODY = Array.from(
  { length: Math.ceil(WORDS / PARAGRAPH.split(/\s+/).length) },
  (_, at) => `## Deel ${at}\n\n${PARAGRAPH}\n`,
).join('\n')

const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
afterAll(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

const FACED = ['magazine', 'essay', 'documentation'].flatMap((theme) => {
  const face = readTheme(theme, { library: null }).manifest.options.find(({ type }) => type === 'face')
  return face?.type === 'face' ? face.values.map((value) => ({ theme, face: value })) : []
})

let library: Library
let slug = ''
beforeAll(async () => {
  await createSample(RESOURCES, 'nl', join(folder, 'library'))
  library = openLibrary(join(folder, 'library'))
  const article = [...library.articles.iterate()].find(({ status }) => status === 'published')
  if (!article) throw new Error('the sample has nothing that is published')
  library.articles.save(article.id, article.version, { body: BODY })
  slug = article.slug
})

describe.each(FACED)('the theme $theme in $face', ({ theme, face }) => {
  it('asks at most 60 kB without pictures for a first visit to an article of 800 words and a table of contents', async () => {
    const site = join(folder, `${theme}-${face}`)
    library.site.update({ theme, themeOptions: { face, contents: 'always' } })
    await exportSite(library, site)
    const files = filesOf(site)
    const html = files.get(`${slug}.html`)?.toString() ?? ''
    const weights = { html: Buffer.byteLength(html), css: 0, fonts: 0 }
    for (const [, path = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      const css = files.get(path)?.toString() ?? ''
      weights.css += Buffer.byteLength(css)
      for (const font of fontsFor(html, css)) {
        weights.fonts += files.get(posix.join(dirname(path), font))?.length ?? Infinity
      }
    }
    const all = weights.html + weights.css + weights.fonts
    console.log(`${theme}, ${face}: ${JSON.stringify({ ...weights, all })}`)
    expect(weights.fonts > 0).toBe(face !== 'serif' && face !== 'sans')
    expect(all).toBeLessThanOrEqual(MOST)
  })
})

/** The fonts that a browser fetches at most: of each face the last file that covers a sign of the page. */
function fontsFor(html: string, css: string): ReadonlySet<string> {
  const used = new Set([...html].map((sign) => sign.codePointAt(0) ?? 0))
  const left = new Map<string, Set<number>>()
  const fonts = new Set<string>()
  for (const face of [...css.matchAll(/@font-face\{[^}]*\}/g)].map(([text]) => text).toReversed()) {
    const file = /url\('?([^')]+)'?\)/.exec(face)?.[1]
    if (file === undefined) continue
    const kind = face.replace(/src:[^;]*;|unicode-range:[^;}]*/g, '')
    const signs = left.get(kind) ?? new Set(used)
    left.set(kind, signs)
    for (const [, from = '', to = from] of face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)) {
      for (const sign of [...signs]) {
        if (sign < Number.parseInt(from, 16) || sign > Number.parseInt(to, 16)) continue
        signs.delete(sign)
        fonts.add(file)
      }
    }
  }
  return fonts
}
