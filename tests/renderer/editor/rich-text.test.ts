import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import type { Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { NO_DRESSING, renderMarkdown } from '../../../core/markdown/index.ts'
import { markdownOf, type RichNode } from '../../../renderer/editor/rich-text.ts'

const element = (tag: string, ...children: RichNode[]): RichNode => ({ tag, attributes: {}, children })
const styled = (tag: string, attributes: Record<string, string>, ...children: RichNode[]): RichNode => ({
  tag,
  attributes,
  children,
})

const toText = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(toText).join('') : ''

/** Words with every sign that Markdown knows, as often as letters. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_#[]()`|~<>$&\\!-+=.:;{}^"\'/@0123456789 '.split('')),
      fc.constantFrom(
        '$5',
        '1. ',
        '- ',
        '# ',
        '> ',
        '---',
        '===',
        '&amp;',
        '&lt;',
        '[^1]',
        '](',
        '[ ]',
        '{#id}',
        '~~~',
        '```',
      ),
      fc.constantFrom('a', 'woord', 'é', '日', ' ', 'http://a.nl/b_c', 'x@y.nl', '<b>', '<!--', '|a|', '$$'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const inlineNode: fc.Arbitrary<RichNode> = fc.letrec<{ node: RichNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    words,
    fc
      .tuple(fc.constantFrom('b', 'em', 's', 'span', 'code'), fc.array(tie('node'), { maxLength: 3 }))
      .map(([tag, children]) => element(tag, ...children)),
    // A link holds no link.
    fc
      .tuple(words, fc.constantFrom('b', 'code', 'span'), words)
      .map(([text, tag, more]) => styled('a', { href: 'https://a.nl/b(c)$d' }, text, element(tag, more))),
    fc.constant(element('br')),
  ),
})).node

const run = fc.array(inlineNode, { maxLength: 4 })
const block: fc.Arbitrary<RichNode> = fc.oneof(
  fc
    .tuple(fc.constantFrom('p', 'h2', 'blockquote', 'div'), run)
    .map(([tag, nodes]) => element(tag, ...nodes)),
  fc
    .tuple(fc.constantFrom('ul', 'ol'), fc.array(run, { minLength: 1, maxLength: 3 }))
    .map(([tag, items]) => element(tag, ...items.map((nodes) => element('li', ...nodes)))),
  words.map((text) => element('pre', text)),
)

const said = (nodes: readonly RichNode[]): string =>
  nodes
    .map((node) => (typeof node === 'string' ? node : node.tag === 'br' ? ' ' : said(node.children)))
    .join('')

/** What readers read, in one line and without spaces: where lines break is the page's. */
const read = (text: string): string => text.replace(/\s+/g, '')

describe('rich text that is pasted', () => {
  it('says on the page, letter for letter, what it said where it was copied', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (nodes) => {
        const markdown = markdownOf(nodes) ?? ''
        const page = toText(fromHtml(renderMarkdown(markdown, NO_DRESSING).html, { fragment: true }))
        expect(read(page), markdown).toBe(read(said(nodes)))
      }),
      { numRuns: Number(process.env['LONGHAND_RUNS'] ?? 400) },
    )
  })

  it('makes no formula of prices and no picture of a link', () => {
    const markdown = markdownOf([
      element('p', 'Van $5_a$ tot $10!', styled('a', { href: 'https://a.nl' }, 'Hier')),
    ])
    expect(renderMarkdown(markdown!, NO_DRESSING).html).toContain(
      'Van $5_a$ tot $10!<a href="https://a.nl">Hier</a>',
    )
  })

  it('goes without a mark where Markdown would not read it as one', () => {
    expect(markdownOf([element('p', element('b', 'a.'), 'b')])).toBe('a.b')
    expect(markdownOf([element('p', element('b', 'a'), element('b', 'b'))])).toBe('**ab**')
    expect(markdownOf([element('p', element('b', element('i', 'a')), ' b')])).toBe('***a*** b')
    const open = element('em', element('b', 'a'), element('code', 'x'), element('b', 'c'))
    expect(markdownOf([element('p', open)])).toBe('*a`x`**c***')
  })

  it('keeps what Markdown can say', () => {
    expect(
      markdownOf([
        element('h2', 'Kop'),
        element('p', 'Een ', element('b', 'vet '), element('em', 'schuin'), ' woord.'),
        element('ul', element('li', 'een'), element('li', 'twee', element('ol', element('li', 'a')))),
        element('blockquote', element('p', 'citaat')),
        element('pre', 'a\n  b\n'),
      ]),
    ).toBe('## Kop\n\nEen **vet** *schuin* woord.\n\n- een\n- twee\n  1. a\n\n> citaat\n\n```\na\n  b\n```')
  })

  it('keeps links to pages and forgets others', () => {
    expect(markdownOf([styled('a', { href: 'https://example.org/a (b)' }, 'hier')])).toBe(
      '[hier](<https://example.org/a (b)>)',
    )
    expect(markdownOf([styled('a', { href: 'javascript:alert(1)' }, 'hier')])).toBe('hier')
  })

  it('sees through the wrapper of word processors', () => {
    expect(
      markdownOf([
        element('meta'),
        styled(
          'b',
          { style: 'font-weight:normal' },
          element('p', styled('span', { style: 'font-weight:700' }, 'vet')),
        ),
      ]),
    ).toBe('**vet**')
  })

  it('escapes what would be Markdown', () => {
    expect(markdownOf([element('p', '1. geen *lijst*')])).toBe('1\\. geen \\*lijst\\*')
    expect(markdownOf([element('p', '# geen kop')])).toBe('\\# geen kop')
  })

  it('is left as plain text when it holds a table or a picture', () => {
    expect(markdownOf([element('table', element('tr', element('td', 'a')))])).toBeNull()
    expect(markdownOf([element('p', 'a', element('img'))])).toBeNull()
  })
})
