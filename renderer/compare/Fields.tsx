import { useQuery } from '@tanstack/react-query'
import type { ArticlePatch, Status } from '../../core/article.ts'
import { changedFields, compareLines, compareLists, type ComparedField } from '../../core/compare/fields.ts'
import type { Run } from '../../core/compare/index.ts'
import { longDateTime, type UiWords } from '../../core/locale/ui/index.ts'
import type { UiLanguage } from '../../core/bridge.ts'
import { call, keys, useAuthors, useCategories } from '../bridge.ts'
import { languageName } from '../ui/languages.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Change, type ChangeActs } from './Change.tsx'
import styles from './compare.module.css'
import { Runs } from './Runs.tsx'

type State = Required<ArticlePatch>

/** Fields that name something which may no longer be there, and those that decide what readers can reach. */
const NEVER_BY_ITSELF: readonly ComparedField[] = ['slug', 'status', 'publishedAt', 'extra']

/** The fields that differ, each in words. */
export function Fields(props: {
  readonly before: State
  readonly after: State
  readonly acts: ChangeActs<ComparedField>
}) {
  const { before, after, acts } = props
  const words = useWords()
  const language = useLanguage()
  const fields = changedFields(before, after)
  const names = useNames(fields.includes('cover'))
  if (fields.length === 0) return null
  return (
    <div className={styles['fields']} data-fields>
      {fields.map((field, index) => (
        <Change
          key={field}
          change={index}
          id={field}
          acts={acts}
          canTake={!NEVER_BY_ITSELF.includes(field) && names.has(field, before)}
        >
          <h2 className={styles['fieldName']}>{words.history.fields[field]}</h2>
          <p
            className={styles['field']}
            data-values={LISTS.includes(field) ? 'many' : TEXTS.includes(field) ? undefined : 'one'}
          >
            <Runs runs={runsOf(field, before, after, { words, language, names })} />
          </p>
        </Change>
      ))}
    </div>
  )
}

/** Shown as several values, and as words; what is left is one value. */
const LISTS: readonly ComparedField[] = ['tags', 'authorIds', 'extra']
const TEXTS: readonly ComparedField[] = ['title', 'summary', 'coverAlt', 'metaTitle', 'metaDescription']

interface Names {
  readonly category: (id: number) => string | undefined
  readonly author: (id: number) => string | undefined
  /** Whether everything that a field names in a state is still there. */
  readonly has: (field: ComparedField, state: State) => boolean
}

function useNames(needsMedia: boolean): Names {
  const categories = useCategories().data
  const authors = useAuthors().data
  const media = useQuery({
    queryKey: [...keys.media, 'list'],
    queryFn: () => call('media.list', {}),
    enabled: needsMedia,
  }).data
  const category = (id: number) => categories?.find((each) => each.id === id)?.name
  const author = (id: number) => authors?.find((each) => each.id === id)?.name
  return {
    category,
    author,
    has: (field, state) => {
      if (field === 'categoryId') return state.categoryId === null || category(state.categoryId) !== undefined
      if (field === 'authorIds') return state.authorIds.every((id) => author(id) !== undefined)
      if (field === 'cover')
        return state.cover === null || media?.some(({ path }) => path === state.cover) === true
      return true
    },
  }
}

interface Speech {
  readonly words: UiWords
  readonly language: UiLanguage
  readonly names: Names
}

function runsOf(field: ComparedField, before: State, after: State, speech: Speech): readonly Run[] {
  const { words, names } = speech
  switch (field) {
    case 'title':
    case 'summary':
    case 'coverAlt':
    case 'metaTitle':
    case 'metaDescription':
      return compareLines(before[field], after[field])
    case 'tags':
      return compareLists(before.tags, after.tags)
    case 'authorIds': {
      const listed = (ids: readonly number[]) => ids.map((id) => names.author(id) ?? words.history.gone)
      return compareLists(listed(before.authorIds), listed(after.authorIds))
    }
    case 'extra':
      return compareLists(entries(before.extra), entries(after.extra))
    default:
      return [
        { kind: 'removed', text: said(field, before, speech) },
        { kind: 'added', text: said(field, after, speech) },
      ]
  }
}

function entries(extra: State['extra']): string[] {
  return Object.entries(extra).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
}

type Single = 'status' | 'publishedAt' | 'categoryId' | 'cover' | 'slug' | 'language' | 'footerPlace'

/** A value in words. */
function said(field: Single, state: State, { words, language, names }: Speech): string {
  const { history, common } = words
  switch (field) {
    case 'status':
      return common.status[state.status satisfies Status]
    case 'publishedAt':
      return state.publishedAt === null ? history.none : longDateTime(language, state.publishedAt)
    case 'categoryId':
      return state.categoryId === null ? history.none : (names.category(state.categoryId) ?? history.gone)
    case 'cover':
      return state.cover === null ? history.none : state.cover.replace(/^media\//, '')
    case 'slug':
      return state.slug
    case 'footerPlace':
      return state.footerPlace === null ? history.none : String(state.footerPlace)
    case 'language': {
      const code = state.language
      if (code === null) return history.asSite
      return languageName(language, code)
    }
  }
}
