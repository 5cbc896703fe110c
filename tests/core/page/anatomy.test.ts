import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articlePage, compileTheme, renderPage, siteModel } from '../../../core/page/index.ts'
import { DAAN, LOPEN, TAG, head, mapOf } from './site.ts'

const FULL = head(1, {
  title: 'Sterke enkels',
  summary: 'Waarom je ze nodig hebt.',
  categoryId: LOPEN.id,
  tags: [TAG.name],
  authorIds: [DAAN.id],
  cover: 'media/enkel-1200x675.jpg',
  publishedAt: '2025-12-10T09:30:00+01:00',
  words: 1_200,
})
const OTHER = head(2, {
  title: 'Soepele heupen',
  summary: 'Tien minuten op de mat.',
  categoryId: LOPEN.id,
  cover: 'media/heup-1200x675.jpg',
  publishedAt: '2025-06-17T09:30:00+02:00',
})

const BODY = '<p>De tekst.</p>\n'

describe.each(['magazine', 'essay', 'documentation'])('an article in the theme %s', (name) => {
  const folder = join(import.meta.dirname, '../../../resources/themes', name, 'templates')
  const templates = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const map = mapOf([FULL, OTHER])
  const model = articlePage(map, FULL, [OTHER])
  const html = renderPage(compileTheme({ name, templates }), siteModel(map, {}), model, {
    html: BODY,
    outline: [],
  })
  const [main = ''] = /<main.*<\/main>/s.exec(html) ?? []
  const [related = ''] = /<section class="related".*?<\/section>/s.exec(main) ?? []
  const article = main.replace(related, '')

  it.each([
    ['its date', '<time datetime="2025-12-10">10 december 2025</time>'],
    ['how long it takes to read', '6 min leestijd'],
    ['its category', '<a href="categorie/lopen.html">Lopen</a>'],
    ['its title', '<h1 class="article-title">Sterke enkels</h1>'],
    ['its summary', '>Waarom je ze nodig hebt.</p>'],
    ['its author', 'href="auteur/daan.html">Daan</a>'],
    ['what its author is', '>Auteur</span>'],
    ['its cover, called by its title', 'src="media/enkel-1200x675.jpg" alt="Sterke enkels"'],
    ['its text', `<div class="article-body">${BODY}</div>`],
    ['its tags', '<a rel="tag" href="tag/enkel.html">enkel</a>'],
  ])('shows %s', (_what, part) => {
    expect(article).toContain(part)
  })

  it.each([
    ['are called so', '<h2 id="related">Gerelateerde artikelen</h2>'],
    ['lead to the category', 'Meer lezen over <a href="categorie/lopen.html">Lopen</a>'],
    ['invite', 'Ontdek meer artikelen die je misschien interessant vindt'],
    ['have covers', 'src="media/heup-1200x675.jpg"'],
    ['have dates', '<time datetime="2025-06-17">17 juni 2025</time>'],
    ['have titles', 'href="artikel-2.html">Soepele heupen</a>'],
    ['have summaries', '>Tien minuten op de mat.</p>'],
  ])('has related articles that %s', (_what, part) => {
    expect(related).toContain(part)
  })

  it('is one article of one title in a whole page', () => {
    expect(html).toContain('<title>Sterke enkels | Proef &amp; zo</title>')
    expect(html.match(/<h1\b/g)).toHaveLength(1)
    for (const part of [
      '<html lang="nl-NL">',
      'class="skip"',
      '<main id="main"',
      '<nav',
      '<header',
      '<footer',
    ]) {
      expect(html).toContain(part)
    }
  })
})
