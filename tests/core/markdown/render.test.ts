import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './rendered.ts'
import fc from 'fast-check'
import { anyMarkdown } from './samples.ts'

const html = (markdown: string) => renderMarkdown(markdown).html

describe('the body of an article', () => {
  test('is its blocks, joined', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const body = renderMarkdown(text)
        expect(body.html).toBe(body.blocks.map((block) => block.html).join(''))
      }),
    )
  })

  test('has blocks that follow each other and lie within the source', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const { blocks, links, images, outline } = renderMarkdown(text)
        const lines = text.split(/\r\n?|\n/).length
        let end = 0
        for (const { from, to } of blocks) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThanOrEqual(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(lines)
        for (const { line } of [...links, ...images, ...outline]) expect(line).toBeLessThan(lines)
      }),
    )
  })

  test('leaves out of its blocks only blank lines and definitions', () => {
    const text =
      '# A\n\nb\nb\n\n- c\n\n  d\n\n[x]: y\n\n<div>\n\n[x]\n\n</div>\n\n```\n\ne\n```\n\n| f |\n|---|\n| g |\n'
    const lines = text.split('\n')
    const covered = new Set(
      renderMarkdown(text).blocks.flatMap(({ from, to }) => lines.map((_, i) => i).slice(from, to)),
    )
    expect(lines.filter((line, index) => line !== '' && !covered.has(index))).toEqual(['[x]: y'])
  })

  test('is empty for a text without words', () => {
    expect(renderMarkdown('')).toEqual({ html: '', blocks: [], outline: [], links: [], images: [] })
    expect(html('\n\n  \n')).toBe('')
  })

  test('is the same whatever ends its lines, and with or without a byte order mark', () => {
    const text = '# A\n\n- b\n- c\n\n```\nd\n```\n'
    expect(html(text.replaceAll('\n', '\r\n'))).toBe(html(text))
    expect(html(text.replaceAll('\n', '\r'))).toBe(html(text))
    expect(html(`\ufeff${text}`)).toBe(html(text))
    expect(html(text.trimEnd())).toBe(html(text))
  })

  test('holds no character that HTML forbids', () => {
    expect(html('a\u0000b\u0007c\u009fd\ud800e\uffff')).toBe('<p>a\ufffdbcd\ufffde</p>\n')
    expect(html('a&#13;b <b>c&#1;&#13;d</b>')).toBe('<p>a\nb <b>c\ufffd\nd</b></p>\n')
  })

  test('keeps words that stand deep in lists', () => {
    const deep = Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n')
    expect(html(deep)).toContain('item 39')
  })
})

test('letters are composed, and so are the ids and addresses that they make', () => {
  const decomposed = '# Caf\u00e9'.normalize('NFD')
  expect(html(decomposed)).toBe(html(decomposed.normalize('NFC')))
  expect(html('[a](x "Jose\u0301") `e\u0301` <b title="e\u0301">u\u0308</b>')).not.toMatch(/\p{M}/u)
})

