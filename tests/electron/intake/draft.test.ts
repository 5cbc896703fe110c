import { describe, expect, it } from 'vitest'
import { intakeNotes } from '../../../core/locale/intake.ts'
import { type Draft, readDraft } from '../../../electron/intake/draft.ts'

function read(text: string, relative = 'note.md', language = 'nl-NL'): Draft {
  const file = { path: `/blog/${relative}`, root: '/blog', relative }
  return readDraft(file, text, intakeNotes('en'), language)
}

/** A file with this front matter and no text. */
function matter(yaml: string, relative?: string): Draft {
  return read(`---\n${yaml}\n---\n`, relative)
}

describe('the title', () => {
  it('is the one in the front matter', () => {
    expect(matter('title: "Een <em>goed</em> begin &amp; meer"').title).toBe('Een goed begin & meer')
  })

  it('is else the first heading, which leaves the text', () => {
    expect(read('\n# De *eerste* stap #\n\nTekst')).toMatchObject({ title: 'De eerste stap', body: 'Tekst' })
    expect(read('# De eerste stap {#stap}\n\nTekst')).toMatchObject({
      title: 'De eerste stap',
      body: 'Tekst',
    })
    expect(read('De eerste stap\n=====\n\nTekst')).toMatchObject({ title: 'De eerste stap', body: 'Tekst' })
  })

  it('is else what the file is called', () => {
    expect(read('Tekst', '2014-03-12-coming-soon.md').title).toBe('Coming soon')
    expect(read('Tekst', 'Mijn Notitie.md').title).toBe('Mijn Notitie')
    expect(read('Tekst', 'reis/index.md').title).toBe('Reis')
  })

  it('does not stand above the text twice', () => {
    expect(read('---\ntitle: Een\n---\n# Een\n\nTekst').body).toBe('Tekst')
    expect(read('---\ntitle: Een\n---\n# Twee\n\nTekst').body).toBe('# Twee\n\nTekst')
  })

  it('keeps the text that is written, not the number that YAML sees', () => {
    expect(matter('title: 1.0').title).toBe('1.0')
  })
})

describe('the summary', () => {
  it.each([
    ['summary: A\ndescription: B\nexcerpt: C', 'A', { description: 'B', excerpt: 'C' }],
    ['summary:\ndescription: B\nexcerpt: C', 'B', { excerpt: 'C' }],
    ['excerpt: C\ndescription: ""', 'C', {}],
    ['description: A & B\nexcerpt: <p>A &amp;\n  B</p>', 'A & B', {}],
    ['excerpt: |\n  <p>Een <a href="x">link</a>.</p>\n  <p>Twee.</p>', 'Een link . Twee.', {}],
    ['description: O*NET is _vrij_ & x < y', 'O*NET is _vrij_ & x < y', {}],
  ])('of %j is %j', (yaml, summary, extra) => {
    expect(matter(yaml)).toMatchObject({ summary: summary.replace(' .', '.'), extra })
  })
})

describe('the date', () => {
  it('is that of the front matter, else that of the file’s name', () => {
    expect(matter('date: 2014-12-15', '2014-12-12-x.md').publishedAt).toBe('2014-12-15T00:00:00+00:00')
    expect(read('x', '2014-12-12-x.md').publishedAt).toBe('2014-12-12T00:00:00+00:00')
    expect(read('x').publishedAt).toBeNull()
  })

  it('is else that of the address at which the file says the page stood, not of a folder', () => {
    expect(matter('path: 2015/12/10/Rust-1.5')).toMatchObject({
      publishedAt: '2015-12-10T00:00:00+00:00',
      status: 'published',
      slug: 'rust-1-5',
    })
    expect(matter('permalink: /2015/3/1/x/').publishedAt).toBe('2015-03-01T00:00:00+00:00')
    expect(matter('url: /notes/12015/12/10/x/').publishedAt).toBeNull()
    expect(matter('path: 2015/13/40/x').publishedAt).toBeNull()
    expect(read('x', '2015/12/10/thoughts.md').publishedAt).toBeNull()
  })

  it('is kept as it was written when it is not clear, with a note', () => {
    const draft = matter('date: ergens in mei')
    expect(draft).toMatchObject({ publishedAt: null, extra: { date: 'ergens in mei' } })
    expect(draft.notes).toEqual(['the date “ergens in mei” is not clear and was kept with the other fields'])
  })
})

