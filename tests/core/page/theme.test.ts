import { describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import { compileTheme } from '../../../core/page/theme.ts'

const themeOf = (templates: Record<string, string>) => compileTheme({ name: 'trial', templates })

function brokenBy(work: () => unknown): unknown {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'theme.broken') return thrown.detail
    throw thrown
  }
  throw new Error('expected a broken theme')
}

describe('a theme', () => {
  it('escapes whatever it is not told to leave raw', () => {
    const theme = themeOf({ 'a.liquid': '<p title="{{ x }}">{{ x }}|{{ x | raw }}</p>' })
    expect(theme.render('a', { x: `<b>"'&` })).toBe(
      `<p title="&lt;b&gt;&#34;&#39;&amp;">&lt;b&gt;&#34;&#39;&amp;|<b>"'&</p>`,
    )
  })

  it('renders a part with nothing but what it is handed, and the same part the same', () => {
    const theme = themeOf({
      'a.liquid': '{% for x in list %}{% part "b", x: x %}{% endfor %}',
      'b.liquid': '[{{ x.name }}{{ secret }}]',
    })
    const scope = { list: [{ name: 'een' }, { name: 'twee' }, { name: 'een' }], secret: 'no' }
    expect(theme.render('a', scope)).toBe('[een][twee][een]')
  })

  it('names file and line of a mistake before anything is rendered', () => {
    expect(brokenBy(() => themeOf({ 'a.liquid': 'fine\n\n{% if x %}' }))).toMatchObject({
      file: 'a.liquid',
      line: 3,
    })
    expect(
      brokenBy(() => themeOf({ 'a.liquid': 'fine\n{{ x | frobnicate }}' }).render('a', {})),
    ).toMatchObject({
      file: 'a.liquid',
      line: 2,
    })
  })

  it('has no clock, no chance and no files', () => {
    expect(brokenBy(() => themeOf({ 'a.liquid': '{{ "now" | date: "%s" }}' }).render('a', {}))).toBeDefined()
    expect(
      brokenBy(() => themeOf({ 'a.liquid': '{{ list | sample }}' }).render('a', { list: [1] })),
    ).toBeDefined()
    expect(
      brokenBy(() => themeOf({ 'a.liquid': '{% include "/etc/passwd" %}' }).render('a', {})),
    ).toBeDefined()
    expect(
      brokenBy(() => themeOf({ 'a.liquid': '{% render "../../package.json" %}' }).render('a', {})),
    ).toBeDefined()
  })

  it('reaches no prototype and no constructor', () => {
    const theme = themeOf({ 'a.liquid': '{{ x.constructor.name }}{{ x.__proto__ }}{{ x.toString }}' })
    expect(theme.render('a', { x: { name: 'y' } })).toBe('')
  })

  it('says so when a template is missing', () => {
    expect(brokenBy(() => themeOf({}).render('article', {}))).toMatchObject({ file: 'article.liquid' })
  })

  it('ends when a part asks for itself', () => {
    expect(brokenBy(() => themeOf({ 'a.liquid': '{% part "a" %}' }).render('a', {}))).toBeDefined()
  })
})