describe('headings', () => {
  test('take an id that the writer gives them, when it is free', () => {
    expect(html('# A *b* {#eigen}\n\n`c` {#_x}\n---\n\n## D {#eigen}\n')).toBe(
      '<h2 id="eigen">A <em>b</em></h2>\n<h2 id="c-x"><code>c</code> {#_x}</h2>\n<h2 id="d">D</h2>\n',
    )
    expect(html('# A {#site}\n\n# B {#fn-1}\n\n# C {#page-x}\n\n# C {#c}')).toBe(
      '<h2 id="a">A</h2>\n<h2 id="b">B</h2>\n<h2 id="c">C</h2>\n<h2 id="c-2">C</h2>\n',
    )
    expect(html('# <b>A</b> & b {#eigen}')).toBe('<h2 id="eigen"><b>A</b> &amp; b</h2>\n')
    expect(renderMarkdown('# A {#eigen}').outline).toEqual([{ level: 2, id: 'eigen', text: 'A', line: 0 }])
  })

  test('leave braces that are no id as they are', () => {
    for (const words of [
      '{#a}',
      'a \\{#b}',
      'a `{#b}`',
      'a {#b} c',
      'a {#1}',
      'a {#b c}',
      'a {.b}',
      '[a](b "{#c}")',
    ])
      expect(html(`# ${words}`)).not.toMatch(/id="(?:b|c|1)"/)
    expect(html('a {#b}')).toBe('<p>a {#b}</p>\n')
  })

  const levels = (text: string) => renderMarkdown(text).outline.map(({ level }) => level)

  test('get ids from their words, each once, and an entry in the outline', () => {
    const { html, outline } = renderMarkdown(
      '## Sterke *enkels*\n\ntext\n\nSterke enkels\n---\n\n### Café `x`[^1]\n\n[^1]: n',
    )
    expect(html).toContain('<h2 id="sterke-enkels">Sterke <em>enkels</em></h2>')
    expect(outline).toEqual([
      { level: 2, id: 'sterke-enkels', text: 'Sterke enkels', line: 0 },
      { level: 2, id: 'sterke-enkels-2', text: 'Sterke enkels', line: 4 },
      { level: 3, id: 'cafe-x', text: 'Café x', line: 7 },
    ])
  })

  test('never take an id that the page or a footnote uses', () => {
    const ids = renderMarkdown('## Main\n\n## Fn 1\n\n## Page x\n\n## Related').outline.map(({ id }) => id)
    expect(ids).toEqual(['main-2', 'section-fn-1', 'section-page-x', 'related-2'])
  })

  test('begin at the second level, for the title is the first', () => {
    expect(levels('# A\n\n## B')).toEqual([2, 2])
    expect(html('# A')).toBe('<h2 id="a">A</h2>\n')
    expect(html('A\n=')).toBe('<h2 id="a">A</h2>\n')
  })

  test('skip no level', () => {
    expect(levels('### A\n\n### B\n\n## C\n\n#### D\n\n#### E\n\n### F')).toEqual([2, 2, 2, 3, 3, 3])
    expect(levels('## A\n\n### B\n\n#### C\n\n## D')).toEqual([2, 3, 4, 2])
  })

  test('without words are not shown', () => {
    const { html, outline } = renderMarkdown('##\n\ntext\n\n## <!-- x -->\n\n<h3> </h3>')
    expect(html.trim()).toBe('<p>text</p>')
    expect(outline).toEqual([])
  })

  test('of a picture are named by its alternative text', () => {
    expect(renderMarkdown('## ![Een bos](b.jpg)').outline).toEqual([
      { level: 2, id: 'een-bos', text: 'Een bos', line: 0 },
    ])
  })

  test('in raw HTML count like others, with their lines', () => {
    const { outline } = renderMarkdown('## A\n\n<div>\n<h3>B</h3>\n\n### A\n\n<h4 id="eigen">C</h4>\n</div>')
    expect(outline).toEqual([
      { level: 2, id: 'a', text: 'A', line: 0 },
      { level: 3, id: 'b', text: 'B', line: 3 },
      { level: 3, id: 'a-2', text: 'A', line: 5 },
      { level: 4, id: 'eigen', text: 'C', line: 7 },
    ])
  })
})

describe('images', () => {
  test('without an address are their words', () => {
    expect(html('![een *bos*]()')).toBe('<p>een bos</p>\n')
    expect(html('a ![]( <> "t") b\n\n<p><img src=" " alt="x"></p>')).not.toContain('<img')
  })

  test('load lazily, and take their size from the name of a file in the library', () => {
    expect(html('x ![a](media/x-320x180.jpg)')).toBe(
      '<p>x <img src="media/x-320x180.jpg" alt="a" width="320" height="180" loading="lazy" decoding="async"></p>\n',
    )
  })

  test('of the library come with copies for every screen, the same whether raw HTML stands beside them or not', () => {
    const sizes = 'sizes="(min-width: 48em) 44em, 100vw"'
    const own = 'sizes="auto, (min-width: 48em) 44em, 100vw"'
    const picture =
      `<picture><source type="image/avif" srcset="media/480/x-700x350-jpg.avif 480w, media/700/x-700x350-jpg.avif 700w" ${sizes}>` +
      `<source type="image/webp" srcset="media/480/x-700x350-jpg.webp 480w, media/700/x-700x350-jpg.webp 700w" ${sizes}>` +
      `<img src="media/x-700x350.jpg" alt="a" width="700" height="350" srcset="media/480/x-700x350-jpg.jpg 480w, media/x-700x350.jpg 700w" ${own} loading="lazy" decoding="async"></picture>`
    expect(html('x ![a](media/x-700x350.jpg)')).toBe(`<p>x ${picture}</p>\n`)
    expect(html('x ![a](media/x-700x350.jpg)<br>')).toBe(`<p>x ${picture}<br></p>\n`)
    expect(html('<img src="media/x-700x350.jpg" alt="a">')).toContain(picture)
  })

  test.each([
    'media/x.jpg',
    'x-10x20.jpg',
    'https://a.nl/media/x-10x20.jpg',
    'media/x-0x20.jpg',
    'media/x-10x20',
  ])('have no size when their address is %s', (src) => {
    expect(html(`x ![a](${src})`)).not.toContain('width')
  })

  test('alone in a paragraph are figures, their title the caption', () => {
    expect(html('![a](b.jpg "Foto: *Jan* van [de site](https://x.nl) <b>")')).toBe(
      '<figure><img src="b.jpg" alt="a" loading="lazy" decoding="async"><figcaption>Foto: <em>Jan</em> van ' +
        '<a href="https://x.nl">de site</a> &lt;b&gt;</figcaption></figure>\n',
    )
    expect(html('![a](b.jpg)')).toBe(
      '<figure><img src="b.jpg" alt="a" loading="lazy" decoding="async"></figure>\n',
    )
    expect(html('[![a](b.jpg)](c.html)')).toContain('<figure><a href="c.html"><img')
  })

  test('with text beside them or in a tight list stay in the line', () => {
    expect(html('![a](b.jpg) x')).not.toContain('figure')
    expect(html('- ![a](b.jpg)')).not.toContain('figure')
  })

  test('are reported with their lines, also from raw HTML', () => {
    const { images } = renderMarkdown('x\n![a *b*](c.jpg)\n\n<div>\n<img src="media/d-1x2.png">\n</div>')
    expect(images).toEqual([
      { src: 'c.jpg', alt: 'a b', line: 1 },
      { src: 'media/d-1x2.png', alt: '', line: 4 },
    ])
  })
})

