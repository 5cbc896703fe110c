import { Files } from 'lucide-react'
import { ListBox, ListBoxItem, useDragAndDrop, type DropItem, type Key } from 'react-aria-components'
import type { Status } from '../../core/article.ts'
import type { ArticleFilter } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { emptyTrash, setStatus, showArticles, trashArticles } from '../actions.ts'
import { useCounts } from '../bridge.ts'
import { DRAGGED_ARTICLES, droppedArticles } from '../drag.ts'
import { usePlace } from '../place.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { StatusMark } from '../ui/StatusMark.tsx'
import { useLanguage, useWords } from '../words.tsx'
import row from './Row.module.css'

const SHOWN = ['all', 'draft', 'ready', 'published', 'scheduled', 'trash'] as const
type Shown = (typeof SHOWN)[number]

/** All articles, and those of each status. */
export function Statuses() {
  const words = useWords()
  const language = useLanguage()
  const counts = useCounts().data
  const filter = usePlace((place) => place.filter)
  const drop = async (items: readonly DropItem[], onto: Key) => {
    const rows = await droppedArticles(items)
    const ids = rows.map(({ id }) => id)
    if (onto === 'trash') await trashArticles(words, ids)
    else await setStatus(words, rows, onto as Status)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    acceptedDragTypes: [DRAGGED_ARTICLES],
    shouldAcceptItemDrop: ({ key }) => key !== 'all' && key !== 'scheduled',
    onItemDrop: ({ items, target }) => void drop(items, target.key),
  })
  const selected = shownBy(filter)
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
        if (key !== undefined) showArticles(key === 'all' ? {} : { status: key })
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
                    disabled: counts?.trash === 0,
                    run: () => void emptyTrash(words),
                  },
                ],
              },
            ])
          }}
        >
          <span className={row['icon']} aria-hidden>
            {shown === 'all' ? <Files /> : <StatusMark standing={shown} />}
          </span>
          <span className={row['label']}>{words.sidebar[shown]}</span>
          {counts !== undefined && counts[shown] > 0 && (
            <span className={row['count']}>{formatNumber(language, counts[shown])}</span>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

/** The line of this list that a filter belongs to; null when it is of another part of the sidebar. */
function shownBy(filter: ArticleFilter): Shown | null {
  if (filter.categoryId !== undefined || filter.tagId !== undefined || filter.authorId !== undefined)
    return null
  return filter.status ?? 'all'
}
