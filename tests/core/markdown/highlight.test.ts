import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../../core/markdown/highlight.ts'
import { bodyText, plainText } from '../../../core/markdown/index.ts'
import { renderMarkdown } from './rendered.ts'
import { anyMarkdown } from './samples.ts'

/** What a browser makes text of. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const codeIn = (markdown: string): string | undefined =>
  /<pre tabindex="0">(<code.*?<\/code>)<\/pre>/s.exec(renderMarkdown(markdown).html)?.[1]

describe('code in a fence', () => {
  test('has its parts in spans of the classes that themes colour, one beside the other', () => {
    expect(codeIn('```js\nconst a = `x ${b}` // <c>\n```')).toBe(
      '<code class="language-js"><span class="hljs-keyword">const</span> a = <span class="hljs-string">`x </span>${b}' +
        '<span class="hljs-string">`</span> <span class="hljs-comment">// &lt;c&gt;</span>\n</code>',
    )
  })

  test.each([
    'bash',
    'c',
    'c++',
    'cpp',
    'cs',
    'css',
    'diff',
    'dockerfile',
    'go',
    'graphql',
    'html',
    'ini',
    'java',
    'js',
    'json',
    'kotlin',
    'lua',
    'makefile',
    'md',
    'nginx',
    'perl',
    'php',
    'ps1',
    'py',
    'python',
    'r',
    'rb',
    'rs',
    'scss',
    'sh',
    'sql',
    'swift',
    'toml',
    'ts',
    'xml',
    'yaml',
    'JavaScript',
  ])('is coloured when it is called %s', (language) => {
    const code =
      '# A "b" <c id="d">\n- if (x = 1) { return true } /* e */\nFROM a SELECT 1; [f]\n+ key: "v"\n'
    const html = highlight(code, language)
    expect(html).toContain('<span class="hljs-')
    expect(textOf(html ?? '')).toBe(code)
  })

  test.each(['js{1,3}', '{.js .numbered}', '.js'])(
    'is known by the name that its words begin with: %s',
    (info) => {
      expect(highlight('let a', info)).toBe('<span class="hljs-keyword">let</span> a')
    },
  )

  test.each(['', 'text', 'nosuchlanguage', 'constructor', '__proto__', '{}'])(
    'stays plain when it is called %j',
    (name) => {
      expect(highlight('let a = "<b>"', name) ?? 'plain').not.toContain('<span')
    },
  )

  test('stays plain when it is longer than a reader would read, or no person wrote it', () => {
    const line = 'let a = 1;\n'
    expect(highlight(line.repeat(1_500), 'js')).toContain('<span')
    expect(highlight(line.repeat(100_000), 'js')).toBeNull()
    expect(highlight('let a = 1; '.repeat(300), 'js')).toBeNull()
    expect(highlight('a b\n'.repeat(1_000), 'cpp')).toBeNull()
    expect(codeIn(`\`\`\`js\n${line.repeat(100_000)}\`\`\``)).toBe(
      `<code class="language-js">${line.repeat(100_000)}</code>`,
    )
  })

  test('is the same whatever was coloured before it', () => {
    const page = '<script>let a = 1</script><style>b { c: d }</style>'
    const first = highlight(page, 'html')
    highlight('x', 'python')
    expect(highlight(page, 'html')).toBe(first)
    expect(first).toContain('<span class="hljs-keyword">let</span>')
  })

  test('has the very text that was written, whatever it is', () => {
    const languages = fc.constantFrom(
      'js',
      'html',
      'php',
      'py',
      'sh',
      'c',
      'css',
      'md',
      'yaml',
      'rb',
      'perl',
      'diff',
    )
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), anyMarkdown)
    fc.assert(
      fc.property(any, languages, (code, language) => {
        const html = highlight(code, language)
        expect(html === null ? code : textOf(html)).toBe(code)
      }),
      { numRuns: 400 },
    )
  })

  test('is coloured within raw HTML too', () => {
    expect(codeIn('<div>\n\n```js\nlet a\n```\n\n</div>')).toContain('<span class="hljs-keyword">let</span>')
  })

  test('nests as deeply as it likes', () => {
    expect(textOf(highlight('${'.repeat(900), 'bash') ?? '')).toBe('${'.repeat(900))
  })

  test('says the same words with its colours as without', () => {
    fc.assert(
      fc.property(fc.array(anyMarkdown, { maxLength: 5 }), (parts) => {
        const markdown = parts.join('\n\n')
        // To HTML what stands in these is no markup but words, those that a formula is made of as well.
        fc.pre(!/<(?:xmp|plaintext)\b/i.test(markdown))
        expect(bodyText(renderMarkdown(markdown))).toBe(plainText(markdown))
      }),
    )
  })
})
