/** `window.longhand` on a library in memory. The page's address says what to start with: `?empty`, `?none`, `?many=10000`, `?categories=500`, `?pictures=5000`, `?ui=en`, `?site=en`, `?dark`, `?fail=CODE`. */
import type { Article, Category } from '../../../core/article.ts'
import type {
  AppState,
  Bridge,
  Changed,
  EventName,
  Events,
  Place,
  RequestName,
  Requests,
  Translation,
  UiLanguage,
} from '../../../core/bridge.ts'
import type { SavedSearch } from '../../../core/find/saved.ts'
import { Failure, failureData } from '../../../core/errors.ts'
import { timestampOf } from '../../../core/locale/ui/index.ts'
import { USUAL_RULES } from '../../../core/related/index.ts'
import { mockActs } from './mock-acts.ts'
import { mockCare, mockRefusal } from './mock-care.ts'
import { mockPlan } from './mock-plan.ts'
import { MockLibrary } from './mock-library.ts'
import { mockOrder } from './mock-order.ts'
import { sharingMocks } from './mock-sharing.ts'
import { themeMocks } from './mock-themes.ts'
import { MockRevisions } from './mock-revisions.ts'

const asked = new URLSearchParams(location.search)
const language = (asked.get('ui') ?? 'nl') as UiLanguage
const listeners = new Map<EventName, Set<(event: never) => void>>()
let library = new MockLibrary((asked.get('site') ?? language) as UiLanguage, {
  empty: asked.has('empty'),
  many: Number(asked.get('many') ?? 0),
  categories: Number(asked.get('categories') ?? 0),
  pictures: Number(asked.get('pictures') ?? 0),
})
const revisions = new MockRevisions()
/** With `?conflict`: whether someone else has changed the article that is saved first. */
let elsewhere = false
const pins = new Map<number, readonly number[]>()
const hidden = new Map<number, readonly number[]>()
const never = new Map<number, readonly number[]>()
const counts = new Map<number, number | null>()
let rules = USUAL_RULES

function relatedSaid(articleId: number) {
  const apart = (never.get(articleId) ?? []).map((id) => ({ id, title: found(id).title }))
  return { never: apart, count: counts.get(articleId) ?? null, rules }
}
let searches: readonly SavedSearch[] = []
let cancelled = false

function troubleOf(kind: string | null): AppState['trouble'] {
  const folder = '/home/noor/Documenten/Longhand/Veldkers'
  switch (kind) {
    case 'gone':
    case 'moved':
      return {
        kind: 'gone',
        folder,
        movedTo: kind === 'moved' ? '/home/noor/Archief/Veldkers' : null,
        isDeleted: false,
      }
    case 'replaced':
      return { kind, folder, why: null }
    case 'held':
    case 'readOnly':
      return { kind, folder }
    default:
      return null
  }
}

let state: AppState = {
  version: '0.1.0',
  platform: 'linux',
  systemLanguage: language,
  settings: {
    language: 'system',
    appearance: asked.has('dark') ? 'dark' : 'light',
    writingFace: 'quattro',
    spellCheck: true,
  },
  library:
    asked.has('none') || asked.has('refused')
      ? null
      : { folder: '/home/noor/Documenten/Longhand/Veldkers', site: library.site },
  recent: asked.has('bare')
    ? []
    : [
        { folder: '/home/noor/Documenten/Longhand/Veldkers', name: 'Veldkers' },
        { folder: '/home/noor/Documenten/Longhand/The Slow Platform', name: 'The Slow Platform' },
      ],
  defaultParent: '/home/noor/Documenten/Longhand',
  place: JSON.parse(sessionStorage.getItem('place') ?? 'null') as Place | null,
  refused: mockRefusal(),
  damage: asked.has('damage')
    ? { code: 'library.damaged', detail: { file: 'library.db', problem: 'malformed' } }
    : null,
  opening: 1,
  trouble: troubleOf(asked.get('trouble')),
}

function emit<E extends EventName>(name: E, event: Events[E]): void {
  for (const listener of listeners.get(name) ?? []) listener(event as never)
}

function changed(articleId: number | null, ...parts: Changed[]): void {
  emit('library.changed', { parts, articleId })
}

function setState(patch: Partial<AppState>): AppState {
  state = { ...state, ...patch }
  emit('app.stateChanged', state)
  return state
}

function found(id: number): Article {
  const article = library.articles.find((one) => one.id === id)
  if (article === undefined) throw new Failure('notFound', { what: 'article', which: String(id) })
  return article
}

