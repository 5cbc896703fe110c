import { readAhead } from '../../library/body-text.ts'
import type { Session } from '../../session/session.ts'
import type { Handlers } from '../bridge.ts'

/** Articles: listing, reading, saving, the trash. */
export function articleHandlers(session: Session): Partial<Handlers> {
  return {
    'article.list': ({ filter, sort, offset, limit }) =>
      session.read(({ articles }) => articles.list(filter, sort, offset, limit)),
    'article.counts': () => session.library.articles.counts(),
    'article.get': ({ id }) => {
      const article = session.library.articles.get(id)
      readAhead(article.body)
      return article
    },
    'article.find': ({ slug }) => session.library.articles.bySlug(slug)?.id ?? null,
    'article.create': (input) => session.write(({ articles }) => articles.create(input)),
    'article.save': ({ id, baseVersion, patch }) =>
      session.write(({ articles }) => articles.save(id, baseVersion, patch)),
    'article.duplicate': ({ id }) => session.write(({ articles }) => articles.duplicate(id)),
  }
}

/** Earlier states of articles. */
export function revisionHandlers(session: Session): Partial<Handlers> {
  return {
    'revision.list': ({ articleId }) => session.library.revisions.list(articleId),
    'revision.get': ({ id }) => session.library.revisions.get(id),
    'revision.record': ({ articleId, name }) =>
      session.write(({ revisions }) => revisions.record(articleId, 'hand', name)),
    'revision.keep': ({ articleId, state, name }) =>
      session.write(({ revisions }) => revisions.keep(articleId, state, name)),
    'revision.rename': ({ id, name }) => session.write(({ revisions }) => revisions.rename(id, name)),
    'revision.size': () => session.library.revisions.size(),
    'revision.restore': ({ id }) => session.write(({ revisions }) => revisions.restore(id)),
  }
}

/** Categories, tags and authors: what articles are ordered by. */
export function orderHandlers(session: Session): Partial<Handlers> {
  return {
    'category.list': () => session.library.categories.list(),
    'category.create': (input) => session.write(({ categories }) => categories.create(input)),
    'category.update': ({ id, patch }) => session.write(({ categories }) => categories.update(id, patch)),
    'category.move': ({ id, parentId, index }) =>
      session.write(({ categories }) => categories.move(id, parentId, index)),
    'category.delete': ({ id }) => session.write(({ categories }) => nothing(categories.delete(id))),
    'tag.list': () => session.library.tags.list(),
    'tag.alike': async () => {
      const { library, related } = session.openInPlace
      return { groups: await related.alike(), apart: library.tags.apart().length }
    },
    'tag.apart': ({ ids, apart }) => session.write(({ tags }) => nothing(tags.setApart(ids, apart))),
    'tag.forgetApart': () => session.write(({ tags }) => nothing(tags.forgetApart())),
    'order.suggest': ({ articleId }) => session.openInPlace.related.suggest(articleId),
    'category.decline': ({ articleId, declined }) =>
      session.write(({ categories }) => nothing(categories.decline(articleId, declined))),
    'author.list': () => session.library.authors.list(),
    'author.create': (input) => session.write(({ authors }) => authors.create(input)),
    'author.update': ({ id, patch }) => session.write(({ authors }) => authors.update(id, patch)),
  }
}

/** Related articles: the ranked list, and the writer's hand in it. */
export function relatedHandlers(session: Session): Partial<Handlers> {
  return {
    'related.list': ({ articleId, limit }) => session.openInPlace.related.list(articleId, limit),
    'related.pin': ({ articleId, pinned }) =>
      session.write(({ related }) => related.say('related.pin', articleId, { pins: pinned })),
    'related.hide': ({ articleId, hidden }) =>
      session.write(({ related }) => related.say('related.hide', articleId, { hidden })),
    'related.never': ({ articleId, never }) =>
      session.write(({ related }) => related.say('related.never', articleId, { never })),
    'related.count': ({ articleId, count }) =>
      session.write(({ related }) => related.say('related.count', articleId, { count })),
    'overview.leave': ({ articleId, list, isLeft }) =>
      session.write(({ related }) => related.leave(articleId, list, isLeft)),
    'related.rules': ({ rules }) => session.write(({ related }) => related.setRules(rules)),
  }
}

function nothing(_done: void): null {
  return null
}
