import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../core/frontmatter.ts'
import type { Library } from '../../../electron/library/library.ts'
import { richText } from '../../../electron/publish/rich-text.ts'
import { shareArticle, sharedPage } from '../../../electron/publish/share.ts'
import { longhand } from '../cli/run.ts'
import { png } from '../library/pictures.ts'
import { tempFolder, tempLibrary } from '../library/temp-library.ts'
import { elementsOf, textOf } from './site.ts'

const BODY = `Een eerste alinea met een [link](ander.html) en een [bron](https://example.org/x?a=1&b=2).

![Berg](PICTURE)

![Ver](https://example.org/ver.png)

![Weg](media/weg.png)

Terug naar [boven](#boven).
`

function articleWithPicture(baseUrl = ''): { library: Library; id: number; picture: string } {
  const library = tempLibrary()
  if (baseUrl !== '') library.site.update({ baseUrl })
  const picture = library.media.add('berg.png', png(8, 6)).path
  library.articles.create({ title: 'Ander', status: 'published' })
  const { id } = library.articles.create({
    title: 'Over <bergen> & dalen',
    summary: 'Kort gezegd',
    body: BODY.replace('PICTURE', picture),
  })
  return { library, id, picture }
}

const pageOf = async (baseUrl = '') => {
  const { library, id } = articleWithPicture(baseUrl)
  return sharedPage(library, library.articles.get(id))
}

