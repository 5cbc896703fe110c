import { memo, useMemo, type MouseEvent } from 'react'
import { useDrag } from 'react-aria-components'
import type { ArticleRow } from '../../core/article.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { standing } from '../actions.ts'
import { useTypedArticle } from '../article.ts'
import { articlesToDrag } from '../drag.ts'
import { listDate } from '../now.ts'
import { classes } from '../ui/classes.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { useLanguage, useWords } from '../words.tsx'
import { dragImage } from './drag-image.ts'
import styles from './Row.module.css'
import { Snippet } from './snippet.tsx'

export interface RowProps {
  readonly row: ArticleRow
  readonly index: number
  readonly total: number
  readonly top: number
  readonly selected: boolean
  readonly open: boolean
  /** Keys act on it. */
  readonly current: boolean
  readonly onPress: (event: MouseEvent, index: number) => void
  readonly onOpenMenu: (event: MouseEvent, index: number) => void
  readonly onEnter: () => void
  /** The rows that go along when this one is dragged. */
  readonly dragged: (index: number) => readonly ArticleRow[]
}

/** The element id of an article's row, for `aria-activedescendant`. */
export function rowId(id: number): string {
  return `article-${id}`
}

/** An article in the list: how it stands, its title, summary, date and length. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index, total, top, selected, current, open, onPress, onOpenMenu, onEnter, dragged } = props
  const words = useWords()
  const language = useLanguage()
  const typed = useTypedArticle(row.id)
  const shown = typed === null ? row : { ...row, ...pick(typed) }
  const preview = useMemo(() => ({ current: dragImage(words) }), [words])
  const { dragProps, isDragging } = useDrag({
    preview,
    getItems: () => [articlesToDrag(dragged(index))],
    hasDragButton: true,
  })
  const title = shown.title.trim() === '' ? words.common.untitled : shown.title
  const date = shown.publishedAt ?? shown.updatedAt
  return (
    // The list has the focus and the keys; a row only hears the mouse.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      {...dragProps}
      id={rowId(row.id)}
      // A native option cannot hold what a row holds, nor be drawn only while in sight.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-current={current || undefined}
      data-open={open || undefined}
      data-dragging={isDragging || undefined}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onPress(event, index)}
      onDoubleClick={onEnter}
      onContextMenu={(event) => onOpenMenu(event, index)}
    >
      <div className={styles['head']}>
        <StatusMark standing={standing(shown)} />
        <span className={classes(styles['title'], shown.title.trim() === '' && styles['untitled'])}>
          {title}
        </span>
      </div>
      <p className={classes(styles['summary'], shown.summary === '' && styles['missing'])}>
        {row.snippet !== undefined ? <Snippet text={row.snippet} /> : shown.summary || words.list.noSummary}
      </p>
      <p className={styles['facts']}>
        {listDate(language, date)}
        <span aria-hidden> · </span>
        {words.list.words(formatNumber(language, shown.words), shown.words === 1)}
      </p>
    </div>
  )
})

function pick({
  title,
  summary,
  status,
  publishedAt,
  updatedAt,
  trashedAt,
  words,
}: ArticleRow): Partial<ArticleRow> {
  return { title, summary, status, publishedAt, updatedAt, trashedAt, words }
}

/** A row whose article is not there yet. */
export function WaitingRow({ top }: { readonly top: number }) {
  return (
    <div
      className={classes(styles['row'], styles['waiting'])}
      style={{ transform: `translateY(${top}px)` }}
      aria-hidden
    >
      <span />
      <span />
    </div>
  )
}
