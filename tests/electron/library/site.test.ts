import { describe, expect, it } from 'vitest'
import type { Site } from '../../../core/article.ts'
import { failureOf, tempLibrary } from './temp-library.ts'

describe('the site', () => {
  it('changes what the patch names and nothing else', () => {
    const library = tempLibrary()
    const before = library.site.get()
    const patch = { description: 'Over bewegen', themeOptions: { accent: '#246' } }
    expect(library.site.update(patch)).toEqual({ ...before, ...patch })
    expect(library.site.get()).toEqual({ ...before, ...patch })
  })

  it.each([
    ['https://example.org/blog', 'https://example.org/blog/'],
    ['http://example.org', 'http://example.org/'],
    ['https://example.org/a/?x=1#y', 'https://example.org/a/'],
    ['  ', ''],
  ])('keeps the base URL %j as the folder %j', (typed, kept) => {
    expect(tempLibrary().site.update({ baseUrl: typed }).baseUrl).toBe(kept)
  })

  it('writes a language in its usual letters', () => {
    expect(tempLibrary().site.update({ language: 'NL-be' }).language).toBe('nl-BE')
  })

  it.each<Partial<Site>>([
    { name: ' ' },
    { baseUrl: 'javascript:alert(1)' },
    { baseUrl: 'example.org' },
    { language: 'x y' },
    { readingSpeed: 0 },
    { readingSpeed: Number.NaN },
    { relatedCount: -1 },
  ])('refuses %j', (patch) => {
    const library = tempLibrary()
    const before = library.site.get()
    expect(failureOf(() => library.site.update(patch))).toMatchObject({
      code: 'value.refused',
      detail: { field: Object.keys(patch)[0] },
    })
    expect(library.site.get()).toEqual(before)
  })
})
