import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../core/markdown/rendered.ts'
import { references } from '../../../electron/publish/references.ts'

const of = (markdown: string) => references(markdown, renderMarkdown(markdown))

describe('references of a body', () => {
  it('are the links and pictures that lead into the site, by their lines', () => {
    expect(of('[a](een.html) [b](https://example.org)\n\n![c](media/c.jpg)\n')).toEqual({
      links: [['een.html', 1]],
      images: [['media/c.jpg', 3]],
    })
    expect(of('No links.')).toEqual({})
  })

  it('include the remains of templates, as they were written', () => {
    const body = [
      '[a]({{ "/guides/" | url }})',
      '![b]({{site.baseurl}}/b.png)',
      '<img src="{{ "/assets/c.png" | url }}" alt="c">',
      '<a href="{{ site.baseurl }}/d">d</a>',
      '[e]({% post_url 2014-05-11-x %})',
    ].join('\n\n')
    expect(of(body)).toEqual({
      links: [
        ['{{ "/guides/" | url }}', 1],
        ['{{ site.baseurl }}/d', 7],
        ['{% post_url 2014-05-11-x %}', 9],
      ],
      images: [
        ['{{site.baseurl}}/b.png', 3],
        ['{{ "/assets/c.png" | url }}', 5],
      ],
    })
  })

  it('do not include what only shows how a template is written', () => {
    expect(of('`[a]({{ x }})`\n\n```\n[a]({{ x }})\n```\n')).toEqual({})
  })
})