describe('links', () => {
  test('are never rewritten', () => {
    expect(html('[a](andere-tekst.html) [b](#kop) [c](//x.nl) [d](../x) [e](mailto:a@b.nl)')).toBe(
      '<p><a href="andere-tekst.html">a</a> <a href="#kop">b</a> <a href="//x.nl">c</a> <a href="../x">d</a> ' +
        '<a href="mailto:a@b.nl">e</a></p>\n',
    )
  })

  test('are reported with their lines, but for those of footnotes', () => {
    const { links } = renderMarkdown(
      '[a](b)\n<x@y.nl>\nwww.z.nl[^1]\n\n<p>\n<a href="c">d</a>\n\n[^1]: [e](f)',
    )
    expect(links).toEqual([
      { href: 'b', line: 0 },
      { href: 'mailto:x@y.nl', line: 1 },
      { href: 'http://www.z.nl', line: 2 },
      { href: 'c', line: 5 },
      { href: 'f', line: 7 },
    ])
  })

  test('to an address that could run something stay text', () => {
    expect(html('[a](javascript:b)')).toBe('<p>[a](javascript:b)</p>\n')
    expect(html('[a](data:image/png;base64,AA==)')).not.toContain('<a')
    expect(html('x ![a](data:image/png;base64,AA==)')).toContain('<img')
  })
})

describe('tables', () => {
  test('can be scrolled by keyboard, are named by their heads, and have no empty head', () => {
    expect(html('| *A* | | B |\n|:-:|---|--:|\n| 1 | 2 | 3 |')).toBe(
      '<div class="table" role="group" aria-label="A, B" tabindex="0"><table>\n<thead>\n<tr>\n' +
        '<th class="align-center" scope="col"><em>A</em></th>\n<td></td>\n' +
        '<th class="align-right" scope="col">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n' +
        '<td class="align-center">1</td>\n<td>2</td>\n<td class="align-right">3</td>\n</tr>\n</tbody>\n' +
        '</table></div>\n',
    )
  })

  test('of raw HTML get the same frame', () => {
    expect(html('<table><tr><th>A<th>B<tr><td>1<td>2</table>')).toContain(
      '<div class="table" role="group" aria-label="A, B" tabindex="0"><table>',
    )
  })
})

describe('task lists', () => {
  test('have checkboxes that are named by their words', () => {
    expect(html('- [ ] doe *dit*\n- [x] klaar\n- gewoon')).toBe(
      '<ul>\n<li class="task"><label><input disabled="" type="checkbox"> doe <em>dit</em></label></li>\n' +
        '<li class="task"><label><input checked="" disabled="" type="checkbox"> klaar</label></li>\n<li>gewoon</li>\n</ul>\n',
    )
  })

  test('stay what they are next to raw HTML, which can make no checkbox itself', () => {
    const body = html('- [x] <kbd>a</kbd>\n\n<input type="checkbox">')
    expect(body).toContain('<label><input checked="" disabled="" type="checkbox"> <kbd>a</kbd></label>')
    expect(body.match(/<input/g)).toHaveLength(1)
  })
})

