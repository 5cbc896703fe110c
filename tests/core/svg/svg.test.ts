import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { cleanSvg } from '../../../core/svg/index.ts'

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const svg = (inside: string, attributes = 'viewBox="0 0 40 30"') =>
  `<svg ${SVG} ${attributes}>${inside}</svg>`
const textOf = (source: string) => cleanSvg(source)?.text ?? ''
/** What is left of what stands inside a drawing. */
const left = (inside: string) => textOf(svg(inside)).replace(/^<svg[^>]*>|<\/svg>\n$|^<svg[^>]*\/>\n$/g, '')

describe('a drawing', () => {
  it('keeps its shapes, texts, colours and effects', () => {
    for (const inside of [
      '<title>Vooraf &amp; achteraf</title><g fill="red" transform="scale(2)"><path d="M0 0L9 9"/></g>',
      '<style>.a{fill:url(#b)} @media (prefers-color-scheme:dark){.a{fill:#fff}}</style>',
      '<defs><linearGradient id="b" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#333"/></linearGradient></defs>',
      '<text x="1" xml:space="preserve">a <tspan font-weight="bold">b</tspan></text>',
      '<use href="#b"/><image href="data:image/png;base64,AAAA" width="1" height="1"/>',
      '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect filter="url(#f)" style="fill:url(&quot;#b&quot;)"/>',
    ])
      expect(left(inside)).toBe(inside)
  })

  it('is read as programs write it: prolog, entities, CDATA, comments, old references', () => {
    const source = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns "x">]><!-- made by -->\n${svg(
      '<metadata>x</metadata><style><![CDATA[ .a > .b { fill: red } ]]></style><use xlink:href="#b"/>',
    )}`
    expect(textOf(source)).toContain('<style> .a &gt; .b { fill: red } </style><use href="#b"/></svg>')
    expect(left('<switch><foreignObject><p>x</p></foreignObject><text>x</text></switch>')).toBe(
      '<text>x</text>',
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '<path onload="alert(1)" ONCLICK="alert(1)"/>',
    '<a href="javascript:alert(1)" xlink:href="javascript:alert(1)"><path/></a>',
    '<use href="https://example.org/x.svg#a"/><use xlink:href="data:image/svg+xml;base64,AA#a"/><use href="other.svg#a"/>',
    '<image href="https://example.org/x.png"/><image href="data:image/svg+xml;base64,AAAA"/><image href="x.png"/>',
    '<foreignObject><iframe src="javascript:alert(1)"></iframe><script>alert(1)</script></foreignObject>',
    '<animate attributeName="href" to="javascript:alert(1)"/><set attributeName="onclick" to="alert(1)"/>',
    '<style>@import "https://example.org/x.css"</style><style>a{fill:url(https://example.org/x)}</style>',
    '<style>a{background:url(#a/*);b:url(https://example.org)/**/)}</style>',
    '<style>@\\69mport "//example.org"</style><style>a{b:image-set("//example.org/x" 1x)}</style>',
    '<path style="fill:url( //example.org/x )" fill="url(\'//example.org/x#a\')" mask="u\\72l(//example.org)"/>',
    '<feImage href="https://example.org/x.png"/><handler>alert(1)</handler><audio src="//example.org"/>',
    '<title><script>alert(1)</script></title><desc><img src=x onerror="alert(1)"></desc>',
    '<math><mtext><script>alert(1)</script></mtext></math>',
    '</svg><script>alert(1)</script><svg>',
    '<style><!--</style><script>alert(1)//--></script></style>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  ])('runs nothing and reaches nothing outside itself: %s', (inside) => {
    const text = textOf(svg(inside))
    expect(text).toMatch(/^<svg /)
    expect(text).not.toMatch(
      /script|alert|example\.org|\son\w+=|foreignobject|iframe|javascript|@import|<a\b|other\.svg|x\.png/i,
    )
  })

  it('has the size that it says, or shows, and can be made smaller', () => {
    const sizeOf = (attributes: string) => {
      const { width, height, text } = cleanSvg(svg('<g/>', attributes))!
      return [width, height, /viewBox="([^"]*)"/.exec(text)?.[1]]
    }
    expect(sizeOf('viewBox="0 0 640 480"')).toEqual([640, 480, '0 0 640 480'])
    expect(sizeOf('width="100%" height="100%" viewBox="0,0,64.4,48"')).toEqual([64, 48, '0,0,64.4,48'])
    expect(sizeOf('width="3in" height="72pt"')).toEqual([288, 96, '0 0 288 96'])
    expect(sizeOf('width="100" viewBox="0 0 2 1"')).toEqual([100, 50, '0 0 2 1'])
    expect(sizeOf('')).toEqual([300, 150, '0 0 300 150'])
    expect(sizeOf('width="1e9" height="-3" viewBox="0 0 0 0"')).toEqual([65535, 32768, '0 0 65535 32768'])
  })

  it('may have much before it, but is no web page with a drawing in it', () => {
    const before = `\ufeff<?xml version="1.0"?>\n<!-- ${'x'.repeat(9000)} -->\n<!DOCTYPE svg PUBLIC "a" "b" [\n<!ENTITY a "b>c">\n]>\n`
    expect(cleanSvg(`${before}${svg('<g/>')}`)).toMatchObject({ width: 40, height: 30 })
    for (const page of ['<!doctype html><body>', '<p>', 'x ', '<!-- ', '<?xml ', '<!DOCTYPE svg [', '<html>'])
      expect(cleanSvg(`${page}${svg('<g/>')}`)).toBeNull()
    expect(cleanSvg(`${'<?a?>'.repeat(50_000)}<p>`)).toBeNull()
  })

  it('is none where there is none, or more than can be looked through', () => {
    for (const source of ['', 'svg', '<p>no drawing</p>', '<?xml version="1.0"?>', '<svgx/>'])
      expect(cleanSvg(source)).toBeNull()
    expect(cleanSvg(svg('<g/>'.repeat(50_001)))).toBeNull()
    expect(cleanSvg(svg('x'.repeat(4_000_000)))).toBeNull()
    expect(cleanSvg(svg('<g>'.repeat(5_000)))?.text.length).toBeLessThan(2_000)
  })

  it('cannot show one element so often that a browser never ends', () => {
    const level = (at: number) => `<g id="l${at}">${`<use href="#l${at - 1}"/>`.repeat(10)}</g>`
    expect(cleanSvg(svg(`<path id="l0"/>${[1, 2, 3].map(level).join('')}`))).not.toBeNull()
    expect(cleanSvg(svg(`<path id="l0"/>${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join('')}`))).toBeNull()
    expect(cleanSvg(svg('<g id="a"><use href="#a"/></g>'))).toBeNull()
    const chain = Array.from({ length: 20_000 }, (_, at) => `<use id="c${at + 1}" href="#c${at}"/>`).reverse()
    expect(cleanSvg(svg(`${chain.join('')}<path id="c0"/>`))).toBeNull()
  })

  it('is looked through in time that goes with its length', () => {
    for (const piece of [
      'url(',
      '/*',
      'url(#a',
      '<style>',
      '<!--',
      '@',
      '<use href="#',
      '&',
      'image ',
      '<text>',
    ])
      expect(() => cleanSvg(svg(`<style>${piece.repeat(100_000)}`))).not.toThrow()
  })

  it('is well-formed, whatever is written in it, and stays the same when cleaned again', () => {
    const bits = fc.constantFrom(
      ...[
        '<path d="M0 0"/>',
        '<g>',
        '</g>',
        '<text>',
        '</text>',
        '<style>',
        '</style>',
        '<![CDATA[',
        ']]>',
        '<!--',
      ],
      ...[
        '-->',
        '<use href="#a"/>',
        '<title>',
        'a&b',
        '&#13;',
        '"',
        "'",
        '<svg>',
        '</svg>',
        '<p>',
        '<a xlink:href="x">',
      ],
      ...[
        '<rect xml:space="preserve" x:y="z" style="a:url(#b)" a/>',
        '<image href="data:image/png;base64,AA=="/>',
        '\u0001\ud800',
      ],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 20 }), (parts) => {
        const once = textOf(svg(parts.join('')))
        expect(textOf(once)).toBe(once)
        expect(once).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^]*>\n$/)
        // Every tag that is opened is closed, and no markup is left that a reader could take for another.
        const open: string[] = []
        for (const [, close, name = '', self] of once.matchAll(/<(\/?)([A-Za-z]+)[^<>]*?(\/?)>/g)) {
          if (close) expect(open.pop()).toBe(name)
          else if (!self) open.push(name)
        }
        expect(open).toEqual([])
        expect(once.replace(/<\/?[A-Za-z]+(?: [\w:-]+="[^"<>]*")*\/?>/g, '')).not.toMatch(/[<>]/)
        expect(parseFragment(once).childNodes[0]?.nodeName).toBe('svg')
      }),
    )
  })
})
