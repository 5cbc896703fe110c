import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** Articles: listing, reading, saving, the trash. */
export function articleHandlers(session: Session): Partial<Handlers> {
  return {
    'article.list': ({ filter, sort, offset, limit }) =>
      session.library.articles.list(filter, sort, offset, limit),
    'article.counts': () => session.library.articles.counts(),
    'article.get': ({ id }) => session.library.articles.get(id),
    'article.find': ({ slug }) => session.library.articles.bySlug(slug)?.id ?? null,
    'article.create': (input) => session.library.articles.create(input),
    'article.save': ({ id, baseVersion, patch }) => session.library.articles.save(id, baseVersion, patch),
    'article.duplicate': ({ id }) => session.library.articles.duplicate(id),
    'article.trash': ({ ids }) => nothing(session.library.articles.trash(ids)),
    'article.restore': ({ ids }) => nothing(session.library.articles.restore(ids)),
    'article.delete': ({ ids }) => nothing(session.library.articles.delete(ids)),
  }
}

/** Categories, tags and authors: what articles are ordered by. */
export function orderHandlers(session: Session): Partial<Handlers> {
  return {
    'category.list': () => session.library.categories.list(),
    'category.create': (input) => session.library.categories.create(input),
    'category.update': ({ id, patch }) => session.library.categories.update(id, patch),
    'category.move': ({ id, parentId, index }) =>
      nothing(session.library.categories.move(id, parentId, index)),
    'category.delete': ({ id, moveTo }) => nothing(session.library.categories.delete(id, moveTo)),
    'tag.list': () => session.library.tags.list(),
    'tag.rename': ({ id, name }) => session.library.tags.rename(id, name),
    'tag.delete': ({ id }) => nothing(session.library.tags.delete(id)),
    'author.list': () => session.library.authors.list(),
    'author.create': (input) => session.library.authors.create(input),
    'author.update': ({ id, patch }) => session.library.authors.update(id, patch),
    'author.delete': ({ id }) => nothing(session.library.authors.delete(id)),
  }
}

/** Related articles: the ranked list, and the writer's hand in it. */
export function relatedHandlers(session: Session): Partial<Handlers> {
  return {
    'related.list': ({ articleId, limit }) => session.open.related.list(articleId, limit),
    'related.pin': ({ articleId, pinned }) => nothing(session.library.related.setPins(articleId, pinned)),
    'related.hide': ({ articleId, hidden }) => nothing(session.library.related.setHidden(articleId, hidden)),
  }
}

function nothing(_done: void): null {
  return null
}
