import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { THEMES } from '../../../core/article.ts'
import { createLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { withOwnStyles } from '../../../electron/publish/own-styles.ts'
import { filesOf } from './site.ts'

const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(THEMES)('the page for what is not there in the theme %s', (theme) => {
  const baseUrl = 'https://veldkers.example/blad/'

  it('has its style inside, so that it is fine at any depth and as a file, and no other style is let in', async () => {
    const library = createLibrary(join(folder, theme), { name: 'Veldkers', language: 'nl-NL', baseUrl })
    library.site.update({ theme })
    const site = join(folder, `${theme}-site`)
    await exportSite(library, site)
    const html = filesOf(site).get('404.html')?.toString() ?? ''
    const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => css)
    expect(html).not.toContain('rel="stylesheet"')
    expect(styles).toHaveLength(2)
    const hashes = styles.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    expect(html).toContain(`style-src 'self' ${hashes.join(' ')};`)
    expect(styles[0]).toContain('url("/blad/assets/fonts/')

    // Another colour changes no other page, but this one has to be made anew with it.
    library.site.update({ themeOptions: { accent: '#7a1f5c' } })
    await exportSite(library, site)
    expect(filesOf(site).get('404.html')?.toString()).toContain('#7a1f5c')
    library.close()
  })
})

it('takes a style sheet in whole, closes on nothing that it says, and leaves a link to any other', () => {
  const head = `<meta content="style-src 'self'; font-src 'self'">`
  const links = ['assets/style.css', 'assets/other.css'].map(
    (path) => `<link rel="stylesheet" href="../${path}">`,
  )
  const css = `a{content:'</style><b>';src:url(fonts/a.woff2),url("data:x"),url('/b')}`
  const page = withOwnStyles(head + links.join(''), '../', { 'assets/style.css': css })
  expect(page).toContain(links[1])
  expect(page).toContain(
    `<style>a{content:'<\\/style><b>';src:url("../assets/fonts/a.woff2"),url("data:x"),url('/b')}</style>`,
  )
})