describe('an article shared as one page', () => {
  it('fetches nothing: what it shows is inside, and nothing can run', async () => {
    const { html, missing } = await pageOf()
    expect(missing).toEqual(['media/weg.png'])
    for (const { tagName, properties } of elementsOf(html)) {
      expect(['script', 'iframe', 'source', 'form']).not.toContain(tagName)
      expect(properties['srcSet']).toBeUndefined()
      if (tagName === 'img' && properties['src'] !== undefined)
        expect(properties['src']).toMatch(/^data:image\//)
      if (tagName === 'link') expect(String(properties['href'])).toMatch(/^data:|^https:/)
    }
    expect(html).not.toMatch(/url\((?!"?data:|["']?#)/)
    expect(html).toContain('data:font/woff2;base64,')
  })

  it('carries a policy that allows its own style sheet by its bytes, and nothing from elsewhere', async () => {
    const { html } = await pageOf()
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
    expect(policy).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    expect(policy).not.toMatch(/unsafe-inline|https?:|script/)
  })

  it('leads to other pages by the address of the site, and by none when that is not known', async () => {
    const links = (html: string): unknown[] =>
      elementsOf(html)
        .filter(({ tagName }) => tagName === 'a')
        .map(({ properties }) => properties['href'])
    const without = links((await pageOf()).html)
    expect(without).toContain('https://example.org/x?a=1&b=2')
    expect(without).toContain('https://example.org/ver.png')
    expect(without.some((href) => typeof href === 'string' && !/^(https:|#)/.test(href))).toBe(false)
    expect(links((await pageOf('https://voorbeeld.nl/blog')).html)).toContain(
      'https://voorbeeld.nl/blog/ander.html',
    )
  })

  it('is the same, byte for byte, each time', async () => {
    expect(await pageOf()).toEqual(await pageOf())
  })
})

describe('an article shared as Markdown', () => {
  it('names what it shares with its translations, as the intake reads it', async () => {
    const { library, id } = articleWithPicture()
    library.translations.start(id, 'en-GB')
    const file = join(tempFolder(), 'a.md')
    await shareArticle(library, library.articles.get(id), 'md', file)
    expect(readFileSync(file, 'utf8')).toContain('\ntranslationKey: over-bergen-en-dalen\n')
    const { html } = await sharedPage(library, library.articles.get(id))
    expect(html).not.toContain('class="translations"')
  })

  it('has its pictures beside it and reads back as it was', async () => {
    const { library, id, picture } = articleWithPicture()
    const folder = tempFolder()
    const article = library.articles.get(id)
    const shared = await shareArticle(library, article, 'md', join(folder, 'stuk.md'))
    expect(shared).toEqual({ file: join(folder, 'stuk.md'), missing: ['media/weg.png'] })
    const { values, body } = readFrontMatter(readFileSync(join(folder, 'stuk.md'), 'utf8'))
    expect(values).toMatchObject({ title: article.title, summary: 'Kort gezegd' })
    expect(body).toBe(article.body)
    expect(readFileSync(join(folder, picture))).toEqual(Buffer.from(png(8, 6)))
    await shareArticle(library, article, 'md', join(folder, 'stuk.md'))
    expect(readdirSync(folder).sort()).toEqual(['media', 'stuk.md'])
  })

  it('writes over nobody else’s picture', async () => {
    const { library, id, picture } = articleWithPicture()
    const folder = tempFolder()
    await shareArticle(library, library.articles.get(id), 'md', join(folder, 'a.md'))
    writeFileSync(join(folder, picture), 'van een ander')
    const again = shareArticle(library, library.articles.get(id), 'md', join(folder, 'b.md'))
    await expect(again).rejects.toMatchObject({ code: 'export.occupied' })
    expect(readFileSync(join(folder, picture), 'utf8')).toBe('van een ander')
    expect(existsSync(join(folder, 'b.md'))).toBe(false)
  })

  it('is a zip of the same bytes in every time zone', async () => {
    const { library, id } = articleWithPicture()
    const zone = process.env['TZ']
    const zips: Buffer[] = []
    try {
      for (const tz of ['Pacific/Auckland', 'America/Lima']) {
        process.env['TZ'] = tz
        const file = join(tempFolder(), 'stuk.zip')
        await shareArticle(library, library.articles.get(id), 'md', file)
        zips.push(readFileSync(file))
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    expect(zips[0]?.subarray(0, 2).toString()).toBe('PK')
    expect(zips[0]?.equals(zips[1]!)).toBe(true)
  })
})

describe('an article for the clipboard', () => {
  it('says a formula as it was written, once, and code without its colours', async () => {
    const { library } = articleWithPicture('')
    const body = 'Dus $E=mc^2$.\n\n```js\nlet a = 1\n```\n'
    const { html, text } = await richText(library, { title: 'A', summary: '', body })
    expect(text).toBe('A\n\nDus E=mc^2.\n\nlet a = 1\n')
    expect(html).toContain('<math><semantics>')
    expect(html).not.toMatch(/class=|style=/)
  })

  it('is clean: no classes, no identifiers, its picture inside, links that work anywhere', async () => {
    const { library, id } = articleWithPicture('https://voorbeeld.nl')
    const { html, text } = await richText(library, library.articles.get(id))
    expect(textOf(elementsOf(html).find(({ tagName }) => tagName === 'h1')!)).toBe('Over <bergen> & dalen')
    for (const { properties } of elementsOf(html)) {
      expect(properties).not.toHaveProperty('className')
      expect(properties).not.toHaveProperty('id')
    }
    expect(html).toContain('src="data:image/png;base64,')
    expect(html).toContain('href="https://voorbeeld.nl/ander.html"')
    expect(text).toMatch(
      /^Over <bergen> & dalen\n\nKort gezegd\n\nEen eerste alinea met een link en een bron\.\n/,
    )
  })
})

describe('longhand export-article', () => {
  it('writes a page or Markdown, and says what it cannot', async () => {
    const { library, id } = articleWithPicture()
    const { slug } = library.articles.get(id)
    const file = join(tempFolder(), 'stuk.html')
    const words = ['export-article', '--library', library.folder, slug, '--out', file]
    const done = await longhand([...words, '--format', 'html', '--json'])
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.json()).toEqual([{ file, missing: ['media/weg.png'] }])
    expect(readFileSync(file, 'utf8')).toMatch(/^<!DOCTYPE html>/i)
    expect(await longhand([...words, '--format', 'pdf'])).toMatchObject({ code: 2 })
    expect((await longhand([...words, '--format', 'pdf'])).err).toContain('not there yet')
    const unknown = words.with(3, 'bestaat-niet')
    expect(await longhand([...unknown, '--format', 'md'])).toMatchObject({ code: 1 })
    const nowhere = words.with(5, join(tempFolder(), 'weg', 'x.html'))
    expect(await longhand([...nowhere, '--format', 'html'])).toMatchObject({ code: 1 })
  })
})
