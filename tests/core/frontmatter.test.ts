import fc from 'fast-check'
import { stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import { readFrontMatter, writeFrontMatter } from '../../core/frontmatter.ts'

describe('readFrontMatter', () => {
  it('splits YAML from the text after it', () => {
    const read = readFrontMatter('---\ntitle: Een\ntags: [a, b]\n---\n\nTekst\n')
    expect(read).toEqual({
      kind: 'yaml',
      values: { title: 'Een', tags: ['a', 'b'] },
      texts: { title: 'Een', tags: ['a', 'b'] },
      body: '\nTekst\n',
      problems: [],
    })
  })

  it.each([
    ['without front matter', 'Tekst\n\n---\n\nmeer'],
    ['with an opening that is never closed', '---\ntitle: Een\n\nTekst'],
    ['with a text between two rules', '---\nGewoon een zin.\n---\nmeer'],
    ['with a list between two rules', '---\n- a\n- b\n---\nmeer'],
  ])('takes a file %s for text', (_, text) => {
    expect(readFrontMatter(text)).toMatchObject({ kind: 'none', body: text, problems: [] })
  })

  it('takes empty front matter for what it is, up to the end of the file', () => {
    expect(readFrontMatter('---\n---\nTekst')).toMatchObject({ kind: 'yaml', values: {}, body: 'Tekst' })
    expect(readFrontMatter('---\ntitle: x\n...')).toMatchObject({ values: { title: 'x' }, body: '' })
  })

  it('gives dates, numbers and switches both typed and as they were written', () => {
    const { values, texts } = readFrontMatter(
      '---\ndate: 2015-03-17 14:00:00 -4\nversion: 1.0\ndraft: yes\nnone:\n---\n',
    )
    expect(values).toEqual({ date: '2015-03-17 14:00:00 -4', version: 1, draft: 'yes', none: null })
    expect(texts).toEqual({ date: '2015-03-17 14:00:00 -4', version: '1.0', draft: 'yes', none: '' })
  })

  it('reads a quoted text that goes on at the start of a line', () => {
    const { values, problems } = readFrontMatter(
      '---\nexcerpt: "In this \\"video\\" from\nthe event, he\n\nexplains it."\nother: \'it\'\'s\nfine\'\ntags:\n- a\n---\n',
    )
    expect(values).toEqual({
      excerpt: 'In this "video" from the event, he\nexplains it.',
      other: "it's fine",
      tags: ['a'],
    })
    expect(problems).toEqual([])
  })

  it('takes a value that is no YAML for plain text, and says on which line', () => {
    const { values, problems } = readFrontMatter(
      '---\ntitle: Longhand: een verhaal\ntags: [a, b\ndate: 2025-12-10\n---\nx',
    )
    expect(values).toEqual({ title: 'Longhand: een verhaal', tags: '[a, b', date: '2025-12-10' })
    expect(problems).toMatchObject([
      { line: 2, key: 'title' },
      { line: 3, key: 'tags' },
    ])
  })

  it('leaves the whole in the text when nothing of it can be read', () => {
    const text = '---\n\t- {a: [\n%%%\n---\nTekst'
    expect(readFrontMatter(text)).toMatchObject({ kind: 'none', body: text, problems: [{ key: null }] })
  })

  it('is not blown up by references to references', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 10; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      )
    }
    const { values, problems } = readFrontMatter(`---\n${lines.join('\n')}\n---\n`)
    expect(problems.length).toBeGreaterThan(0)
    expect(JSON.stringify(values).length).toBeLessThan(2000)
  })

  it('keeps a key that names a part of every object as a plain one', () => {
    const { values } = readFrontMatter('---\n__proto__: x\nb: "c\n---\n')
    expect(Object.keys(values)).toEqual(['__proto__', 'b'])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('reads TOML, its dates as they were written', () => {
    const { kind, values, texts, body } = readFrontMatter(
      '+++\ntitle = "Een"\ndate = 2025-12-10T09:30:00+01:00\nday = 2025-12-10\ndraft = false\ntags = ["a"]\n[cover]\nimage = "x.jpg"\n+++\nTekst',
    )
    expect(kind).toBe('toml')
    expect(values).toMatchObject({
      title: 'Een',
      day: '2025-12-10',
      draft: false,
      tags: ['a'],
      cover: { image: 'x.jpg' },
    })
    expect(values['date']).toMatch(/^2025-12-10T09:30:00(\.000)?\+01:00$/)
    expect(texts['draft']).toBe('false')
    expect(body).toBe('Tekst')
  })

  it('leaves faulty TOML in the text and says on which line it fails', () => {
    const text = '+++\ntitle = "Een"\ndate = gisteren\n+++\nTekst'
    expect(readFrontMatter(text)).toMatchObject({
      kind: 'none',
      body: text,
      problems: [{ line: 3, key: null }],
    })
  })

  it('reads whatever was written as YAML', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }))
    const key = fc.stringMatching(/^[a-z][a-z_]{0,8}$/)
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 }), fc.string(), (values, body) => {
        const text = `---\n${stringify(values)}---\n${body}`
        const read = readFrontMatter(text)
        expect(read.values).toEqual({ ...values })
        expect(read.body).toBe(body)
      }),
    )
  })

  it('loses no word of a body and never fails, whatever the front matter is', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('title: "x', "a: 'b", '- c', '  d: [', 'e: {', '\tf: g', '&a *a', '!!binary x', '? :'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = `---\n${lines.map((one) => one.replace(/[\r\n]/g, ' ')).join('\n')}\n---\nhet einde`
        expect(readFrontMatter(text).body.endsWith('het einde')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('front matter that is written', () => {
  it('is read back with the same values and the same body', () => {
    const values = {
      title: 'Ja: "nee" # en',
      date: '2025-12-10T09:00:00+01:00',
      tags: ['no', '007'],
      long: 'x '.repeat(200),
    }
    for (const body of ['Tekst.\n', '---\nLijn.\n', '', '\n\n+++\n']) {
      expect(readFrontMatter(writeFrontMatter(values, body))).toMatchObject({ values, body, problems: [] })
    }
  })

  it('leaves out what says nothing, and itself when nothing is said', () => {
    expect(writeFrontMatter({ title: 'A', summary: '', tags: [], cover: null }, 'B')).toBe(
      '---\ntitle: A\n---\nB',
    )
    expect(writeFrontMatter({ title: '' }, 'B')).toBe('B')
    expect(readFrontMatter(writeFrontMatter({}, '---\na: b\n---\nB')).body).toBe('---\na: b\n---\nB')
  })
})