describe('the status', () => {
  it.each([
    ['date: 2020-01-01', 'a.md', 'published'],
    ['date: 2020-01-01\ndraft: true', 'a.md', 'draft'],
    ['date: 2020-01-01\ndraft: yes', 'a.md', 'draft'],
    ['date: 2020-01-01\npublished: false', 'a.md', 'draft'],
    ['date: 2020-01-01\nstatus: draft', 'a.md', 'draft'],
    ['status: ready', 'a.md', 'ready'],
    ['status: Published', 'a.md', 'published'],
    ['draft: false', 'a.md', 'published'],
    ['published: 2020-01-01', 'a.md', 'published'],
    ['title: x', 'a.md', 'draft'],
    ['date: 2020-01-01', '_drafts/a.md', 'draft'],
    ['title: x', '_posts/2020-01-01-a.md', 'published'],
  ])('of %j in %s is %s', (yaml, path, status) => {
    expect(matter(yaml, path).status).toBe(status)
  })

  it('leaves a status that Longhand does not know where it was', () => {
    expect(matter('status: in review').extra).toEqual({ status: 'in review' })
  })
})

describe('when it was changed last', () => {
  it.each([
    ['lastmod: 2021-05-06', '2021-05-06T00:00:00+00:00'],
    ['updated: 2021-05-06 10:00', '2021-05-06T10:00:00+00:00'],
    ['modified: 2021-05-06T10:00:00+02:00', '2021-05-06T10:00:00+02:00'],
    ['last_modified_at: 2021-05-06', '2021-05-06T00:00:00+00:00'],
    ['date: 2021-05-06', null],
  ])('is told by %j', (yaml, updatedAt) => {
    expect(matter(yaml)).toMatchObject({ updatedAt, extra: {}, notes: [] })
  })

  it('is kept as it was written, with a note, when it is no date', () => {
    const draft = matter('lastmod: yesterday')
    expect(draft).toMatchObject({ updatedAt: null, extra: { lastmod: 'yesterday' } })
    expect(draft.notes).toHaveLength(1)
  })
})

describe('tags, categories and authors', () => {
  it.each([
    ['tags: [a, "b c", 12]', ['a', 'b c', '12']],
    ['tags: a, b c', ['a', 'b c']],
    ['tags: a b', ['a', 'b']],
    ['tags:\n- "#a"\n- reizen/nl', ['a', 'reizen/nl']],
    ['tags:', []],
    ['Tags: [a]', ['a']],
  ])('%j gives the tags %j', (yaml, tags) => {
    expect(matter(yaml).tags).toEqual(tags)
  })

  it.each([
    ['category: Sport', ['Sport']],
    ['category: Sport/Hardlopen', ['Sport', 'Hardlopen']],
    ['categories: [Sport / Hardlopen]', ['Sport', 'Hardlopen']],
    ['categories: Sport & gezondheid', ['Sport & gezondheid']],
  ])('%j gives the category %j', (yaml, category) => {
    expect(matter(yaml)).toMatchObject({ category, extra: {}, notes: [] })
  })

  it('is none where the file says that there is nothing', () => {
    const nothing = matter(
      'title: ~\ncategories: null\ntags: [Null, ~, hout]\nauthor: null\ndescription: NULL\nslug: ~',
      'reis.md',
    )
    expect(nothing).toMatchObject({ title: 'Reis', category: [], tags: ['hout'], authors: [], summary: '' })
    expect(matter('title: "null"\ntags: ["null"]')).toMatchObject({ title: 'null', tags: ['null'] })
  })

  it('take the first of several categories and keep them all with a note', () => {
    const draft = matter('categories: [Sport, Eten]')
    expect(draft).toMatchObject({ category: ['Sport'], extra: { categories: ['Sport', 'Eten'] } })
    expect(draft.notes).toHaveLength(1)
  })

  it.each([
    ['authors: [noor, Bram]', ['noor', 'Bram']],
    ['author: Noor Visser', ['Noor Visser']],
    ['authors: Noor, Bram', ['Noor', 'Bram']],
    ['author:\n  name: Noor\n  mail: x@example.org', ['Noor']],
    ['authors:\n- name: Noor\n- Bram', ['Noor', 'Bram']],
  ])('%j gives the authors %j', (yaml, authors) => {
    expect(matter(yaml).authors).toEqual(authors)
  })
})

