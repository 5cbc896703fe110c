/** Acts, trash and pictures of a library in memory. An act keeps the whole library as it was before and after. */
import type {
  Act,
  ActKind,
  ActRequests,
  Changed,
  MediaRequests,
  OrderRequests,
  TrashRequests,
} from '../../../core/bridge.ts'
import type { ArticleRequests } from '../../../core/bridge/articles.ts'
import { Failure } from '../../../core/errors.ts'
import { timestampOf } from '../../../core/locale/ui/index.ts'
import type { MockLibrary } from './mock-library.ts'

type Known = ActRequests &
  TrashRequests &
  MediaRequests &
  Pick<
    OrderRequests,
    | 'category.trash'
    | 'category.restore'
    | 'category.delete'
    | 'category.move'
    | 'tag.delete'
    | 'author.delete'
  > &
  Pick<ArticleRequests, 'article.trash' | 'article.restore'>

type Handlers = { [R in keyof Known]: (args: Known[R]['args']) => Known[R]['result'] }

const now = () => timestampOf(new Date())

interface Kept {
  readonly act: Act
  readonly before: object
  readonly after: object
}

export function mockActs(library: () => MockLibrary, changed: (...parts: Changed[]) => void): Handlers {
  let kept: readonly Kept[] = []
  const everything = () => changed('articles', 'categories', 'tags', 'authors', 'media', 'acts')
  const state = () => {
    const { articles, categories, authors, trashedCategories, media, trashedMedia } = library()
    return {
      articles: [...articles],
      categories: [...categories],
      authors,
      trashedCategories,
      media,
      trashedMedia,
    }
  }
  const act = (
    kind: ActKind,
    count: number,
    name: string,
    work: () => void,
    change: Act['change'] = null,
  ) => {
    const before = state()
    work()
    const id = kept.length + 1
    const made: Act = { id, kind, at: now(), count, name, change, undone: false }
    kept = [...kept, { act: made, before, after: state() }]
    everything()
    return { actId: id }
  }
  const step = (id: number, undone: boolean) => {
    const found = kept.find((each) => each.act.id === id)
    if (found === undefined) throw new Failure('notFound', { what: 'act', which: String(id) })
    Object.assign(library(), undone ? found.before : found.after)
    const told = { ...found.act, undone }
    kept = kept.map((each) => (each === found ? { ...each, act: told } : each))
    everything()
    return { act: told, kept: 0 }
  }
  const title = (ids: readonly number[]) =>
    ids.length === 1 ? (library().articles.find(({ id }) => id === ids[0])?.title ?? '') : ''
  const nameOf = (paths: readonly string[]) =>
    paths.length === 1 ? (paths[0] ?? '').replace('media/', '') : ''
  const setArticles = (ids: readonly number[], patch: object) => {
    const all = new Set(ids)
    library().articles = library().articles.map((one) =>
      all.has(one.id) ? { ...one, ...patch, version: one.version + 1 } : one,
    )
  }
  return {
    'act.list': ({ limit }) =>
      kept
        .map((each) => each.act)
        .reverse()
        .slice(0, limit),
    'act.undo': ({ id }) => step(id, true),
    'act.redo': ({ id }) => step(id, false),
    'act.cancel': () => null,
    'article.change': ({ ids, change }) => {
      const { addTags = [], removeTags = [], ...fields } = change
      const ref = act(
        'article.change',
        ids.length,
        title(ids),
        () => {
          setArticles(ids, fields)
          const all = new Set(ids)
          library().articles = library().articles.map((one) =>
            all.has(one.id)
              ? {
                  ...one,
                  tags: [...new Set([...one.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])],
                }
              : one,
          )
        },
        change,
      )
      return { ...ref, changed: ids.length }
    },
    'article.trash': ({ ids }) =>
      act('article.trash', ids.length, title(ids), () => setArticles(ids, { trashedAt: now() })),
    'article.restore': ({ ids }) =>
      act('article.restore', ids.length, title(ids), () => setArticles(ids, { trashedAt: null })),
    'category.move': ({ id, parentId, index }) => {
      const mock = library()
      if (parentId !== null && mock.below(id).has(parentId)) {
        throw new Failure('value.refused', { field: 'parentId', value: '', problem: 'cycle' })
      }
      const moved = { ...mock.categories.find((one) => one.id === id)!, parentId }
      return act('category.move', 1, moved.name, () => {
        const siblings = mock.categories.filter((one) => one.parentId === parentId && one.id !== id)
        siblings.sort((a, b) => a.position - b.position).splice(index, 0, moved)
        const placed = siblings.map((one, position) => ({ ...one, position }))
        mock.categories = [
          ...mock.categories.filter((one) => !placed.some((other) => other.id === one.id)),
          ...placed,
        ]
      })
    },
    'category.trash': ({ id, moveTo }) => {
      const mock = library()
      const gone = mock.counted().find((one) => one.id === id)!
      return act('category.trash', 1, gone.name, () => {
        const inside = mock.categories.filter((one) => one.parentId === id).map((one) => one.id)
        const articles = mock.articles.filter((one) => one.categoryId === id).map((one) => one.id)
        setArticles(articles, { categoryId: moveTo })
        mock.categories = mock.categories
          .filter((one) => one.id !== id)
          .map((one) => (one.parentId === id ? { ...one, parentId: gone.parentId } : one))
        mock.trashedCategories = [
          { category: gone, trashedAt: now(), articles, inside },
          ...mock.trashedCategories,
        ]
      })
    },
    'category.restore': ({ ids }) => {
      const mock = library()
      const all = mock.trashedCategories.filter(({ category }) => ids.includes(category.id))
      return act('category.restore', all.length, all.length === 1 ? all[0]!.category.name : '', () => {
        for (const back of all) {
          const { id } = back.category
          mock.categories = [
            ...mock.categories.map((one) => (back.inside.includes(one.id) ? { ...one, parentId: id } : one)),
            back.category,
          ]
          setArticles(back.articles, { categoryId: id })
          mock.trashedCategories = mock.trashedCategories.filter((each) => each !== back)
        }
      })
    },
    'category.delete': ({ id }) => {
      library().trashedCategories = library().trashedCategories.filter(({ category }) => category.id !== id)
      changed('categories')
      return null
    },
    'tag.delete': ({ id }) => {
      const { name } = library().tags.find((one) => one.id === id)!
      return act('tag.delete', 1, name, () => {
        library().articles = library().articles.map((one) => ({
          ...one,
          tags: one.tags.filter((tag) => tag !== name),
        }))
      })
    },
    'author.delete': ({ id }) => {
      const { name } = library().authors.find((one) => one.id === id)!
      return act('author.delete', 1, name, () => {
        library().authors = library().authors.filter((one) => one.id !== id)
      })
    },
    'trash.list': () => ({
      categories: library().trashedCategories.map(
        ({ category: { id, name }, trashedAt, articles, inside }) => ({
          id,
          name,
          trashedAt,
          articles: articles.length,
          subcategories: inside.length,
        }),
      ),
      media: library().trashedMedia.map(({ medium: { path, bytes, width, height, uses }, trashedAt }) => ({
        path,
        bytes,
        width,
        height,
        uses,
        trashedAt,
      })),
    }),
    'trash.empty': () => {
      const mock = library()
      const articles = mock.articles.filter(({ trashedAt }) => trashedAt !== null).length
      const gone = { articles, categories: mock.trashedCategories.length, media: mock.trashedMedia.length }
      mock.articles = mock.articles.filter(({ trashedAt }) => trashedAt === null)
      mock.trashedCategories = []
      mock.trashedMedia = []
      everything()
      return gone
    },
    'media.add': ({ name }) => {
      const mock = library()
      const path = `media/${name.replace(/\.[^.]*$/, '')}-1200x675.jpg`
      const medium = { id: mock.next(), path, mime: 'image/jpeg', width: 1200, height: 675, bytes: 90_000 }
      mock.media = [{ ...medium, uses: 0, addedAt: now() }, ...mock.media]
      changed('media')
      return medium
    },
    'media.choose': () => library().media[0] ?? null,
    'media.list': () => library().media,
    'media.uses': ({ path }) =>
      library()
        .articles.filter((one) => one.trashedAt === null && (one.cover === path || one.body.includes(path)))
        .slice(0, 20)
        .map(({ id, title: name }) => ({ id, title: name })),
    'media.trash': ({ paths }) => {
      const mock = library()
      return act('media.trash', paths.length, nameOf(paths), () => {
        const gone = mock.media.filter(({ path }) => paths.includes(path))
        mock.media = mock.media.filter(({ path }) => !paths.includes(path))
        mock.trashedMedia = [...gone.map((medium) => ({ medium, trashedAt: now() })), ...mock.trashedMedia]
      })
    },
    'media.restore': ({ paths }) => {
      const mock = library()
      return act('media.restore', paths.length, nameOf(paths), () => {
        const back = mock.trashedMedia.filter(({ medium }) => paths.includes(medium.path))
        mock.trashedMedia = mock.trashedMedia.filter((each) => !back.includes(each))
        mock.media = [...back.map(({ medium }) => medium), ...mock.media]
      })
    },
    'media.delete': ({ paths }) => {
      library().trashedMedia = library().trashedMedia.filter(({ medium }) => !paths.includes(medium.path))
      changed('media')
      return null
    },
  }
}
