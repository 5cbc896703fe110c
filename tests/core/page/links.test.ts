import { describe, expect, it } from 'vitest'
import { baseAddress, destination, safeAddress, safePicture } from '../../../core/page/links.ts'
import { isSafePath, rootOf } from '../../../core/page/paths.ts'
import { sizeInName } from '../../../core/page/picture.ts'

describe('addresses on pages', () => {
  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'file:///etc',
    'vbscript:x',
    '',
  ])('are refused when they are %j', (address) => {
    expect(safeAddress(address)).toBeNull()
    expect(safePicture(address)).toBeNull()
  })

  it('are let through when they are links', () => {
    for (const address of [
      'https://example.org/',
      'mailto:a@example.org',
      'media/x.jpg',
      '#part',
      '/x',
      '?q=1',
    ]) {
      expect(safeAddress(address)).toBe(address)
    }
  })

  it('have a base only when it is an http address', () => {
    expect(baseAddress('https://example.org/blog?x#y')).toBe('https://example.org/blog/')
    expect(baseAddress('javascript:alert(1)//https://x')).toBeNull()
    expect(baseAddress('')).toBeNull()
  })
})

describe('where a link in a body leads', () => {
  it.each([
    ['other.html', 'other.html'],
    ['./media/a%20b.jpg', 'media/a b.jpg'],
    ['/categorie/eten.html?x=1#y', 'categorie/eten.html'],
    ['/', 'index.html'],
    ['tag/', 'tag/index.html'],
    ['a/../b.html', 'b.html'],
  ])('%s is a file of the site', (link, path) => {
    expect(destination(link)).toEqual({ kind: 'inside', path })
  })

  it.each(['https://example.org/', '//example.org/', 'mailto:a@example.org', '#part', 'tel:+31'])(
    '%s is not the site’s',
    (link) => {
      expect(destination(link)).toEqual({ kind: 'outside' })
    },
  )

  it.each([
    '../secret.html',
    '/../../etc/passwd',
    '{{ site.baseurl }}/x',
    '%7B%7Bsite%7D%7D/x',
    '{% post_url x %}',
  ])('%s leads nowhere', (link) => {
    expect(destination(link)).toEqual({ kind: 'nowhere' })
  })
})

describe('paths within a site', () => {
  it.each([
    '../x.html',
    '/etc/passwd',
    'a//b',
    'C:/x',
    'a\\b',
    '.git/config',
    'nul.html',
    'x:stream',
    'a/../b',
    '',
    'a\u0000b',
    'x.',
  ])('are refused when they could leave the folder: %j', (path) => {
    expect(isSafePath(path)).toBe(false)
  })

  it('are accepted when they are plain', () => {
    for (const path of ['index.html', 'tag/a-b.html', 'media/Foto één.jpg'])
      expect(isSafePath(path)).toBe(true)
  })

  it('lead back to the root', () => {
    expect([rootOf('a.html'), rootOf('tag/a.html'), rootOf('tag/a/2.html')]).toEqual(['', '../', '../../'])
  })
})

describe('the name of a picture', () => {
  it('tells its size', () => {
    expect(sizeInName('media/trail-1200x675.jpg')).toEqual({ width: 1200, height: 675 })
    expect(sizeInName('media/trail-0x675.jpg')).toBeNull()
    expect(sizeInName('media/trail.jpg')).toBeNull()
  })
})