function replace(ids: readonly number[], patch: Partial<Article>): void {
  library.articles = library.articles.map((one) => (ids.includes(one.id) ? { ...one, ...patch } : one))
}

function asTranslation({ id, title, status, publishedAt, language: tag }: Article): Translation {
  return { id, title, status, publishedAt, language: tag ?? library.site.language }
}

function translationsOf(id: number): readonly Translation[] {
  const key = found(id).translationKey
  const group = library.articles.filter((one) => key !== null && one.translationKey === key && one.id !== id)
  return group.map(asTranslation)
}

const now = () => timestampOf(new Date())
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

type Handlers = {
  [R in RequestName]: (args: Requests[R]['args']) => Requests[R]['result'] | Promise<Requests[R]['result']>
}

const handlers: Handlers = {
  ...mockActs(
    () => library,
    (...parts) => changed(null, ...parts),
  ),
  ...mockOrder(
    () => library,
    (...parts) => changed(null, ...parts),
  ),
  'app.state': () => state,
  'app.setSettings': ({ settings }) => setState({ settings: { ...state.settings, ...settings } }),
  'app.setPlace': ({ place }) => {
    sessionStorage.setItem('place', JSON.stringify(place))
    return null
  },
  'app.flushed': () => null,
  'app.newWindow': () => null,
  'app.nameActs': () => null,
  'app.openLink': () => null,
  'library.recheck': () => state,
  'library.follow': () => state,
  'library.locate': () => null,
  'library.putBack': () => state,
  'article.saveCopy': ({ articles }) => articles.map(({ title }) => `/home/noor/${slug(title)}.md`),
  'library.chooseParent': () => '/home/noor/Schijf',
  'library.create': ({ name }) => {
    library = new MockLibrary(language, { empty: true, many: 0 })
    library.site = { ...library.site, name }
    return setState({ library: { folder: `/home/noor/${name}`, site: library.site } })
  },
  'library.openSample': () => {
    library = new MockLibrary(language, { empty: false, many: 0 })
    return setState({ library: { folder: '/home/noor/Sample', site: library.site } })
  },
  'library.chooseAndOpen': () => null,
  'library.openRecent': ({ folder }) => setState({ library: { folder, site: library.site } }),
  'library.forgetRecent': ({ folder }) =>
    setState({ recent: state.recent.filter((one) => one.folder !== folder) }),
  'library.close': () => setState({ library: null }),
  ...mockCare({
    state: () => state,
    reopen: () =>
      setState({
        library: { folder: '/home/noor/Documenten/Longhand/Veldkers', site: library.site },
        refused: null,
        opening: state.opening + 1,
      }),
    progress: (progress) => emit('care.progress', progress),
  }),
  'site.update': ({ patch }) => {
    library.site = { ...library.site, ...patch }
    setState({ library: { folder: state.library?.folder ?? '', site: library.site } })
    return library.site
  },
  'article.list': ({ filter, sort, offset, limit }) => library.list(filter, sort, offset, limit),
  'article.counts': () => library.counts(),
  'article.get': ({ id }) => found(id),
  'article.find': ({ slug: asked }) => library.articles.find((one) => one.slug === asked)?.id ?? null,
  'article.create': ({ title, categoryId }) => {
    const id = library.next()
    const made: Article = {
      ...library.articles[0],
      id,
      title: title ?? '',
      slug: `artikel-${id}`,
      summary: '',
      body: '',
      status: 'draft',
      categoryId: categoryId ?? null,
      tags: [],
      authorIds: [],
      cover: null,
      coverAlt: '',
      language: null,
      publishedAt: null,
      createdAt: now(),
      updatedAt: now(),
      trashedAt: null,
      metaTitle: '',
      metaDescription: '',
      footerPlace: null,
      translationKey: null,
      words: 0,
      version: 1,
      extra: {},
    }
    library.articles.push(made)
    changed(null, 'articles')
    return made
  },
  'article.save': async ({ id, baseVersion, patch }) => {
    await pause(40)
    if (asked.get('fail') === 'file.refused')
      throw new Failure('file.refused', { path: '/home/noor/library.db', reason: 'ENOSPC' })
    const before = found(id)
    if (asked.has('conflict') && !elsewhere) {
      elsewhere = true
      const body = before.body.replace(/\w+/, 'Elders').replace(/\.\n/g, ', zei ze.\n')
      replace([id], { body, title: `${before.title}?`, version: before.version + 1 })
    }
    const article = found(id)
    if (article.version !== baseVersion)
      throw new Failure('article.conflict', { id, version: article.version })
    if (
      patch.slug !== undefined &&
      library.articles.some((one) => one.slug === patch.slug && one.id !== id)
    ) {
      throw new Failure('value.refused', { field: 'slug', value: patch.slug, problem: 'taken' })
    }
    const words = (patch.body ?? article.body).split(/\s+/).filter(Boolean).length
    replace([id], { ...patch, words, version: article.version + 1, updatedAt: now() })
    changed(id, 'articles', 'tags', 'related')
    const { version, updatedAt, slug } = found(id)
    return { version, updatedAt, slug, words }
  },
  'article.duplicate': ({ id }) => {
    const copy = { ...found(id), id: library.next(), status: 'draft' as const, updatedAt: now() }
    library.articles.push({ ...copy, title: `${copy.title} (kopie)`, slug: `${copy.slug}-${copy.id}` })
    changed(null, 'articles')
    return copy
  },
  'article.delete': ({ ids }) => {
    library.articles = library.articles.filter(({ id }) => !ids.includes(id))
    changed(null, 'articles')
    return null
  },
  'revision.list': ({ articleId }) => revisions.list(found(articleId)),
  'revision.get': ({ id }) => revisions.get(id),
  'revision.record': ({ articleId, name }) => {
    const head = revisions.add(articleId, found(articleId), 'hand', name)
    changed(articleId, 'articles')
    return head
  },
  'revision.keep': ({ articleId, state: kept, name }) => revisions.add(articleId, kept, 'before', name),
  'revision.rename': ({ id, name }) => {
    const head = revisions.rename(id, name)
    changed(head.articleId, 'articles')
    return head
  },
  'revision.size': () => revisions.size(),
  'revision.restore': ({ id }) => {
    const { articleId, state: old } = revisions.get(id)
    const { status: _status, slug: _slug, publishedAt: _publishedAt, ...kept } = old
    const article = found(articleId)
    const before = revisions.add(articleId, article, 'before', '').id
    replace([articleId], { ...kept, version: article.version + 1, updatedAt: now() })
    changed(articleId, 'articles')
    return { article: found(articleId), left: [], before }
  },

  'category.list': () => library.counted(),
  'category.create': ({ name, parentId }) => {
    const position = library.categories.filter((one) => one.parentId === parentId).length
    const made = {
      id: library.next(),
      parentId,
      position,
      name,
      slug: slug(name),
      description: '',
      cover: null,
      articles: 0,
    }
    library.categories.push(made)
    changed(null, 'categories')
    return made
  },
  'category.update': ({ id, patch }) => {
    library.categories = library.categories.map((one) => (one.id === id ? { ...one, ...patch } : one))
    changed(null, 'categories')
    return library.categories.find((one) => one.id === id)!
  },
  'search.list': () => searches,
  'search.create': (input) => {
    const made = { id: library.next(), ...input }
    searches = [...searches, made]
    changed(null, 'searches')
    return made
  },
  'search.update': ({ id, patch }) => {
    searches = searches.map((one) => (one.id === id ? { ...one, ...patch } : one))
    changed(null, 'searches')
    return searches.find((one) => one.id === id)!
  },
  'search.move': ({ id, index }) => {
    const moved = searches.filter((one) => one.id === id)
    searches = searches.filter((one) => one.id !== id).toSpliced(index, 0, ...moved)
    changed(null, 'searches')
    return null
  },
  'search.delete': ({ id }) => {
    searches = searches.filter((one) => one.id !== id)
    changed(null, 'searches')
    return { actId: null }
  },
  'category.merge': ({ id, into }) => {
    library.articles = library.articles.map((one) =>
      one.categoryId === id ? { ...one, categoryId: into } : one,
    )
    library.categories = library.categories
      .filter((one) => one.id !== id)
      .map((one) => (one.parentId === id ? { ...one, parentId: into } : one))
    changed(null, 'categories', 'articles')
    return { actId: null }
  },
  'category.split': ({ name, parentId, articleIds }) => {
    const made = handlers['category.create']({ name, parentId }) as Category
    library.articles = library.articles.map((one) =>
      articleIds.includes(one.id) ? { ...one, categoryId: made.id } : one,
    )
    changed(null, 'categories', 'articles')
    return { ...made, actId: null }
  },
  'tag.list': () => library.tagList(),
  'tag.rename': ({ id, name }) => {
    const tag = library.tags.find((one) => one.id === id)!
    library.articles = library.articles.map((one) => ({
      ...one,
      tags: one.tags.map((each) => (each === tag.name ? name : each)),
    }))
    changed(null, 'tags', 'articles')
    return { ...tag, name, actId: null }
  },
  'author.list': () => library.authorList(),
  'author.create': ({ name }) => {
    const made = { id: library.next(), name, slug: slug(name), role: '', bio: '', picture: null, articles: 0 }
    library.authors.push(made)
    changed(null, 'authors')
    return made
  },
  'author.update': ({ id, patch }) => {
    library.authors = library.authors.map((one) => (one.id === id ? { ...one, ...patch } : one))
    changed(null, 'authors')
    return library.authors.find((one) => one.id === id)!
  },
  'related.list': ({ articleId, limit }) => {
    const pinned = pins.get(articleId) ?? []
    const unseen = hidden.get(articleId) ?? []
    const article = found(articleId)
    if (article.tags.length === 0) return { items: [], hidden: [], ...relatedSaid(articleId) }
    const others = library.articles.filter(
      (one) =>
        one.id !== articleId &&
        one.trashedAt === null &&
        !unseen.includes(one.id) &&
        !(never.get(articleId) ?? []).includes(one.id),
    )
    const scored = others
      .map((one) => ({ one, shared: one.tags.filter((tag) => article.tags.includes(tag)) }))
      .filter(
        ({ one, shared }) =>
          shared.length > 0 || one.categoryId === article.categoryId || pinned.includes(one.id),
      )
      .map(({ one, shared }, index) => ({
        id: one.id,
        slug: one.slug,
        title: one.title,
        status: one.status,
        publishedAt: one.publishedAt,
        score: Math.max(
          0.08,
          0.2 * shared.length + (one.categoryId === article.categoryId ? 0.3 : 0) - index * 0.01,
        ),
        reasons: [
          ...(one.categoryId === article.categoryId
            ? [{ kind: 'category' as const, path: ['x'], same: true }]
            : []),
          ...(shared.length > 0 ? [{ kind: 'tags' as const, tags: shared }] : []),
          { kind: 'terms' as const, terms: ['enkel', 'bospad', 'pezen'] },
        ],
        pinned: pinned.includes(one.id),
        onPage: false,
        inText: article.body.includes(`(${one.slug}.html`),
      }))
      .sort(
        (a, b) =>
          Number(b.pinned) - Number(a.pinned) ||
          (a.pinned ? pinned.indexOf(a.id) - pinned.indexOf(b.id) : b.score - a.score),
      )
      .slice(0, limit)
    return {
      items: scored.map((item, index) => ({ ...item, onPage: index < 3 && item.status === 'published' })),
      hidden: unseen.map((id) => ({ id, title: found(id).title })),
      ...relatedSaid(articleId),
    }
  },
  'related.pin': ({ articleId, pinned }) => {
    pins.set(articleId, pinned)
    changed(articleId, 'related')
    return { actId: null }
  },
  ...sharingMocks,
  ...themeMocks,
  'related.hide': ({ articleId, hidden: ids }) => {
    hidden.set(articleId, ids)
    changed(articleId, 'related')
    return { actId: null }
  },
  'overview.start': () => {
    const line = ({ id, title, status, publishedAt }: Article) => ({ id, title, status, publishedAt })
    const some = library.articles.slice(0, 4).map(line)
    const group = { articles: some.slice(0, 2), likeness: 0.83, categoryId: null }
    const left = { total: 1, articles: library.articles.slice(4, 5).map(line) }
    const none = { total: 0, articles: [], left: { total: 0, articles: [] } }
    const categoryId = library.categories[0]?.id ?? null
    return {
      articles: library.articles.length,
      unreached: { total: some.length, articles: some, left },
      deadEnds: none,
      same: { total: 1, groups: [group] },
      clusters: { total: 1, groups: [{ articles: some, likeness: null, categoryId }] },
    }
  },
  'overview.cancel': () => null,
  'overview.leave': () => ({ actId: 1 }),
  'related.never': ({ articleId, never: ids }) => {
    never.set(articleId, ids)
    changed(articleId, 'related')
    return { actId: null }
  },
  'related.count': ({ articleId, count }) => {
    counts.set(articleId, count)
    changed(articleId, 'related')
    return { actId: null }
  },
  'related.rules': ({ rules: said }) => {
    rules = said
    changed(null, 'related')
    return { actId: null }
  },
  'translation.list': ({ articleId }) => translationsOf(articleId),
  'translation.candidates': ({ articleId, words, limit }) =>
    library.articles
      .filter(({ id, title, language: tag }) => id !== articleId && tag !== null && title.includes(words))
      .slice(0, limit)
      .map(asTranslation),
  'translation.add': ({ articleId, otherId }) => {
    replace([articleId, otherId], { translationKey: found(articleId).translationKey ?? `key-${articleId}` })
    changed(null, 'articles')
    return { actId: 1 }
  },
  'translation.remove': ({ articleId }) => {
    replace([articleId], { translationKey: null })
    changed(null, 'articles')
    return { actId: 1 }
  },
  'translation.start': ({ articleId, language: tag }) => {
    const id = library.next()
    const key = found(articleId).translationKey ?? `key-${articleId}`
    const article: Article = { ...found(articleId), id, body: '', language: tag, status: 'draft' }
    library.articles.push(article)
    replace([articleId, id], { translationKey: key })
    changed(null, 'articles')
    return { actId: 1, article }
  },
  'export.choose': () => '/home/noor/Sites/veldkers',
  'export.last': () => (asked.has('exported') ? '/home/noor/Sites/veldkers' : null),
  'export.plan': ({ folder }) => mockPlan(folder, asked.get('plan')),
  'onward.get': () => (asked.has('onward') ? { way: 'git' } : null),
  'onward.set': ({ onward }) => onward,
  'onward.start': async () => {
    for (let line = 1; line <= 12; line++) {
      emit('onward.output', { text: `Enumerating objects: ${line}\n` })
      await pause(Number(asked.get('slow') ?? 40))
    }
    return { exit: asked.has('failing') ? 1 : 0, isCancelled: false, milliseconds: 480 }
  },
  'onward.cancel': () => null,
  'export.start': async ({ folder }) => {
    cancelled = false
    for (const phase of ['reading', 'relating', 'rendering', 'pictures', 'writing'] as const) {
      for (let done = 0; done <= 40; done += 4) {
        emit('task.progress', { task: 'export', phase, done, total: 40 })
        await pause(Number(asked.get('slow') ?? 10))
        if (cancelled) throw new Failure('cancelled', { task: 'export' })
      }
    }
    const warning = {
      slug: 'linzensoep',
      title: 'Linzensoep voor een week',
      target: 'recepten/bouillon.html',
      line: 14,
    }
    return {
      folder,
      articles: 14,
      pages: 38,
      written: 61,
      unchanged: 3,
      removed: 0,
      bytes: 2_412_000,
      pictures: { made: 12, milliseconds: 9400 },
      milliseconds: 812,
      warnings: [
        { ...warning, kind: 'brokenLink' as const },
        {
          ...warning,
          kind: 'brokenLink' as const,
          slug: 'stramme-heupen',
          title: 'Stramme heupen',
          target: 'rekken.html',
          line: 3,
        },
        { ...warning, kind: 'missingImage' as const, target: 'media/soep.jpg', line: 2 },
        { kind: 'noBaseUrl' as const, slug: '', title: '', target: '', line: 0 },
      ],
    }
  },
  'export.zip': ({ folder }) => ({ file: `${folder}.zip`, files: 42, bytes: 3_456_789 }),
  'article.share': ({ id, format }) => ({
    file: `/home/noor/${id}.${format === 'md' ? 'zip' : 'html'}`,
    missing: [],
  }),
  'article.richText': ({ id }) => ({ html: `<h1>${id}</h1>`, text: String(id) }),
  'export.cancel': () => {
    cancelled = true
    return null
  },
  'export.show': () => null,
  'intake.choose': () => ['/home/noor/blog'],
  'intake.start': async () => {
    for (let done = 0; done <= 120; done += 10) {
      emit('task.progress', { task: 'intake', phase: 'reading', done, total: 120 })
      await pause(Number(asked.get('slow') ?? 10))
    }
    const entry = { path: 'blog/_posts/2024-03-01-lente.md', slug: 'lente', title: 'Lente', notes: [] }
    return {
      created: Array.from({ length: 112 }, () => entry),
      updated: [],
      unchanged: [entry, entry],
      media: 48,
      milliseconds: 2300,
      skipped: [{ path: 'blog/README.md', slug: '', title: '', notes: ['Geen titel en geen kop gevonden.'] }],
    }
  },
  'intake.cancel': () => null,
}

const bridge: Bridge = {
  async request(name, args) {
    try {
      const value = await (handlers[name] as (args: unknown) => unknown)(args)
      return { ok: true, value: structuredClone(value) } as never
    } catch (thrown) {
      return { ok: false, failure: failureData(thrown) }
    }
  },
  on(name, listener) {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known.add(listener))
    return () => known.delete(listener)
  },
}

Object.assign(window, { longhand: bridge, emitFromMain: emit })
