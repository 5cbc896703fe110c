import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../core/markdown/index.ts'
import { contentsOf } from '../../../core/page/contents.ts'
import { articlePage, compileTheme, renderPage, siteModel } from '../../../core/page/index.ts'
import { head, mapOf } from './site.ts'

const outline = (markdown: string) => readMarkdown(markdown).outline
const FOUR = outline('## A\n\n### B\n\n#### C\n\n## D\n\n### E')

describe('a table of contents', () => {
  it('stands by itself on a text of 1,200 words and four headings', () => {
    expect(contentsOf(FOUR, 1_200, 'automatic')).toEqual([
      { id: 'a', text: 'A', entries: [{ id: 'b', text: 'B' }] },
      { id: 'd', text: 'D', entries: [{ id: 'e', text: 'E' }] },
    ])
    expect(contentsOf(FOUR, 1_200, undefined)).toHaveLength(2)
    expect(contentsOf(FOUR, 1_199, 'automatic')).toBeNull()
    expect(contentsOf(outline('## A\n\n## B\n\n### C\n\n#### D'), 5_000, 'automatic')).toBeNull()
  })

  it('stands wherever a site wants it and there is something to choose from, or nowhere', () => {
    expect(contentsOf(outline('## A\n\n## B'), 10, 'always')).toHaveLength(2)
    expect(contentsOf(outline('## A'), 5_000, 'always')).toBeNull()
    expect(contentsOf([], 5_000, 'always')).toBeNull()
    expect(contentsOf(FOUR, 5_000, 'never')).toBeNull()
  })

  it('begins with what stands first, whatever level it was written with', () => {
    expect(
      contentsOf(outline('#### A\n\n###### B\n\n# C'), 1, 'always')?.map(({ id, entries }) => [
        id,
        entries.length,
      ]),
    ).toEqual([
      ['a', 1],
      ['c', 0],
    ])
  })
})

describe.each(['magazine', 'essay', 'documentation'])('the theme %s', (name) => {
  const folder = join(import.meta.dirname, '../../../resources/themes', name, 'templates')
  const templates = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const theme = compileTheme({ name, templates })
  const page = (markdown: string, contents: string, words = 2_000): string => {
    const article = { ...head(1), words }
    const map = mapOf([article])
    const model = articlePage(map, article, [])
    return renderPage(theme, siteModel(map, { contents }), model, readMarkdown(markdown))
  }
  const LONG = '## Een & "twee"\n\n### <b>Drie</b>\n\n## Één\n\n## Één'

  it('leads from a named list of headings to each of them', () => {
    const html = page(LONG, 'automatic')
    const [nav = ''] = /<nav class="toc".*?<\/nav>/s.exec(html) ?? []
    expect(nav).toContain('aria-labelledby="page-contents"')
    expect(nav).toContain('<h2 id="page-contents" class="label">Op deze pagina</h2>')
    const links = [...nav.matchAll(/<a href="#([^"]+)">([^<]*)<\/a>/g)].map(([, id, text]) => [id, text])
    expect(links).toEqual([
      ['een-twee', 'Een &amp; &#34;twee&#34;'],
      ['drie', 'Drie'],
      ['een', 'Één'],
      ['een-2', 'Één'],
    ])
    for (const [id] of links) expect(html).toContain(` id="${id}">`)
    expect(html.match(/id="page-contents"/g)).toHaveLength(1)
  })

  it('has none where the site or the text does not want one', () => {
    expect(page(LONG, 'never')).not.toContain('class="toc"')
    expect(page(LONG, 'automatic', 300)).not.toContain('class="toc"')
    expect(page('text', 'always')).not.toContain('class="toc"')
    expect(page('## A\n\n## B', 'always', 300)).toContain('class="toc"')
  })
})
