import { describe, expect, it } from 'vitest'
import { markdownOf, type RichNode } from '../../../renderer/editor/rich-text.ts'

const element = (tag: string, ...children: RichNode[]): RichNode => ({ tag, attributes: {}, children })
const styled = (tag: string, attributes: Record<string, string>, ...children: RichNode[]): RichNode => ({
  tag,
  attributes,
  children,
})

describe('rich text that is pasted', () => {
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
