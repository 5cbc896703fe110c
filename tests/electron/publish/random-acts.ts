/** What a writer may do to a library between two exports, drawn at random. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Site } from '../../../core/article.ts'
import { Failure } from '../../../core/errors.ts'
import type { Library } from '../../../electron/library/library.ts'

const DAY = 24 * 60 * 60 * 1000

const text = fc.constantFrom(
  '',
  'Soep met linzen en een lange wandeling.',
  'Zie [een](een.html), [twee](twee.html#kop) en [drie](drie.html).\n\n## Kop\n\nTekst.',
  '![foto](media/foto.svg)\n\nRennen door het bos, elke dag weer.',
  '## Een\n\nBos.\n\n## Twee\n\nSoep.\n\n## Drie\n\nSlaap.\n\n## Vier\n\nFiets.',
  'A walk in the woods, soup with lentils.\n\n> Quoted.[^1]\n\n[^1]: A note.',
)
const word = fc.constantFrom('Een', 'Twee', 'Drie', 'Linzensoep', 'Bos & <wei>', 'É', 'Rennen')
const slug = fc.constantFrom('een', 'twee', 'drie', 'vier', 'linzensoep', '')
const tag = fc.constantFrom('bos', 'Soep', 'rennen', 'slaap')
const language = fc.constantFrom(null, 'en', 'nl', 'ar')
/** In days from the first moment on. */
const date = fc.option(fc.integer({ min: -400, max: 5 }))
const drawing = fc.constantFrom('red', 'green')
const it = fc.nat({ max: 40 })

const field = fc.oneof(
  fc.record({ title: word }),
  fc.record({ slug }),
  fc.record({ summary: word }),
  fc.record({ body: text }),
  fc.record({ tags: fc.subarray(['bos', 'Soep', 'rennen', 'slaap']) }),
  fc.record({ language }),
  fc.record({ metaTitle: word }),
  fc.record({ metaDescription: word }),
  fc.record({ coverAlt: word }),
  fc.record({ footerPlace: fc.constantFrom(null, 1, 2) }),
  fc.record({ status: fc.constantFrom('draft' as const, 'ready' as const, 'published' as const) }),
)

const siteField: fc.Arbitrary<Partial<Site>> = fc.oneof(
  fc.record({ name: word }),
  fc.record({ description: word }),
  fc.record({ frontTitle: word }),
  fc.record({ baseUrl: fc.constantFrom('', 'https://voorbeeld.nl/', 'https://voorbeeld.nl/pad/') }),
  fc.record({ language: fc.constantFrom('nl-NL', 'en-GB', 'de') }),
  fc.record({ readingSpeed: fc.constantFrom(150, 230) }),
  fc.record({ relatedCount: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ theme: fc.constantFrom('magazine', 'essay', 'documentation') }),
  fc.record({
    themeOptions: fc.constantFrom<Site['themeOptions']>(
      {},
      { accent: '#8a2d5b' },
      { accent: '#ffff00', footer: 'Voet <b>' },
      { face: 'inter', front: 'list', measure: 'wide' },
      { logo: 'media/foto.svg', contents: 'always' },
    ),
  }),
)

/** One thing that is done; numbers choose among what there is. */
export const randomAct = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('save' as const), it, patch: field }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('date' as const), it, days: date }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('create' as const), title: word, body: text, days: date }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('duplicate' as const), it }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const), it }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), it }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('put' as const), it, to: it }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const), it, to: it }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('makeCategory' as const), name: word, to: it }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('category' as const), it, name: word, description: text }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('move' as const), it, to: it, index: fc.nat({ max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('merge' as const, 'trashCategory' as const), it, to: it }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('renameTag' as const), it, name: tag }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('mergeTags' as const, 'deleteTag' as const), it, to: it }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('makeAuthor' as const), name: word }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('author' as const), it, name: word, bio: word }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deleteAuthor' as const), it }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('site' as const), patch: siteField }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('picture' as const), it, colour: drawing }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cover' as const), it, to: it }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('redraw' as const), it, colour: drawing }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('trashPicture' as const, 'restorePicture' as const), it }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('pin' as const, 'hide' as const, 'never' as const),
      it,
      to: it,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('count' as const), it, count: fc.option(fc.nat({ max: 4 })) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rules' as const), isOne: fc.boolean(), isFresh: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('translate' as const, 'untranslate' as const), it, to: it }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revise' as const), it }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), it }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 4 }) }),
  },
)
export type RandomAct = typeof randomAct extends fc.Arbitrary<infer A> ? A : never

