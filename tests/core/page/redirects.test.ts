import { describe, expect, it } from 'vitest'
import { redirects } from '../../../core/page/index.ts'
import { LOPEN, head, mapOf } from './site.ts'

const article = head(1, { title: 'Nieuw & beter', slug: 'nieuw', categoryId: LOPEN.id })
const old = (slug: string, ownerId = 1) => ({ kind: 'article', slug, ownerId }) as const

describe('former addresses', () => {
  it('lead to where things are now, without a script', () => {
    const [redirect] = redirects(mapOf([article]), [old('oud')])
    expect(redirect?.path).toBe('oud.html')
    expect(redirect?.html).toContain('<meta http-equiv="refresh" content="0; url=nieuw.html">')
    expect(redirect?.html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'`)
    expect(redirect?.html).toContain('<link rel="canonical" href="https://example.org/blog/nieuw.html">')
    expect(redirect?.html).toContain('<meta name="robots" content="noindex">')
    expect(redirect?.html).toContain('<a href="nieuw.html">Nieuw &amp; beter</a>')
  })

  it('lead from a former folder too', () => {
    const [redirect] = redirects(mapOf([article]), [{ kind: 'category', slug: 'rennen', ownerId: LOPEN.id }])
    expect(redirect?.path).toBe('categorie/rennen.html')
    expect(redirect?.html).toContain('url=../categorie/lopen.html"')
  })

  it('never take the place of a page, and lead to none that is not there', () => {
    const map = mapOf([article, head(2)])
    expect(redirects(map, [old('artikel-2'), old('weg', 99), old('nieuw')])).toEqual([])
    expect(redirects(mapOf([]), [{ kind: 'category', slug: 'rennen', ownerId: LOPEN.id }])).toEqual([])
  })
})
