import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import type { ArticleRow } from '../../core/article.ts'
import type { ArticleFilter, ArticleSort } from '../../core/bridge.ts'
import { focusEditor, openArticle } from '../actions.ts'
import { useCategories } from '../bridge.ts'
import { hasMod } from '../keys.ts'
import { usePlace } from '../place.ts'
import { deleteArticles, trashArticles } from '../trash/trash.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { useWindow, windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import styles from './ArticleList.module.css'
import { articleMenu } from './menus.ts'
import { Row, rowId, WaitingRow } from './Row.tsx'
import { fetchRows, useRows } from './rows.ts'
import { clickStep, findTitle, keyStep, TypeAhead, type Cursor, type Step } from './selection.ts'
import { toggled } from './use-selection.ts'

/** Height of a row and of the rest of the pane, in pixels; the style sheet has the same. */
const ROW = 94

/** While an arrow is held down, the article under the cursor opens only when it rests, in milliseconds. */
const OPEN_AFTER = 110

/** How far down the list an article that was opened elsewhere is looked for. */
const FOLLOWED = 500

export interface RowsProps {
  readonly filter: ArticleFilter
  readonly sort: ArticleSort | null
  readonly label: string
  readonly listRef: RefObject<HTMLDivElement | null>
}

/** The rows in sight of a list of any length. The list has the focus; the current row is its active descendant. */
export function Rows({ filter, sort, label, listRef }: RowsProps) {
  const words = useWords()
  const categories = useCategories().data ?? []
  const articleId = usePlace((value) => value.articleId)
  const selected = useWindow((value) => value.selected)
  const [cursor, setCursor] = useState<Cursor>({ at: 0, anchor: 0 })
  const known = useRef(new Map<number, ArticleRow>())
  const typeAhead = useRef(new TypeAhead())
  const opening = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const [range, setRange] = useState<readonly [number, number]>([0, 20])
  const rows = useRows(filter, sort, range[0], range[1])
  const total = rows.total ?? 0
  // Its functions change with every scroll; nothing here is memoised on them.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW,
    overscan: 6,
    paddingEnd: 12,
    onChange: ({ range: now }) => {
      if (now !== null && (now.startIndex !== range[0] || now.endIndex !== range[1])) {
        setRange([now.startIndex, now.endIndex])
      }
    },
  })
  const items = virtual.getVirtualItems()
  useEffect(() => () => clearTimeout(opening.current), [])
  useKnownRows(known, rows.at, items)
  useFollowOpen(articleId, cursor, rows.at, total, (index, isNew) => {
    setCursor({ at: index, anchor: index })
    // A search begins at its best hit, wherever the open article is.
    if (isNew && filter.query === undefined) virtual.scrollToIndex(index)
  })

  const rowsOf = (ids: ReadonlySet<number>) =>
    [...ids].map((id) => known.current.get(id)).filter((row) => row !== undefined)

  const take = async (step: Step, slowly: boolean) => {
    setCursor(step.cursor)
    virtual.scrollToIndex(step.cursor.at)
    clearTimeout(opening.current)
    if (step.selecting === 'none') return
    const { at, anchor } = step.cursor
    const [first, last] = step.selecting === 'range' ? [Math.min(at, anchor), Math.max(at, anchor)] : [at, at]
    const inSight = Array.from({ length: last - first + 1 }, (_, index) => rows.at(first + index))
    const chosen = inSight.every((row) => row !== undefined)
      ? inSight
      : await fetchRows(filter, sort, first, last)
    for (const row of chosen) known.current.set(row.id, row)
    const [row] = chosen
    if (row === undefined) return
    if (step.selecting === 'range') return windowState.set({ selected: new Set(chosen.map(({ id }) => id)) })
    if (step.selecting === 'toggle')
      return windowState.set(({ selected: now }) => ({ selected: toggled(now, row.id) }))
    windowState.set({ selected: new Set([row.id]) })
    if (slowly) opening.current = setTimeout(() => openArticle(row.id), OPEN_AFTER)
    else openArticle(row.id)
  }

  const selectAll = async () => {
    const all = await fetchRows(filter, sort, 0, total - 1)
    for (const row of all) known.current.set(row.id, row)
    windowState.set({ selected: new Set(all.map(({ id }) => id)) })
  }

  const enter = () => {
    const row = rows.at(cursor.at)
    if (row === undefined) return
    clearTimeout(opening.current)
    openArticle(row.id)
    focusEditor('text')
  }

  const remove = async () => {
    const ids = [...selected]
    if (ids.length === 0) return
    // The article after the last one takes its place, or the one before the first.
    const after = Array.from({ length: FOLLOWED }, (_, step) => rows.at(cursor.at + step))
    const before = Array.from({ length: FOLLOWED }, (_, step) => rows.at(cursor.at - step))
    const next = [...after, ...before].find((row) => row !== undefined && !selected.has(row.id))
    const gone =
      filter.status === 'trash' ? await deleteArticles(words, ids) : await trashArticles(words, ids)
    if (gone && next !== undefined) openArticle(next.id)
  }

  const menuFor = (index: number): readonly ArticleRow[] => {
    const row = rows.at(index)
    if (row === undefined) return []
    if (selected.has(row.id)) return rowsOf(selected)
    void take({ cursor: { at: index, anchor: index }, selecting: 'one' }, false)
    return [row]
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const mod = hasMod(event)
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / ROW) - 1)
    const step = keyStep({ key: event.key, shiftKey: event.shiftKey, mod }, cursor, total, page)
    if (event.altKey) return
    if (step !== null) void take(step, event.repeat)
    else if (mod && event.key.toLowerCase() === 'a') void selectAll()
    else if (event.key === 'Enter') enter()
    else if (event.key === 'Delete' || (event.key === 'Backspace' && mod)) void remove()
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenuAtCursor(event)
    else if (event.key.length === 1 && !mod) jump(event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const openMenuAtCursor = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = rows.at(cursor.at)
    const box = row && document.getElementById(rowId(row.id))?.getBoundingClientRect()
    if (!box) return
    const at = { clientX: box.left + 30, clientY: box.top + 28, target: event.target }
    const parts = articleMenu(words, menuFor(cursor.at), categories)
    openContextMenu({ ...at, preventDefault() {}, stopPropagation() {} }, label, parts)
  }

  const jump = (letter: string) => {
    const typed = typeAhead.current.add(letter, Date.now())
    const titles = Array.from({ length: total }, (_, index) => rows.at(index)?.title)
    const found = findTitle(titles, cursor.at, typed)
    if (found !== null) void take({ cursor: { at: found, anchor: found }, selecting: 'one' }, true)
  }

  const latest = useRef({ take, menuFor, enter, cursor, selected, rowsOf, rows, words, categories, label })
  useEffect(() => {
    latest.current = { take, menuFor, enter, cursor, selected, rowsOf, rows, words, categories, label }
  })
  const onPress = useCallback((event: MouseEvent, index: number) => {
    const now = latest.current
    void now.take(clickStep({ shiftKey: event.shiftKey, mod: hasMod(event) }, now.cursor, index), false)
  }, [])
  const onOpenMenu = useCallback((event: MouseEvent, index: number) => {
    const now = latest.current
    openContextMenu(event, now.label, articleMenu(now.words, now.menuFor(index), now.categories))
  }, [])
  const onEnter = useCallback(() => latest.current.enter(), [])
  const dragged = useCallback((index: number) => {
    const now = latest.current
    const row = now.rows.at(index)
    if (row === undefined) return []
    return now.selected.has(row.id) ? now.rowsOf(now.selected) : [row]
  }, [])

  const current = rows.at(cursor.at)
  return (
    <div
      ref={listRef}
      // A native select cannot be virtual.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable
      {...(current === undefined ? {} : { 'aria-activedescendant': rowId(current.id) })}
      className={styles['scroll']}
      onKeyDown={onKeyDown}
    >
      <div className={styles['sheet']} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows.at(index)
          if (row === undefined) return <WaitingRow key={index} top={start} />
          return (
            <Row
              key={row.id}
              row={row}
              index={index}
              total={total}
              top={start}
              selected={selected.has(row.id)}
              open={row.id === articleId}
              current={index === cursor.at}
              onPress={onPress}
              onOpenMenu={onOpenMenu}
              onEnter={onEnter}
              dragged={dragged}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Remembers rows that were seen: what is selected may scroll out of sight. */
function useKnownRows(
  known: RefObject<Map<number, ArticleRow>>,
  at: (index: number) => ArticleRow | undefined,
  items: readonly { readonly index: number }[],
): void {
  useEffect(() => {
    for (const { index } of items) {
      const row = at(index)
      if (row !== undefined) known.current.set(row.id, row)
    }
  })
}

/** An article that was opened elsewhere (new to the list), or that moved in it, takes the cursor along. */
function useFollowOpen(
  articleId: number | null,
  cursor: Cursor,
  at: (index: number) => ArticleRow | undefined,
  total: number,
  onFollow: (index: number, isNew: boolean) => void,
): void {
  const followed = useRef<{ readonly id: number; readonly index: number } | null>(null)
  useEffect(() => {
    if (articleId === null) return
    const index = Array.from({ length: Math.min(total, FOLLOWED) }, (_, each) => each).find(
      (each) => at(each)?.id === articleId,
    )
    if (index === undefined) return
    const known = followed.current
    followed.current = { id: articleId, index }
    // Only when the article or its place is new: otherwise the writer moved the cursor away by hand.
    if ((known?.id === articleId && known.index === index) || at(cursor.at)?.id === articleId) return
    onFollow(index, known?.id !== articleId)
    if (windowState.get().selected.size === 0) windowState.set({ selected: new Set([articleId]) })
  })
}
