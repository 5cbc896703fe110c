import { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { renderStraight } from '../../../core/page/straight-render.ts'

const OPTIONS = {
  extname: '.liquid',
  outputEscape: 'escape',
  strictFilters: true,
  ownPropertyOnly: true,
  renderLimit: 5_000,
} as const

const FILES = {
  'base.liquid': '<{{ title }}|{% block head %}plain{% endblock %}|{% block main %}{% endblock %}>',
  'card.liquid': '[{{ card.title }}{{ title }}{% if eager %}!{% endif %}]',
}

const SCOPE = {
  title: 'One & <two>',
  none: null,
  no: false,
  zero: 0,
  empty_text: '',
  list: [{ title: 'a', tags: ['x', 'y'] }, { title: 'b' }, { title: 'c', tags: [] }],
  nothing: [],
  map: { 'a-b': 1, c: { d: 'deep' } },
  key: 'c',
  letters: 'abc',
}

/** What a theme's templates may be made of. */
const TEMPLATES = [
  '{{ title }} {{ title | raw }} {{ none }} {{ no }} {{ zero }} {{ missing.deeper }}',
  '{{ map["a-b"] }} {{ map[key].d }} {{ list[1].title }} {{ list.first.title }} {{ list.last.title }} {{ list.size }} {{ letters.size }}',
  '{{ title | upcase | replace: "ONE", "Two" }} {{ list | map: "title" | join: ", " }} {{ none | default: "else", allow_false: true }}',
  '{% if list.size > 2 and title != "" %}yes{% elsif no %}x{% else %}no{% endif %}',
  '{% if zero %}0{% endif %}{% if empty_text %}empty{% endif %}{% if none == nil or no %}nil{% endif %}{% if nothing == empty %}E{% endif %}{% if empty_text == blank %}B{% endif %}',
  '{% if title contains "two" %}c{% endif %}{% if not no %}n{% endif %}{% if 1 < 2 and 2 >= 2 and 3 <= 2 %}x{% else %}y{% endif %}',
  '{% unless list.size == 0 %}u{% else %}e{% endunless %}{% unless title %}u{% elsif zero == 0 %}z{% endunless %}',
  '{% for x in list %}{{ forloop.index }}/{{ forloop.length }}{{ x.title }}{% if forloop.last %}.{% endif %}{% for t in x.tags %}{{ t }}{{ forloop.first }}{% else %}-{% endfor %}{% endfor %}',
  '{% for x in list limit: 1 offset: 1 %}{{ x.title }}{% endfor %}{% for x in (1..4) reversed %}{% if x == 2 %}{% break %}{% endif %}{% if x == 3 %}{% continue %}{% endif %}{{ x }}{% endfor %}',
  '{% for x in nothing %}x{% else %}none{% endfor %}{% for pair in map %}{{ pair[0] }}{% endfor %}',
  '{% assign a = list | size | plus: 1 %}{{ a }}{% capture b %}<{{ title }}>{% endcapture %}{{ b }}{% increment n %}{% increment n %}{% cycle "a", "b" %}',
  '{% case key %}{% when "b" %}b{% when "c", "d" %}cd{% else %}x{% endcase %}{% comment %}{{ title }}{% endcomment %}{% raw %}{{ title }}{% endraw %}',
  '{% layout "base" %}{% block main %}{% for x in list %}{% render "card", card: x, eager: forloop.first %}{% endfor %}{% endblock %}',
  '{% layout "base" %}{% block head %}({{ block.super }}){% endblock %}',
  '{% render "card" for list as card %}{% include "card", card: list.first %}',
  '{{ list }}{{ map }}{{ "a" | append: "<b>" }}{{ 3.0 }}{{ -1 }}{{ true }}{% echo title %}{%- liquid\n assign q = 1\n echo q -%}',
]

describe('rendering by plain calls', () => {
  it.each(TEMPLATES)('gives what LiquidJS gives: %s', (template) => {
    const straight = new Liquid({ ...OPTIONS, templates: FILES })
    renderStraight(straight)
    const own = new Liquid({ ...OPTIONS, templates: FILES })
    // Counters are kept in what a template is given.
    const [here, there] = [structuredClone(SCOPE), structuredClone(SCOPE)]
    expect(straight.parseAndRenderSync(template, here)).toBe(own.parseAndRenderSync(template, there))
  })

  it('names the place of a mistake as LiquidJS does', () => {
    const template =
      'fine\n{% if title %}\n  {{ title | date: broken, 1 | divided_by: nothing | round: }}\n{% render "no-such" %}{% endif %}'
    const messageOf = (liquid: Liquid): string => {
      try {
        return liquid.parseAndRenderSync(template, SCOPE)
      } catch (thrown) {
        return thrown instanceof Error ? thrown.message : String(thrown)
      }
    }
    const straight = new Liquid({ ...OPTIONS, templates: FILES })
    renderStraight(straight)
    const message = messageOf(straight)
    expect(message).toBe(messageOf(new Liquid({ ...OPTIONS, templates: FILES })))
    expect(message).toMatch(/line:4/)
  })

  it('ends a template that takes too long', () => {
    const liquid = new Liquid({ ...OPTIONS, renderLimit: 30 })
    renderStraight(liquid)
    const endless = '{% for a in (1..3000) %}{% for b in (1..3000) %}{{ a }}{% endfor %}{% endfor %}'
    expect(() => liquid.parseAndRenderSync(endless)).toThrow(/limit exceeded/)
  })
})
