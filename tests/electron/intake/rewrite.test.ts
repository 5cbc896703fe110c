import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Destinations, rewriteBody } from '../../../electron/intake/rewrite.ts'

/** Knows `/a/` as an article, `x.png` as a picture, and the note and post called `a`. */
const TO: Destinations = {
  address: (address) =>
    address.startsWith('/a/') ? `a.html${address.slice(3)}` : address === 'x.png' ? 'media/x-4x3.png' : null,
  post: (name) => (name.endsWith('-a') ? 'a.html' : null),
  note: (name) => (name === 'A' ? 'a.html' : name === 'x.png' ? 'media/x-4x3.png' : null),
}

const rewrite = (body: string) => rewriteBody(body, TO)

describe('rewriteBody', () => {
  it.each([
    ['[een](/a/)', '[een](a.html)'],
    ['[een](</a/> "titel")', '[een](a.html "titel")'],
    ["[een]( /a/#kop 't')", "[een]( a.html#kop 't')"],
    ['[![foto](x.png)](/a/)', '[![foto](media/x-4x3.png)](a.html)'],
    ['[een]: /a/ "titel"', '[een]: a.html "titel"'],
    ['<a class="b" href="/a/">', '<a class="b" href="a.html">'],
    ["<img\n  src='x.png' alt=''>", '<img\n  src="media/x-4x3.png" alt=\'\'>'],
    ['[een]({{ "/a/" | url }})', '[een](a.html)'],
    ["[een]({{ '/a/' | relative_url }}#kop)", '[een](a.html#kop)'],
    ['[een]({{ "//a/" | url }})', '[een](a.html)'],
    ['<a href="{{ "/a/" | url }}">', '<a href="a.html">'],
    ['[een]({{site.baseurl}}/a/)', '[een](a.html)'],
    ['[een]({{ site.url }}{{ site.baseurl }}/a/ "t")', '[een](a.html "t")'],
    ['<a href="{{ site.baseurl }}/a/">', '<a href="a.html">'],
    ['[een]({% post_url 2016-03-01-a %})', '[een](a.html)'],
    ['[een]({% link _posts/2016-03-01-a.md %})', '[een]({% link _posts/2016-03-01-a.md %})'],
    ['[een]({{< ref "/a/" >}})', '[een](a.html)'],
    ['[een]({{% relref "A" %}})', '[een](a.html)'],
    ['[[A]] en [[A|dat]]', '[A](a.html) en [dat](a.html)'],
    ['[[A#Een kop]]', '[Een kop](a.html#een-kop)'],
    ['[[A#Een kop|dat [daar]]]', '[[A#Een kop|dat [daar]]]'],
    ['[[#Een kop]]', '[Een kop](#een-kop)'],
    ['[[A#^blok]]', '[A](a.html)'],
    [
      '![[x.png]] ![[x.png|300]] ![[x.png|Een x]]',
      '![](media/x-4x3.png) ![](media/x-4x3.png) ![Een x](media/x-4x3.png)',
    ],
    ['![[A]]', '[A](a.html)'],
  ])('writes %j as %j', (body, rewritten) => {
    expect(rewrite(body)).toBe(rewritten)
  })

  it.each([
    '[een](/b/) [twee](https://example.org/a/) <mailto:x@example.org>',
    '[[B]] ![[y.png]]',
    '{{ "/b/" | url }} {{ page.title }} {% include x.html %}',
    '`[een](/a/)` en ``[[A]] ` ``',
    '```\n[een](/a/)\n```',
    '~~~ md\n[een](/a/)\n\n```\n[[A]]\n~~~',
    '> ```\n> [een](/a/)\n> ```',
    '```\n[een](/a/) zonder einde',
    '{% raw %}[een](/a/){% endraw %}',
    '<!-- [een](/a/) -->',
    '<pre>\n<a href="/a/">\n</pre>',
    '[^1]: /a/',
    'href="/a/"',
    '(/a/) ](b [x](',
  ])('leaves %j as it is', (body) => {
    expect(rewrite(body)).toBe(body)
  })

  it('goes on after code', () => {
    expect(rewrite('`x` [een](/a/)\n\n```\n[een](/a/)\n```\n[een](/a/) `open [een](/a/)')).toBe(
      '`x` [een](a.html)\n\n```\n[een](/a/)\n```\n[een](a.html) `open [een](a.html)',
    )
  })

  it('takes three backticks within a line for code in it, not for a block', () => {
    expect(rewrite('```x``` en [een](/a/)')).toBe('```x``` en [een](a.html)')
  })

  it('changes nothing in any text when nothing is known', () => {
    const nowhere: Destinations = { address: () => null, post: () => null, note: () => null }
    const piece = fc.constantFrom(
      '[a](b)',
      '`',
      '```',
      '~~~',
      '\n',
      '[[x]]',
      '{{ "/a" | url }}',
      '<a href="',
      '">',
      '{% raw %}',
      '(',
      ']',
      '](',
      '<!--',
      'x',
      '\n\n',
      '[a]: b',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }), (pieces) => {
        const body = pieces.join('')
        expect(rewriteBody(body, nowhere)).toBe(body)
      }),
      { numRuns: 500 },
    )
  })

  it('is quick with a long text that opens much and closes nothing', () => {
    // An expression that looks back or ahead too far takes time that grows with the square of such a text.
    for (const piece of [
      '`',
      '[',
      '](',
      '<a href=',
      '{{ "',
      '[[',
      '{% raw %}',
      '<!--',
      '``` ',
      '[a](<',
      '![](',
    ]) {
      const body = `${piece} x `.repeat(4000)
      expect(rewrite(body)).toBe(body)
    }
  })
})
