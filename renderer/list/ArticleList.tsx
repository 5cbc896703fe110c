import { useMemo, useRef, useState } from 'react'
import type { ArticleFilter, ArticleSort } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useAuthors, useCategories, useSearches, useTags } from '../bridge.ts'
import { BulkBar } from '../acts/BulkBar.tsx'
import { keptSearch } from '../find/query.ts'
import { SearchParts } from '../find/SearchParts.tsx'
import { place, usePlace } from '../place.ts'
import { EmptyTrash, TrashHead } from '../trash/TrashHead.tsx'
import { TrashList } from '../trash/TrashList.tsx'
import { useWindow } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './ArticleList.module.css'
import { EmptyArticles } from './EmptyArticles.tsx'
import { ListBar } from './ListBar.tsx'
import { Rows } from './Rows.tsx'
import { useRows } from './rows.ts'

/** The articles that the sidebar and the search field ask for. */
export function ArticleList() {
  const words = useWords()
  const language = useLanguage()
  const filter = usePlace((value) => value.filter)
  const kept = usePlace((value) => value.sort)
  // A search has its own order, best first, until another is asked for during it.
  const [searchSort, setSearchSort] = useState<ArticleSort | null>(null)
  const searching = filter.query !== undefined
  const sort = searching ? searchSort : kept
  const list = useRef<HTMLDivElement>(null)
  const { total } = useRows(filter, sort, 0, 0)
  const trashShows = useWindow((value) => value.trashShows)
  const title = useTitle(filter)
  const trash = filter.status === 'trash'
  if (!searching && searchSort !== null) setSearchSort(null)

  return (
    <div className={styles['list']}>
      <ListBar
        sort={sort}
        onSort={(next) => {
          if (searching) setSearchSort(next)
          else if (next !== null) place.set({ sort: next })
        }}
        onDown={() => list.current?.focus()}
      />
      <SearchParts />
      <header className={styles['caption']}>
        <h2 className={styles['title']}>{title}</h2>
        <output className={styles['total']}>
          {total === null || (trash && !searching)
            ? ''
            : searching
              ? words.list.found(formatNumber(language, total))
              : words.list.articles(formatNumber(language, total), total === 1)}
        </output>
        {trash && <EmptyTrash />}
      </header>
      {trash && <TrashHead />}
      {trash && trashShows !== 'articles' ? (
        <TrashList key={trashShows} shows={trashShows} />
      ) : total === 0 ? (
        <EmptyArticles filter={filter} />
      ) : (
        <>
          <Rows
            key={JSON.stringify([filter, sort])}
            filter={filter}
            sort={sort}
            label={title}
            listRef={list}
          />
          <BulkBar trash={trash} />
        </>
      )}
    </div>
  )
}

/** What the list shows, in words. */
function useTitle(filter: ArticleFilter): string {
  const words = useWords()
  const categories = useCategories().data
  const tags = useTags().data
  const authors = useAuthors().data
  const searches = useSearches().data
  return useMemo(() => {
    const { categoryId, tagId, authorId, status } = filter
    const named = (list: readonly { id: number; name: string }[] | undefined, id: number) =>
      list?.find((each) => each.id === id)?.name ?? ''
    if (categoryId === null) return words.sidebar.uncategorised
    if (categoryId !== undefined) return named(categories, categoryId)
    if (tagId !== undefined) return named(tags, tagId)
    if (authorId !== undefined) return named(authors, authorId)
    if (status !== undefined) return words.sidebar[status]
    return keptSearch(filter, searches ?? [])?.name ?? words.sidebar.all
  }, [filter, words, categories, tags, authors, searches])
}
