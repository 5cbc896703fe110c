import { describe, expect, test } from 'vitest'
import { runEnds, settleHtml } from '../../../core/markdown/raw-html.ts'

const settle = (html: string, later = false) =>
  settleHtml(html, 0, () => later).html.replace(/ \u0001(?:at="\d+")?/g, '')

describe('settling a piece of raw HTML', () => {
  test.each([
    ['<a href="x">', '<a href="x">'],
    ['<a b=\'>\' c=">" d=x/>y', '<a b=\'>\' c=">" d=x/>y'],
    ['<div title="a', '&lt;div title="a'],
    ['<a <b>', '<a <b>'],
    ['<', '&lt;'],
    ['a < b <3', 'a &lt; b &lt;3'],
    ['<!-- a -->b', 'b'],
    ['<!-->b', 'b'],
    ['<!-- a --!>b', 'b'],
    ['<!-- a', ''],
    ['<?a?>b<!b>c</ d>e', 'bce'],
    ['<script>a<b></script>c', '<script>a<b></script>c'],
    ['<script>a', '&lt;script>a'],
    ['</script>', '</script>'],
    ['<plaintext>', '&lt;plaintext>'],
  ])('makes of %j %j', (html, expected) => {
    expect(settle(html)).toBe(expected)
  })

  test('keeps a start tag whose end follows in the same paragraph', () => {
    expect(settle('<script>', true)).toBe('<script>')
  })

  test('marks tags, start tags with their lines, and names the tags of elements with content', () => {
    const { html, tags } = settleHtml('<div>\n<BR><p\nid=x>\n</div>', 7, () => false)
    expect(html).toBe('<div \u0001at="7">\n<BR \u0001at="8"><p \u0001at="8"\nid=x>\n</div \u0001>')
    expect(tags).toEqual([
      { name: 'div', closes: false },
      { name: 'p', closes: false },
      { name: 'div', closes: true },
    ])
  })
})

describe('the runs of blocks', () => {
  const tags = (text: string) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((name) => ({ name: name.replace('/', ''), closes: name.startsWith('/') }))
  const ends = (...blocks: string[]) => runEnds(blocks.map(tags))

  test('reach from an opened element to where it is closed', () => {
    expect(ends('div', '', '/div', '')).toEqual([2, 1, 2, 3])
  })

  test('hold nested elements, and end those that were not closed before', () => {
    expect(ends('div', 'div', '/div', '/div')).toEqual([3, 2, 2, 3])
    expect(ends('div', 'b', '/div', '/b')).toEqual([2, 1, 2, 3])
  })

  test('are single blocks where nothing is closed, or nothing was opened', () => {
    expect(ends('div', 'p', '', '/b', '/i')).toEqual([0, 1, 2, 3, 4])
  })
})
