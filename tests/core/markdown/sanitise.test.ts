import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './rendered.ts'

const html = (markdown: string) => renderMarkdown(markdown).html.trim()

describe('raw HTML', () => {
  test.each([
    '<p>a <kbd>b</kbd> <mark>c</mark> <sub>d</sub> <sup>e</sup> <abbr title="f">g</abbr> <small>h</small></p>',
    '<details open=""><summary>a</summary><p>b</p></details>',
    '<figure class="wide"><p>a</p><figcaption>b</figcaption></figure>',
    '<dl><dt>a</dt><dd>b</dd></dl>',
    '<ol start="3" reversed=""><li value="7">a</li></ol>',
    '<p lang="fr" dir="ltr" title="x &quot;y&quot;">a</p>',
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <time datetime="2025-12-10">x</time><br><wbr></p>',
    '<p><a href="b.html" hreflang="en">a</a> <ins>b</ins> <del>c</del> <q>d</q> <cite>e</cite></p>',
    '<pre tabindex="0">a\n  b</pre>',
  ])('that a page may hold stays as it is: %s', (raw) => {
    expect(html(raw)).toBe(raw)
  })

  test.each([
    ['<center>a</center>', '<div class="align-center">a</div>'],
    ['<div align="right" class="x">a</div>', '<div class="x align-right">a</div>'],
    [
      '<p><font color="red">a</font> <big>b</big> <tt>c</tt> <strike>d</strike></p>',
      '<p>a b <code>c</code> <s>d</s></p>',
    ],
    ['<p><acronym title="x">a</acronym> <blink>b</blink></p>', '<p><abbr title="x">a</abbr> b</p>'],
    ['<section><header>a</header><footer>b</footer></section>', '<div><div>a</div><div>b</div></div>'],
    ['<form><label>a</label> <button>b</button> <input></form>', '<div>a b </div>'],
    ['<p style="color:red" onclick="x" data-y="z" bgcolor="red">a</p>', '<p>a</p>'],
    [
      '<img src="a.jpg" border="0" hspace="4" width="10%" height="20">',
      '<img src="a.jpg" alt="" height="20" loading="lazy" decoding="async">',
    ],
    ['<img alt="x">', ''],
    ['<div><a href="a b{c}.html">d</a></div>', '<div><a href="a%20b%7Bc%7D.html">d</a></div>'],
    ['<div><a>b</a><a href="c"></a></div>', '<div>b</div>'],
    ['<div><a href="x" target="_blank" rel="opener">b</a></div>', '<div><a href="x">b</a></div>'],
    [
      '<div><video src="media/a.mp4" autoplay width="10">b</video></div>',
      '<div><video src="media/a.mp4" width="10" controls="" preload="metadata"></video>b</div>',
    ],
    [
      '<div><picture><source srcset="a.webp"><img src="a.jpg" srcset="a.jpg 2x"></picture></div>',
      '<div><img src="a.jpg" alt="" loading="lazy" decoding="async"></div>',
    ],
    ['<script>a</script><style>b</style><svg><text>c</text></svg><math><mi>d</mi></math>', ''],
    ['<textarea>a</textarea><select><option>b</select><template>c</template><canvas>d</canvas>', ''],
    ['<noscript><p>a</p></noscript>', '<p>a</p>'],
    ['<xmp><b>a</b></xmp>', '<pre tabindex="0">&lt;b&gt;a&lt;/b&gt;</pre>'],
  ])('that a page may not hold is replaced or left out: %s', (raw, expected) => {
    expect(html(raw)).toBe(expected)
  })

  test.each([
    ['<ul>a<p>b</p></ul>', '<ul><li>a<p>b</p></li></ul>'],
    ['<div><li>a</li><li>b</li></div>', '<div><ul><li>a</li><li>b</li></ul></div>'],
    ['<div><figcaption>a</figcaption><summary>b</summary></div>', '<div><div>a</div><div>b</div></div>'],
    [
      '<figure>a<figcaption>b</figcaption><img src="c" alt=""></figure>',
      '<figure>a<img src="c" alt="" loading="lazy" decoding="async"><figcaption>b</figcaption></figure>',
    ],
    [
      '<figure><figcaption>a</figcaption>b<figcaption>c</figcaption></figure>',
      '<figure><figcaption>a</figcaption>b<div>c</div></figure>',
    ],
    ['<details>a</details>', '<details><summary>…</summary>a</details>'],
    ['<dl><dd>a</dd></dl>', '<div><div>a</div></div>'],
    ['<div><span><p>a</p></span></div>', '<div><p>a</p></div>'],
    ['<pre><div>a</div><div>b</div></pre>', '<pre tabindex="0">a\n\nb\n</pre>'],
    ['<pre>\n\n\n  a\n</pre>', '<pre tabindex="0">  a\n</pre>'],
    ['<div><p></p><p> </p>a</div>', '<div>a</div>'],
    ['<div><ruby>a<rt>b</rt><p>c</p></ruby></div>', '<div>ab<p>c</p></div>'],
    ['<div><td>a</td></div>', '<div>a</div>'],
    ['<table><tr></tr></table>', ''],
    [
      '<div><a href="b"><details><summary>c</summary></details></a></div>',
      '<div><details><summary>c</summary></details></div>',
    ],
  ])('that is invalid is mended: %s', (raw, expected) => {
    expect(html(raw)).toBe(expected)
  })

  test.each([
    ['<iframe src="https://v.nl/1" title="Film"></iframe>', '<p><a href="https://v.nl/1">Film</a></p>'],
    [
      '<div><iframe src="//v.nl/1"></iframe></div>',
      '<div><p><a href="https://v.nl/1">https://v.nl/1</a></p></div>',
    ],
    ['<p>a <embed src="http://v.nl/1"></p>', '<p>a <a href="http://v.nl/1">http://v.nl/1</a></p>'],
    ['<object data="https://v.nl/1"><p>a</p></object>', '<p><a href="https://v.nl/1">https://v.nl/1</a></p>'],
    ['<iframe src="javascript:x"></iframe>', ''],
    ['<iframe srcdoc="x"></iframe>', ''],
    ['<iframe src="a.html"></iframe>', ''],
  ])('that embeds something becomes a link to it: %s', (raw, expected) => {
    expect(html(raw)).toBe(expected)
  })

  test('keeps the ids that a writer gave, each once, but none that the page, a footnote or a document uses', () => {
    expect(html('<a name="x">a</a> <b id="x">b</b> <b id="y">c</b>')).toBe(
      '<p><a id="x">a</a> <b>b</b> <b id="y">c</b></p>',
    )
    expect(
      html('<b id="main">a</b> <b id="fn-1">b</b> <b id="page-x">c</b> <b id="__proto__">d</b>'),
    ).not.toContain('id=')
    expect(html('<img id="cookie" name="cookie" src="x.jpg">')).not.toContain('cookie')
    expect(html('<b id="kop">a</b>\n\n## Kop')).toContain('<h2 id="kop-2">')
  })
})