describe('code', () => {
  test('keeps its language and can be scrolled by keyboard', () => {
    expect(html('```js x\na<b\n```')).toBe(
      '<pre tabindex="0"><code class="language-js">a&lt;b\n</code></pre>\n',
    )
    expect(html('    a')).toBe('<pre tabindex="0"><code>a\n</code></pre>\n')
    expect(
      html('```js\na\n```\n\n<div>\n\n```js\na\n```\n\n</div>').match(
        /<pre tabindex="0"><code class="language-js">/g,
      ),
    ).toHaveLength(2)
  })
})

describe('footnotes', () => {
  test('are numbered as the text refers to them, with a way back from each', () => {
    expect(html('A[^b] B[^a] C[^b]\n\n[^a]: een\n[^b]: *twee*')).toBe(
      '<p>A<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> ' +
        'B<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup> ' +
        'C<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup></p>\n' +
        '<div class="footnotes" role="doc-endnotes">\n<ol>\n<li id="fn-1">\n<p><em>twee</em> ' +
        '<a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩\ufe0e</a> ' +
        '<a href="#fnref-1-2" role="doc-backlink" aria-label="↩ 1.2">↩\ufe0e<sup>2</sup></a></p>\n</li>\n<li id="fn-2">\n' +
        '<p>een <a href="#fnref-2" role="doc-backlink" aria-label="↩ 2">↩\ufe0e</a></p>\n</li>\n</ol>\n</div>\n',
    )
  })

  test('may hold blocks, and refer to further ones', () => {
    const body = html('A[^1]\n\n[^1]: een[^2]\n\n    - lijst\n\n[^2]: twee')
    expect(body).toContain('<li>lijst</li>\n</ul>\n<p><a href="#fnref-1"')
    expect(body).toContain('<li id="fn-2">')
  })

  test('may be written on the spot, but not in each other', () => {
    expect(html('A^[een *noot*]')).toContain('<p>een <em>noot</em> <a href="#fnref-1"')
    expect(html('A^[een ^[twee]]').match(/doc-noteref/g)).toHaveLength(1)
  })

  test('that are not defined stay text, and those that are not referred to are left out', () => {
    expect(html('A[^1]')).toBe('<p>A[^1]</p>\n')
    expect(html('A\n\n[^1]: een[^2]\n[^2]: twee')).toBe('<p>A</p>\n')
  })

  test('take the first definition of a label, whatever its case, wherever it stands', () => {
    const body = html('A[^Één]\n\n> [^één]: eerste\n\n[^ÉÉN]: tweede')
    expect(body).toContain('eerste')
    expect(body).not.toContain('tweede')
  })

  test('hold no link in a link', () => {
    expect(html('[a[^1]](b)\n\n[^1]: c')).toBe('<p><a href="b">a[^1]</a></p>\n')
  })
})

describe("GFM beyond its specification's examples", () => {
  test.each([
    ['~een~', '<del>een</del>'],
    ['~~~drie~~~ x', '~~~drie~~~ x'],
    ['x ~~~drie~~~', 'x ~~~drie~~~'],
    ['~een~~', '~een~~'],
    ['**~~a~~**', '<strong><del>a</del></strong>'],
    ['ongeveer ~5 tot ~10', 'ongeveer ~5 tot ~10'],
  ])('reads strikethrough in %j', (text, expected) => {
    expect(html(`.${text}`)).toBe(`<p>.${expected}</p>\n`)
  })

  test.each([
    ['(zie www.a.nl)', 'www.a.nl'],
    ['[zie www.a.nl]', 'www.a.nl'],
    ['[https://a.nl/b[c]d]', 'https://a.nl/b[c]d'],
    ['*www.a.nl*', 'www.a.nl'],
    ['**https://a.nl/b_c_d**', 'https://a.nl/b_c_d'],
    ['https://a.nl/b*c*d', 'https://a.nl/b*c*d'],
    ['"https://a.nl".', 'https://a.nl'],
    ['HTTPS://A.nl', 'HTTPS://A.nl'],
    ['https://münchen.de/é', 'https://münchen.de/é'],
    ['| www.a.nl |', 'www.a.nl'],
  ])('links the address in %j', (text, address) => {
    expect(html(text)).toContain(`>${address}</a>`)
    expect(renderMarkdown(text).links).toHaveLength(1)
  })

  test.each([
    'awww.a.nl',
    'xhttp://a.nl',
    'http://localhost',
    'www.a_b.nl',
    'www.',
    'http://',
    'a.nl',
    '`www.a.nl`',
    'http:// a.nl',
  ])('links nothing in %j', (text) => {
    expect(renderMarkdown(text).links).toEqual([])
  })

  test('makes no link in a link', () => {
    expect(html('[www.a.nl](b) <a href="c">www.d.nl e@f.nl</a>').match(/<a /g)).toHaveLength(2)
  })
})