describe('the slug', () => {
  it.each([
    ['slug: Eigen_Slug', '2020-01-01-anders.md', 'eigen-slug'],
    ['permalink: /blog/2020/mijn-adres/', 'a.md', 'mijn-adres'],
    ['permalink: /mijn-adres.html', 'a.md', 'mijn-adres'],
    ['permalink: /:year/:title/', 'een-naam.md', 'een-naam'],
    ['title: Anders', '2015-02-25-We-Are-Hiring.md', 'we-are-hiring'],
    ['title: Anders', 'reis/index.md', 'reis'],
    ['title: Anders', 'reis.nl.md', 'reis'],
    ['title: The journey', 'reis.en.md', 'the-journey'],
    ['title: 旅', 'reis.ja.md', 'reis'],
    ['title: The journey\nslug: trip', 'reis.en.md', 'trip'],
    ['title: Anders', 'node.js.md', 'node-js'],
    ['title: Titel', '日本.md', 'titel'],
  ])('of %j in %s is %s', (yaml, path, slug) => {
    expect(matter(yaml, path).slug).toBe(slug)
  })
})

describe('the language', () => {
  it.each([
    ['lang: en_GB', 'a.md', 'en-GB'],
    ['title: x', 'a.en.md', 'en'],
    ['lang: nl', 'a.md', null],
    ['lang: nl-NL', 'a.md', null],
  ])('of %j in %s is %j', (yaml, path, language) => {
    expect(matter(yaml, path)).toMatchObject({ language, extra: {} })
  })

  it('is kept as it was written when it is none', () => {
    expect(matter('lang: "??"')).toMatchObject({ language: null, extra: { lang: '??' } })
  })
})

describe('a page outside the stream', () => {
  it.each([
    ['layout: page', 1, {}],
    ['type: Page\nfooter_place: 3', 3, {}],
    ['layout: page\nnav_order: 2\nweight: 400', 2, { weight: 400 }],
    ['layout: post\nweight: 3', null, { layout: 'post', weight: 3 }],
  ])('is told by %j', (yaml, footerPlace, extra) => {
    expect(matter(yaml)).toMatchObject({ footerPlace, extra })
    expect(Object.keys(matter(yaml).extra)).toEqual(Object.keys(extra))
  })
})

describe('what Longhand does not know', () => {
  it('is kept as it was, typed, without what is empty', () => {
    expect(
      matter('layout: post\nhero: true\nweight: 3\nempty:\nnested:\n  a: [1, x]\ntitle: T\nseen: 2020-01-01')
        .extra,
    ).toEqual({ layout: 'post', hero: true, weight: 3, nested: { a: [1, 'x'] }, seen: '2020-01-01' })
  })

  it('is kept also when the front matter is faulty', () => {
    const draft = matter('title: Een: twee\nlayout: post')
    expect(draft).toMatchObject({ title: 'Een: twee', extra: { layout: 'post' } })
    expect(draft.notes).toEqual(['line 2: “title” is not valid, so its text was taken as it stands'])
  })

  it('holds the cover until it is found', () => {
    expect(matter('image: /x.png\nimage_alt: Een x')).toMatchObject({
      cover: { address: '/x.png', alt: 'Een x', keys: ['image', 'image_alt'] },
      extra: { image: '/x.png', image_alt: 'Een x' },
    })
    expect(matter('cover:\n  image: x.png\n  alt: Een x\n  relative: true')).toMatchObject({
      cover: { address: 'x.png', alt: 'Een x', keys: [] },
      extra: { cover: { image: 'x.png', alt: 'Een x', relative: true } },
    })
  })
})

describe('what is meant for another program', () => {
  it('is told of, with its line in the file, and stays in the text', () => {
    const one = read('---\ntitle: Reis\n---\nTekst\n\n{{< figure src="a.png" >}}\n')
    expect(one.notes).toEqual([intakeNotes('en').templates(1, 6, '{{< figure src="a.png" >}}')])
    expect(one.body).toContain('{{< figure src="a.png" >}}')
    const more = read('Tekst {% note %}\n[naar]({{ "/x/" | url }})\n{% endnote %}')
    expect(more.notes).toEqual([intakeNotes('en').templates(3, 1, '{% note %}')])
  })

  it('is no such thing in code, in bare braces or in a formula', () => {
    const text = '```\n{% raw %}\n```\n\nIn `{{ code }}` and {x}, {} and $\\frac{{a}}{b}$, or {{}}.'
    expect(read(text).notes).toEqual([])
  })
})