describe('raw HTML around Markdown', () => {
  const blocks = (markdown: string) =>
    renderMarkdown(markdown).blocks.map((block) => [block.from, block.to, block.html])

  test('makes one block of what it holds together, and leaves the others apart', () => {
    expect(blocks('a\n\n<div class="x">\n\n*b*\n\n</div>\n\nc')).toEqual([
      [0, 1, '<p>a</p>\n'],
      [2, 7, '<div class="x">\n<p><em>b</em></p>\n</div>\n'],
      [8, 9, '<p>c</p>\n'],
    ])
  })

  test('is closed with its own block when it is never closed', () => {
    expect(blocks('<div>\n\na\n\nb')).toEqual([
      [0, 1, '<div>\n</div>'],
      [2, 3, '<p>a</p>\n'],
      [4, 5, '<p>b</p>\n'],
    ])
  })

  test('closes nothing that it did not open', () => {
    expect(html('> a </blockquote></div> b\n\nc')).toBe('<blockquote>\n<p>a  b</p>\n</blockquote>\n<p>c</p>')
    expect(html('- *a </em></li></ul>* <b>b</b>')).toBe('<ul>\n<li><em>a </em> <b>b</b></li>\n</ul>')
  })

  test('that is unfinished shows as text and swallows nothing', () => {
    expect(html('<div title="a\n\nb')).toBe('&lt;div title="a\n<p>b</p>'.replaceAll('"', '&quot;'))
    expect(html('Gebruik <script> of <title> niet.\n\nb')).toBe(
      '<p>Gebruik &lt;script&gt; of &lt;title&gt; niet.</p>\n<p>b</p>',
    )
    expect(html('<textarea>\n\nb')).toContain('b')
  })

  test('may be a comment, which shows nothing and costs nothing', () => {
    expect(blocks('a\n\n<!-- meer -->\n\nb')).toEqual([
      [0, 1, '<p>a</p>\n'],
      [2, 3, ''],
      [4, 5, '<p>b</p>\n'],
    ])
    expect(html('a <!-- b --> c')).toBe('<p>a  c</p>')
  })

  test('stands next to footnotes, headings and links that keep working', () => {
    const body = html('<div>\n\n## A\n\n[b](c)[^1]\n\n</div>\n\n[^1]: <kbd>d</kbd> </li></ol>')
    expect(body).toContain('<h2 id="a">A</h2>')
    expect(body).toContain('<a href="#fn-1" id="fnref-1" role="doc-noteref">1</a>')
    expect(body).toContain('<li id="fn-1">\n<p><kbd>d</kbd>  <a href="#fnref-1" role="doc-backlink"')
  })

  test('cannot pass for our own marks', () => {
    expect(html('<i \u0001set-id="x" \u0001keep="" \u0001line="9">a</i>')).toBe('<p><i>a</i></p>')
    expect(html('<div &#1;set-id="x">a</div>')).not.toContain('id=')
  })

  test('deeper than a page needs loses its elements, not its words', () => {
    const body = html(`<div>${'<span class="a"><i>'.repeat(500)}woord`)
    expect(body).toContain('woord')
    expect(body.match(/<span/g)!.length).toBeLessThan(100)
  })
})

