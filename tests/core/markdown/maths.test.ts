import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dressingFor, isPlain, plainText, renderMarkdown as render } from '../../../core/markdown/index.ts'
import { mathMl } from '../../../core/markdown/maths.ts'
import { faults, read, elementsOf } from './inspect.ts'
import { renderMarkdown } from './rendered.ts'
import { anyMarkdown } from './samples.ts'

const html = (markdown: string): string => renderMarkdown(markdown).html

/** The formulas of a text as their sources, those set by themselves between two signs. */
const formulas = (markdown: string): string[] =>
  [...html(markdown).matchAll(/<math( display="block")?>.*?x-tex">(.*?)<\/annotation>/gs)].map(
    ([, display, tex]) => (display ? `$$${tex}$$` : `$${tex}$`),
  )

describe('a formula', () => {
  test.each([
    ['De formule $E=mc^2$ is bekend.', ['$E=mc^2$']],
    ['$x$', ['$x$']],
    ['($a$, $b$) and “$c$”', ['$a$', '$b$', '$c$']],
    ['$a\nb$', ['$a\nb$']],
    ['$\\$5$', ['$\\$5$']],
    ['$|x| < 2$', ['$|x| &lt; 2$']],
    ['*$a_1$ and $b_2$*', ['$a_1$', '$b_2$']],
    ['$a*b*c$', ['$a*b*c$']],
    ['a $$x$$ b', ['$$x$$']],
    ['$$\nx\n$$', ['$$x$$']],
    ['$$ x\n= y $$', ['$$ x\n= y $$'.replaceAll('$$ ', '$$$$').replaceAll(' $$', '$$$$')]],
    ['$$\nx\n- y\n+ z\n===\n1. a\n$$', ['$$x\n- y\n+ z\n===\n1. a$$']],
    ['text\n$$\nx\n$$\nmore', ['$$x$$']],
    ['- $$\n  x\n  $$', ['$$x$$']],
    ['> $$\n> x\n> $$', ['$$x$$']],
    ['```math\nx\n\ny\n```', ['$$x\n\ny$$']],
    ['| a |\n|---|\n| $x$ |', ['$x$']],
    ['a[^1]\n\n[^1]: $x$', ['$x$']],
    ['<div>\n\n$x$ and $$y$$\n\n</div>', ['$x$', '$$y$$']],
    ['Dat is $n$-de.', ['$n$']],
  ])('stands in %j', (markdown, found) => {
    expect(formulas(markdown)).toEqual(found)
  })

  test.each([
    'It costs $5 and $10.',
    'It is $5-$10 a piece, or $20 for ten.',
    'Between $1,000 and $2,500.50 a month ($30,000 a year).',
    'US$5, A$10 and CA$20',
    'I paid $5 and she had 10$ left.',
    'From 5$ to 10$ each',
    'Het kost $5 of $10.',
    'De dollar ($) staat op $1,08 en was $1,02.',
    'Tussen $3 miljoen en $5 miljoen, dus $4 miljoen gemiddeld.',
    'Hij had 5$ en zij 10$.',
    'Ze vroeg $50 voor de fiets en kreeg er 40$ voor.',
    'Set $HOME and $PATH before you begin.',
    'echo $USER is not $SHELL',
    'A$AP and Ke$ha sang with A$AP',
    'Cash ($$$) and more $$$ and $$ too',
    'a $ b $ c',
    '$ x$ and $x $',
    '\\$x$ and \\$y$',
    '`$x$`',
    'use `$a` and `$b` here',
    '$`x`$',
    '$$',
    '$$$$',
    '$$\n\n$$',
    '$$\nx\n\ny\n$$',
    '$$ never closed\n\nand on',
    '    $x$',
    '```\n$x$\n```',
    '```text\n$x$\n```',
    '<p title="$x$">a</p>',
    'See [prices](https://a.nl/?p=$x$).',
    'It was $20.5m in 2019, and $30.1m (up $9.6m) in 2020; $1=€0.92.',
  ])('does not stand in %j', (markdown) => {
    expect(formulas(markdown)).toEqual([])
    expect(html(markdown)).not.toContain('math')
  })

  test('is MathML without a style or a script, with its source for who copies it', () => {
    expect(html('$E=mc^2$')).toBe(
      '<p><math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>' +
        '<annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math></p>\n',
    )
    expect(html('$$x$$')).toMatch(
      /^<div class="math" tabindex="0"><math display="block">.*<\/math><\/div>\n$/,
    )
    expect(html('a $$x$$')).toContain('<span class="math" tabindex="0"><math display="block">')
  })

  test('that can’t be read is shown as it was written', () => {
    expect(html('a $\\nosuch{x}$')).toBe('<p>a <code class="math-error">$\\nosuch{x}$</code></p>\n')
    expect(html('$$\n\\frac{<a>\n$$')).toBe(
      '<pre tabindex="0"><code class="math-error">$$\\frac{&lt;a&gt;$$</code></pre>\n',
    )
    expect(html('```math\n\\nosuch\n```')).toBe(
      '<pre tabindex="0"><code class="language-math math-error">\\nosuch\n</code></pre>\n',
    )
  })

  test.each([
    '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
    '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
    '\\begin{cases} 1 & x > 0 \\\\ 0 \\end{cases}',
    '\\begin{array}{|c|c|} \\hline a & b \\\\ \\hline \\end{array}',
    '\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}',
    '\\sum_{i=1}^{n} i = \\left( \\frac{n(n+1)}{2} \\right)',
    '\\overline{AB} \\underline{x} \\cancel{y} \\boxed{z} \\vec{v} \\hat{x}',
    '\\text{als } x \\in \\mathbb{R}',
    '\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1',
    '\\color{red}{x} \\textcolor{#00f}{y}',
    '\\ce{H2O -> H+ + OH-}',
    '\\overbrace{a+b}^{n} \\xrightarrow{f} \\sqrt[3]{x}',
    '\\kern 3em \\hspace{2em} \\rule{1em}{2em} \\phantom{x}',
    '{}_a^b X_c^d \\prescript{14}{6}{C}',
  ])('holds only what a page may: %s', (tex) => {
    for (const markdown of [`$${tex}$`, `$$\n${tex}\n$$`, `<b>x</b> $${tex}$`]) {
      expect(formulas(markdown)).toHaveLength(1)
      expect(faults(html(markdown))).toEqual([])
    }
  })

  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://a.nl/x.png}',
    '\\class{evil}{x}',
    '\\id{evil}{x}',
    '\\style{position:fixed}{x}',
    '\\data{a=b}{x}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\text{</mtext></math><script>alert(1)</script>}',
    '\\textcolor{red;background:url(//a.nl)}{x}',
    '\\def\\a{\\a\\a}\\a',
    '\\unicode{x3c}',
    '\\mathbf{</annotation>}',
    'x_{'.repeat(500),
    `${'\\sqrt{'.repeat(400)}x${'}'.repeat(400)}`,
    'x'.repeat(20_000),
  ])('can do no harm: %s', (tex) => {
    for (const markdown of [`$${tex}$`, `$$\n${tex}\n$$`, `<b>x</b> $${tex}$`]) {
      expect(faults(html(markdown))).toEqual([])
      expect(elementsOf(read(html(markdown))).some(({ tagName }) => tagName === 'script')).toBe(false)
    }
  })

  test('knows nothing of those before it', () => {
    expect(mathMl('\\gdef\\foo{x}\\foo', false)).not.toBeNull()
    expect(mathMl('\\foo', false)).toBeNull()
    expect(mathMl('x', false)).toBe(mathMl('x', false))
  })

  test('of a writer’s own MathML does not stay', () => {
    expect(html('<b>a</b><math><mi>x</mi></math>')).toBe('<p><b>a</b></p>\n')
  })

  test('gives a heading its words', () => {
    const outline = (markdown: string) => renderMarkdown(markdown).outline.map(({ id, text }) => [id, text])
    expect(outline('## Over $E=mc^2$')).toEqual([['over-e-mc-2', 'Over E=mc^2']])
    expect(outline('<div>\n\n## Over $E=mc^2$\n\n</div>')).toEqual([['over-e-mc-2', 'Over E=mc^2']])
  })

  test('counts in plain text without its commands', () => {
    expect(plainText('De som $\\frac{a}{b} \\text{ of meer}$ telt.')).toBe('De som a b of meer telt.')
  })

  test('unclosed, over and over, takes no time that grows with the square', () => {
    for (const text of ['$a ', '$$a ', '$$\n', '$$a\n', '$$a $', '$x', 'a$ $b']) {
      expect(html(text.repeat(20_000)).length).toBeGreaterThan(20_000)
    }
  })
})

describe('what a text is rendered with', () => {
  test('is all that it needs, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyMarkdown, async (markdown) => {
        expect(render(markdown, await dressingFor([markdown]))).toEqual(renderMarkdown(markdown))
      }),
    )
  })

  test.each([
    ['a *b* `c` $5', true],
    ['$5 and $10', false],
    ['```\nx\n```', false],
    ['~~~ js', false],
  ])('of %j need not be loaded: %s', (markdown, plain) => {
    expect(isPlain(markdown)).toBe(plain)
  })
})
