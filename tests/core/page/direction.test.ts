import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { THEMES } from '../../../core/article.ts'
import { articlePage, compileTheme, renderPage, siteModel } from '../../../core/page/index.ts'
import { LOPEN, head, mapOf } from './site.ts'

const about = { categoryId: LOPEN.id, publishedAt: '2025-12-10T09:30:00+01:00' }
const DUTCH = head(1, { ...about, language: 'nl' })
const ARABIC = head(2, { ...about, language: 'ar', title: 'المشي' })

describe.each(THEMES)('a page of the theme %s', (name) => {
  const folder = join(import.meta.dirname, '../../../resources/themes', name, 'templates')
  const theme = compileTheme({
    name,
    templates: Object.fromEntries(
      readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
    ),
  })
  const pageOf = (article: typeof DUTCH, related: readonly (typeof DUTCH)[], language: string): string => {
    const map = mapOf([DUTCH, ARABIC], { language })
    return renderPage(theme, siteModel(map, {}), articlePage(map, article, related))
  }

  it('says nothing of a direction where nobody would miss it', () => {
    expect(pageOf(DUTCH, [], 'nl-NL')).not.toMatch(/ dir="(ltr|rtl)"/)
  })

  it('is written from the right in a language that is, and what surrounds it is not', () => {
    const html = pageOf(ARABIC, [DUTCH], 'nl-NL')
    expect(html).toContain('<html lang="ar" dir="rtl">')
    for (const part of ['header class="masthead', 'footer class="colophon', 'section class="related'])
      expect(html).toMatch(new RegExp(`<${part}[^>]* lang="nl-NL" dir="ltr"`))
  })

  it('is written from the right all over on a site in such a language', () => {
    expect(pageOf(ARABIC, [], 'ar-EG')).toMatch(/<html lang="ar" dir="rtl">(?!.* dir="ltr")/s)
    expect(pageOf(DUTCH, [], 'ar-EG')).toMatch(/<header class="masthead[^>]* lang="ar-EG" dir="rtl"/)
  })

  it('keeps a number before the words that it counts where those are not of the site’s language', () => {
    const read = (language: string): string => pageOf(head(1, { ...about, words: 800 }), [], language)
    expect(read('ar-EG')).toContain('>\u20684 min read\u2069<')
    expect(read('en-GB')).toContain('>4 min read<')
  })

  it('lets a title in another language go its own way', () => {
    expect(pageOf(DUTCH, [ARABIC], 'nl-NL')).toMatch(/ lang="ar" dir="auto"[^>]*>(<a [^>]*>)?المشي/)
  })
})
