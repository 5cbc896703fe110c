import { Files, Image, Telescope } from 'lucide-react'
import { ListBox, ListBoxItem, useDragAndDrop, type DropItem, type Key } from 'react-aria-components'
import type { Status } from '../../core/article.ts'
import type { ArticleFilter, SavedSearch } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { showArticles, showOverview, showPictures } from '../actions.ts'
import { setStatus } from '../acts/change.ts'
import { useCounts, useMedia, useSearches } from '../bridge.ts'
import { DRAGGED_ARTICLES, droppedArticles } from '../drag.ts'
import { keptSearch } from '../find/query.ts'
import { usePlace } from '../place.ts'
import { emptyTrash, trashArticles, useTrash } from '../trash/trash.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { useWindow } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import row from './Row.module.css'

const SHOWN = ['all', 'draft', 'ready', 'published', 'scheduled', 'pictures', 'overview', 'trash'] as const
type Shown = (typeof SHOWN)[number]

/** All articles, those of each status, the pictures, the overview, and the trash. */
export function Statuses() {
  const words = useWords()
  const language = useLanguage()
  const count = useShownCount()
  const shows = useWindow((value) => value.shows)
  const filter = usePlace((place) => place.filter)
  const drop = async (items: readonly DropItem[], onto: Key) => {
    const ids = await droppedArticles(items)
    if (onto === 'trash') await trashArticles(words, ids)
    else await setStatus(words, ids, onto as Status)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    acceptedDragTypes: [DRAGGED_ARTICLES],
    shouldAcceptItemDrop: ({ key }) => !['all', 'scheduled', 'pictures', 'overview'].includes(String(key)),
    onItemDrop: ({ items, target }) => void drop(items, target.key),
  })
  const searches = useSearches().data ?? []
  const selected = shows === 'articles' ? shownBy(filter, searches) : shows
  return (
    <ListBox
      aria-label={words.sidebar.show}
      className={row['list'] ?? ''}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys as Set<Shown>
        if (key === 'pictures') showPictures()
        else if (key === 'overview') showOverview()
        else if (key !== undefined) showArticles(key === 'all' ? {} : { status: key })
      }}
      dragAndDropHooks={dragAndDropHooks}
    >
      {SHOWN.map((shown) => (
        <ListBoxItem
          key={shown}
          id={shown}
          textValue={words.sidebar[shown]}
          className={row['row'] ?? ''}
          onContextMenu={(event) => {
            if (shown !== 'trash') return
            openContextMenu(event, words.sidebar.trash, [
              {
                id: 'trash',
                lines: [
                  {
                    id: 'empty',
                    label: words.list.emptyTrash,
                    danger: true,
                    disabled: count('trash') === 0,
                    run: () => void emptyTrash(words),
                  },
                ],
              },
            ])
          }}
        >
          <span className={row['icon']} aria-hidden>
            <ShownIcon shown={shown} />
          </span>
          <span className={row['label']}>{words.sidebar[shown]}</span>
          {count(shown) > 0 && <span className={row['count']}>{formatNumber(language, count(shown))}</span>}
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

function ShownIcon({ shown }: { readonly shown: Shown }) {
  if (shown === 'all') return <Files />
  if (shown === 'pictures') return <Image />
  return shown === 'overview' ? <Telescope /> : <StatusMark standing={shown} />
}

/** How much there is of what a line shows; 0 while that is not known. */
function useShownCount(): (shown: Shown) => number {
  const counts = useCounts().data
  const trash = useTrash()
  const media = useMedia().data
  return (shown) => {
    if (shown === 'pictures') return media?.length ?? 0
    if (shown === 'overview') return 0
    const articles = counts?.[shown] ?? 0
    return shown === 'trash'
      ? articles + (trash?.categories.length ?? 0) + (trash?.media.length ?? 0)
      : articles
  }
}

/** The line of this list that a filter belongs to; null when it is of another part of the sidebar. */
function shownBy(filter: ArticleFilter, searches: readonly SavedSearch[]): Shown | null {
  if (filter.categoryId !== undefined || filter.tagId !== undefined || filter.authorId !== undefined)
    return null
  return keptSearch(filter, searches) ? null : (filter.status ?? 'all')
}
