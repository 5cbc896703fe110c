import { FilePen, Search } from 'lucide-react'
import type { ArticleFilter } from '../../core/bridge.ts'
import { newArticle, showArticles } from '../actions.ts'
import { place } from '../place.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useWords } from '../words.tsx'

/** What an empty list is for, and the one next step. */
export function EmptyArticles({ filter }: { readonly filter: ArticleFilter }) {
  const words = useWords()
  const kind = kindOf(filter)
  const { title, detail } = words.list.empty[kind]
  const writes = kind === 'all' || kind === 'draft' || kind === 'category'
  return (
    <Empty title={title} detail={detail} icon={kind === 'search' ? Search : FilePen}>
      {writes ? (
        <Button kind={kind === 'all' ? 'primary' : 'plain'} onPress={() => void newArticle()}>
          {words.list.newArticle}
        </Button>
      ) : kind === 'search' && hasMore(filter) ? (
        <Button onPress={() => place.set({ filter: { query: filter.query ?? '' } })}>
          {words.list.searchAll}
        </Button>
      ) : (
        <Button onPress={() => showArticles({})}>{words.list.backToAll}</Button>
      )}
    </Empty>
  )
}

function hasMore({ query: _query, ...rest }: ArticleFilter): boolean {
  return Object.keys(rest).length > 0
}

function kindOf(filter: ArticleFilter) {
  if (filter.query !== undefined) return 'search'
  if (filter.categoryId === null) return 'uncategorised'
  if (filter.categoryId !== undefined) return 'category'
  if (filter.tagId !== undefined) return 'tag'
  if (filter.authorId !== undefined) return 'author'
  return filter.status ?? 'all'
}
