/** Tags that look alike, and what an article could be given: the real rules on the library in memory. */
import type { Article } from '../../../core/article.ts'
import type { Changed, Requests } from '../../../core/bridge.ts'
import { alikeTags } from '../../../core/tags/alike.ts'
import { suggestCategory, suggestTags } from '../../../core/tags/suggest.ts'
import type { MockLibrary } from './mock-library.ts'

type Order =
  'tag.merge' | 'tag.alike' | 'tag.apart' | 'tag.forgetApart' | 'order.suggest' | 'category.decline'
type Handlers = { [R in Order]: (args: Requests[R]['args']) => Requests[R]['result'] }

export function mockOrder(library: () => MockLibrary, changed: (...parts: Changed[]) => void): Handlers {
  let apart: readonly string[] = []
  const declined = new Set<number>()
  const nameOf = (id: number) => library().tags.find((tag) => tag.id === id)?.name ?? ''
  const pair = (a: string, b: string) => [a, b].sort().join('\n')
  return {
    'tag.merge': ({ ids, into }) => {
      const [gone, stays] = [new Set(ids.map(nameOf)), nameOf(into)]
      library().articles = library().articles.map((one) => ({
        ...one,
        tags: [...new Set(one.tags.map((tag) => (gone.has(tag) ? stays : tag)))],
      }))
      changed('tags', 'articles', 'related')
      const tag = library()
        .tagList()
        .find(({ name }) => name === stays)!
      return { ...tag, actId: null }
    },
    'tag.alike': () => ({
      groups: alikeTags(library().tagList(), (a, b) => apart.includes(pair(a.name, b.name))),
      apart: apart.length,
    }),
    'tag.apart': ({ ids, apart: isApart }) => {
      const names = ids.map(nameOf)
      const all = names.flatMap((a, at) => names.slice(at + 1).map((b) => pair(a, b)))
      apart = isApart ? [...apart, ...all] : apart.filter((one) => !all.includes(one))
      changed('tags')
      return null
    },
    'tag.forgetApart': () => {
      apart = []
      changed('tags')
      return null
    },
    'order.suggest': ({ articleId }) => {
      const article = library().articles.find(({ id }) => id === articleId)
      if (!article || `${article.title}${article.body}`.trim() === '') return { tags: [], category: null }
      const related = neighbours(library(), article)
      const isAsked = article.categoryId === null && !declined.has(articleId)
      return {
        tags: suggestTags({ ...article, text: article.body }, related, library().tagList()),
        category: isAsked ? suggestCategory(related, library().categories) : null,
      }
    },
    'category.decline': ({ articleId, declined: isDeclined }) => {
      if (isDeclined) declined.add(articleId)
      else declined.delete(articleId)
      changed('related')
      return null
    },
  }
}

/** By words in common: enough to look at. */
function neighbours(library: MockLibrary, article: Article) {
  const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}{6,}/gu))
  const own = words(`${article.title} ${article.body}`)
  return library.articles
    .filter(({ id, trashedAt }) => id !== article.id && trashedAt === null)
    .slice(0, 60)
    .map((one) => ({
      one,
      score: [...words(one.body)].filter((word) => own.has(word)).length / (own.size + 1),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ one, score }) => ({ score, tags: one.tags, categoryId: one.categoryId }))
}
