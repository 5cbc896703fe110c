import { describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import { compileTheme } from '../../../core/page/index.ts'

/** Doubles a text so many times. */
const doubled = (times: number, seed = 'x'): string =>
  `{% assign s = '${seed}' %}{% for i in (1..${times}) %}{% assign s = s | append: s %}{% endfor %}`

/** Makes a list that holds itself twice, which holds itself twice, and so on. */
const nested = (step: string): string =>
  `{% assign a = 'a,b' | split: ',' %}{% for i in (1..40) %}${step}{% endfor %}`

const made = (text: string): string =>
  compileTheme({ name: 't', templates: { 'a.liquid': text } }, { milliseconds: 2_000 }).render('a', {
    list: ['b', 'a'],
  })

describe('a theme that would take all time or memory by a filter', () => {
  const PUSH = '{% assign a = a | push: a %}'
  it.each([
    ['joins lists in lists', `${nested(PUSH)}{{ a | join: ',' }}`],
    ['writes lists in lists out', `${nested(PUSH)}{{ a }}`],
    ['makes a text of lists in lists', `${nested('{% assign a = a | unshift: a %}')}{{ a | upcase }}`],
    ['writes lists in lists as JSON', `${nested(PUSH)}{{ a | json }}`],
    ['looks into lists in lists', `${nested(PUSH)}{{ a | inspect }}`],
    ['hands lists in lists to a part', `${nested(PUSH)}{% part 'a', x: a %}`],
    [
      'groups groups',
      `${nested("{% assign a = a | group_by: 'x' %}{% assign a = a | concat: a %}")}{{ a | json }}`,
    ],
    [
      'groups groups by a rule',
      `${nested("{% assign a = a | group_by_exp: 'x', 'x' | concat: a %}")}{{ a | json }}`,
    ],
    [
      'draws lists out of groups',
      `${nested("{% assign a = a | group_by: 'x' | map: 'items' %}{% assign a = a | concat: a %}")}{{ a }}`,
    ],
    ['puts a list behind itself', nested('{% assign a = a | concat: a %}')],
    ['replaces each letter by many', `${doubled(14)}{{ s | replace: 'x', s }}`],
    ['puts much between letters', `${doubled(14)}{{ s | replace: '', s }}`],
    ['joins letters by many', `${doubled(14)}{{ s | split: '' | join: s }}`],
    [
      'doubles what is captured',
      '{% for i in (1..60) %}{% capture c %}x{{ c }}{{ c }}{% endcapture %}{% endfor %}',
    ],
    [
      'makes rows in rows',
      '{% tablerow i in (1..99999) %}{% tablerow j in (1..99999) %}x{% endtablerow %}{% endtablerow %}',
    ],
    ['opens conditions in conditions', `${'{% if true %}'.repeat(20_000)}${'{% endif %}'.repeat(20_000)}`],
    ['opens brackets in brackets', `{{ ${'('.repeat(20_000)} }}`],
  ])('is stopped when it %s', (_how, text) => {
    expect(() => made(text)).toThrow(expect.objectContaining({ code: 'theme.broken' }))
  })

  it.each([
    ['strips tags that never close', `${doubled(14, '<script')}{{ s | strip_html | size }}`],
    ['strips notes that never close', `${doubled(14, '<!--')}{{ s | strip_html | size }}`],
    ['strips angles', `${doubled(16, '<')}{{ s | strip_html | size }}`],
    ['escapes once', `${doubled(16, '&')}{{ s | escape_once | size }}`],
    ['trims long white space', `${doubled(18, ' ')}{{ s | append: 'x' | rstrip | size }}`],
    ['cuts off many words', `${doubled(16, 'a ')}{{ s | truncatewords: 5 }}`],
    [
      'seeks what is almost there',
      `${doubled(18, 'a')}{% assign t = s | slice: 0, 99999 | append: 'b' %}{% if s contains t %}x{% endif %}`,
    ],
    [
      'calculates beyond numbers',
      '{% assign n = 10 %}{% for i in (1..2000) %}{% assign n = n | times: n %}{% endfor %}{{ n }}',
    ],
  ])('comes to its end when it %s', (_how, text) => {
    try {
      expect(made(text).length).toBeLessThan(100)
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Failure)
    }
  })

  it('still puts lists together', () => {
    const lists = "{% assign a = list | push: 'c' | unshift: 'd' | concat: list %}"
    expect(made(`${lists}{{ a | sort | join: '' }}`)).toBe('aabbcd')
    expect(
      made(`${lists}{% assign g = a | group_by_exp: 'x', 'x' %}{{ g.size }} {{ g[0].items | join: '' }}`),
    ).toBe('4 d')
  })
})