/** A library with a clock that acts turn. */
export interface Scene {
  readonly library: Library
  readonly clock: { now: number }
}

/** Does an act. What the library refuses changes nothing. */
export function perform(scene: Scene, act: RandomAct): void {
  if (act.do === 'wait') return void (scene.clock.now += act.days * DAY)
  try {
    scene.library.transaction(() => run(scene, act))
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
  }
}

const one = <T>(all: readonly T[], at: number): T => {
  const found = all[at % Math.max(1, all.length)]
  if (found === undefined) throw new Failure('notFound', { what: 'article', which: String(at) })
  return found
}

const svg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path fill="${colour}" d="M0 0h40v30z"/></svg>`

function run({ library, clock }: Scene, act: Exclude<RandomAct, { do: 'wait' }>): void {
  const { articles, categories, tags, authors, media, related, translations, acts } = library
  const ids = [...articles.heads()].map(({ id }) => id)
  const live = categories.list().map(({ id }) => id)
  const day = (days: number | null): string | null =>
    days === null ? null : new Date(START + days * DAY).toISOString().replace('.000', '')
  const picture = (at: number): string => one(media.list(), at).path
  const orNone = (at: number): number | null => (at % 4 === 0 ? null : one(live, at))
  const saved = (at: number, patch: Parameters<typeof articles.save>[2]): unknown => {
    const { id, version } = articles.get(one(ids, at))
    return articles.save(id, version, patch)
  }
  switch (act.do) {
    case 'save':
      return void saved(act.it, act.patch)
    case 'date':
      return void saved(act.it, { publishedAt: day(act.days) })
    case 'create':
      return void articles.create({
        title: act.title,
        body: act.body,
        status: 'published',
        publishedAt: day(act.days) ?? new Date(clock.now).toISOString(),
      })
    case 'duplicate':
      return void articles.change([articles.duplicate(one(ids, act.it)).id], { status: 'published' })
    case 'trash':
      return void articles.trash([one(ids, act.it)])
    case 'restore':
      return void articles.restore([one(trashed(library), act.it)])
    case 'delete':
      return articles.delete([one(trashed(library), act.it)])
    case 'put':
      return void saved(act.it, { categoryId: orNone(act.to) })
    case 'write': {
      const all = authors.list().map(({ id }) => id)
      return void saved(act.it, { authorIds: act.to % 5 === 0 ? all.slice(0, 2) : [one(all, act.to)] })
    }
    case 'makeCategory':
      return void categories.create({ name: act.name, parentId: orNone(act.to) })
    case 'category':
      return void categories.update(one(live, act.it), { name: act.name, description: act.description })
    case 'move':
      return void categories.move(one(live, act.it), orNone(act.to), act.index)
    case 'merge':
      return void categories.merge(one(live, act.it), one(live, act.to))
    case 'trashCategory':
      return void categories.trash(one(live, act.it), orNone(act.to))
    case 'renameTag':
      return void tags.rename(one(tags.list(), act.it).id, act.name)
    case 'mergeTags':
      return void tags.merge([one(tags.list(), act.it).id], one(tags.list(), act.to).id)
    case 'deleteTag':
      return void tags.delete(one(tags.list(), act.it).id)
    case 'makeAuthor':
      return void authors.create({ name: act.name })
    case 'author':
      return void authors.update(one(authors.list(), act.it).id, { name: act.name, bio: act.bio })
    case 'deleteAuthor':
      return void authors.delete(one(authors.list(), act.it).id)
    case 'site':
      return void library.site.update(act.patch)
    case 'picture':
      return void saved(act.it, { cover: media.add('foto.svg', Buffer.from(svg(act.colour))).path })
    case 'cover':
      return void saved(act.it, { cover: act.to % 4 === 0 ? null : picture(act.to) })
    case 'redraw':
      // Another program puts another picture in its place.
      return writeFileSync(media.file(picture(act.it)), svg(act.colour))
    case 'trashPicture':
      return void media.trash([picture(act.it)])
    case 'restorePicture':
      return void media.restore(library.trash.list().media.map(({ path }) => path))
    case 'pin':
      return void related.say('related.pin', one(ids, act.it), { pins: [one(ids, act.to)] })
    case 'hide':
      return void related.say('related.hide', one(ids, act.it), { hidden: [one(ids, act.to)] })
    case 'never':
      return void related.say('related.never', one(ids, act.it), { never: [one(ids, act.to)] })
    case 'count':
      return void related.say('related.count', one(ids, act.it), { count: act.count })
    case 'rules':
      return void related.setRules({
        sameLanguage: act.isOne,
        statuses: ['published'],
        freshness: act.isFresh ? 'strong' : 'none',
      })
    case 'translate':
      return void translations.add(one(ids, act.it), one(ids, act.to))
    case 'untranslate':
      return void translations.remove(one(ids, act.it))
    case 'revise': {
      const revision = library.revisions.list(one(ids, act.it)).at(-1)
      return revision && void library.revisions.restore(revision.id)
    }
    case 'undo':
    case 'redo': {
      const found = acts.list(50).filter(({ undone }) => undone === (act.do === 'redo'))
      return void acts[act.do](one(found, act.it).id)
    }
  }
}

function trashed(library: Library): readonly number[] {
  return library.articles.list({ status: 'trash' }, null, 0, 100).rows.map(({ id }) => id)
}

/** When it all begins. */
export const START = Date.parse('2026-05-01T09:00:00Z')

/** Fills a library with a little of everything. */
export function furnish({ library }: Scene): void {
  library.transaction(() => {
    const sport = library.categories.create({ name: 'Sport', parentId: null }).id
    const lopen = library.categories.create({ name: 'Lopen', parentId: sport }).id
    const daan = library.authors.create({ name: 'Daan' }).id
    const cover = library.media.add('foto.svg', Buffer.from(svg('red'))).path
    for (const [at, title] of ['Een', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes'].entries()) {
      library.articles.create({
        title,
        body: `Tekst ${at} over het bos en soep. [x](twee.html) ![y](${cover})`,
        status: at === 5 ? 'draft' : 'published',
        publishedAt: new Date(START + (at - 4) * DAY).toISOString(),
        categoryId: [sport, lopen, null][at % 3] ?? null,
        tags: [['bos', 'Soep'], ['bos'], []][at % 3] ?? [],
        authorIds: at % 2 === 0 ? [daan] : [],
        cover: at === 0 ? cover : null,
      })
    }
  })
}

/** What others may do to an exported site. */
export const randomMeddling = fc.option(
  fc.record({ at: it, how: fc.constantFrom('removed' as const, 'changed' as const) }),
  { freq: 5 },
)

/** Does that to one of its files, given by their paths. */
export function meddle(
  folder: string,
  paths: readonly string[],
  { at, how }: { readonly at: number; readonly how: 'removed' | 'changed' },
): void {
  const file = join(folder, paths[at % Math.max(1, paths.length)] ?? '')
  if (how === 'removed') rmSync(file, { force: true, recursive: false })
  else writeFileSync(file, 'van een ander')
}
