/** Runs in a thread of its own: tries a theme on pages of every kind, so that a wrong one harms nothing. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Article, BLANK_ARTICLE } from '../../core/article.ts'
import { type FailureData, failureData } from '../../core/errors.ts'
import {
  type ArticleHead,
  type PageModel,
  type PageRef,
  articlePage,
  compileTheme,
  mapSite,
  pageModel,
  renderPage,
  siteModel,
} from '../../core/page/index.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { PAGE_MILLISECONDS } from './live-theme.ts'
import { dressTheme } from './theme-dress.ts'
import { readTheme } from './theme-folder.ts'

export interface TrialTask {
  /** The library's folder. */
  readonly library: string
  readonly name: string
}

/** What is wrong; null: nothing. */
export type TrialAnswer = FailureData | null

/** So many articles are enough to see what a theme does. */
const ARTICLES = 100
/** Headings enough for a table of contents. */
const LEVELS = [2, 3, 2, 3]
const BODY = {
  html: LEVELS.map((level, at) => `<h${level} id="a${at}">A</h${level}><p>B</p>`).join(''),
  outline: LEVELS.map((level, at) => ({ level, id: `a${at}`, text: 'A', line: 2 * at })),
}

function answer({ library: folder, name }: TrialTask): TrialAnswer {
  try {
    const library = openLibrary(folder, { readonly: true, isOpen: true })
    try {
      tryTheme(library, name)
    } finally {
      library.close()
    }
    return null
  } catch (thrown) {
    return failureData(thrown)
  }
}

function tryTheme(library: Library, name: string): void {
  const folder = readTheme(name, { library: library.folder })
  const theme = compileTheme(folder, { milliseconds: PAGE_MILLISECONDS })
  const site = library.site.get()
  const map = mapSite({
    site,
    categories: library.categories.list(),
    tags: library.tags.list(),
    authors: library.authors.list(),
    articles: [...someArticles(library), ...MADE_UP],
    related: new Map(),
  })
  const model = siteModel(map, dressTheme(folder, site.themeOptions, () => false).options)
  const seen = new Set<string>()
  const refs: PageRef[] = []
  for (const ref of map.pages()) {
    // One of each kind; of articles, the newest.
    if (seen.has(ref.kind)) continue
    seen.add(ref.kind)
    refs.push(ref)
  }
  const models: (PageModel | null)[] = [
    ...refs.map((ref) => pageModel(map, ref)),
    articlePage(map, MADE_UP[0]!, MADE_UP),
  ]
  for (const one of models) if (one) renderPage(theme, model, one, BODY)
}

function someArticles(library: Library): readonly ArticleHead[] {
  const some: ArticleHead[] = []
  for (const head of library.articles.heads()) {
    some.push(head)
    if (some.length >= ARTICLES) break
  }
  return some
}

/** A library without articles has article pages all the same, one day, and lists with cards. */
const MADE_UP: readonly Article[] = [0, -1, -2].map((id) => ({
  ...BLANK_ARTICLE,
  id,
  title: 'A',
  slug: `a${-id}`,
  summary: 'B',
  translationKey: null,
  publishedAt: '2025-12-10T09:30:00+01:00',
  createdAt: '2025-12-10T09:30:00+01:00',
  updatedAt: '2025-12-10T09:30:00+01:00',
  trashedAt: null,
  words: 5_000,
  version: 1,
}))

if (parentPort) {
  parentPort.postMessage(answer(workerData as TrialTask) satisfies TrialAnswer)
  parentPort.close()
}