describe('a text made to take long', () => {
  const many = (text: string) => text.repeat(10_000)

  test.each([
    ['brackets', `${many('[')}a${many(']')}`],
    ['notes', many('^[')],
    ['images', many('![')],
    ['tildes', many('~a~~')],
    ['mail addresses', many('a@b.c ')],
    ['at signs', many('a@')],
    ['addresses', many('http://')],
    ['web addresses', many('www.')],
    ['parentheses after an address', `www.a.nl${many(')')}`],
    ['entities after an address', `www.a.nl${many('&a;')}`],
    ['unfinished tags', `<div>\n${many('<a ')}b='>`],
    ['titles', `<div>${many('<title>')}`],
    ['comments', `<div>${many('<!--')}`],
    ['nested elements', `<div>${many('<div>')}`],
    ['formatting', `<div>${'<b><p>'.repeat(2000)}`],
    [
      'formatting with classes',
      `<div>${Array.from({ length: 2000 }, (_, i) => `<b class="c${i}">`).join('')}${'<p>'.repeat(2000)}`,
    ],
    ['tables', `<div>${'<table><tr><td>'.repeat(2000)}`],
    ['open and closed', `${'<div>\n\n'.repeat(3000)}${'</b>\n\n'.repeat(3000)}`],
    ['script in a line', `${many('<script>a ')}</script>`],
    ['headings', many('# a\n')],
    ['footnotes', Array.from({ length: 3000 }, (_, i) => `[^${i}]: x[^${i + 1}]`).join('\n') + '\n\n[^0]'],
    ['quotes', `${many('>')}a`],
  ])('of %s is rendered all the same', (_what, text) => {
    expect(typeof renderMarkdown(text).html).toBe('string')
  })
})
