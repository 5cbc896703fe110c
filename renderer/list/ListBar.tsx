import { ArrowDownWideNarrow, PanelLeft, Search, SquarePen, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import type { ArticleSort } from '../../core/bridge.ts'
import { COMMAND_KEYS, runCommand } from '../commands.ts'
import { useLayout } from '../layout.ts'
import { place, usePlace } from '../place.ts'
import { IconButton } from '../ui/Button.tsx'
import { MenuButton } from '../ui/Menu.tsx'
import { useWords } from '../words.tsx'
import styles from './ListBar.module.css'
import { sortMenu } from './menus.ts'

/** Time after the last key until the list is searched, in milliseconds. */
const SEARCH_AFTER = 120

export interface ListBarProps {
  readonly sort: ArticleSort | null
  readonly onSort: (sort: ArticleSort | null) => void
  /** To the list, from the search field. */
  readonly onDown: () => void
}

/** Search, order, and a new article. */
export function ListBar({ sort, onSort, onDown }: ListBarProps) {
  const words = useWords()
  const { names } = words.commands
  const sidebarShown = useLayout((layout) => layout.sidebar)
  const searching = usePlace((value) => value.filter.query !== undefined)
  return (
    <div className={styles['bar']}>
      {!sidebarShown && (
        <IconButton
          icon={PanelLeft}
          label={names['pane.sidebar']}
          keys={COMMAND_KEYS['pane.sidebar']}
          onPress={() => runCommand('pane.sidebar')}
        />
      )}
      <SearchBox onDown={onDown} />
      <MenuButton
        label={words.list.sort}
        parts={sortMenu(words, sort, searching, onSort)}
        placement="bottom end"
      >
        <IconButton icon={ArrowDownWideNarrow} label={words.list.sort} />
      </MenuButton>
      <IconButton
        icon={SquarePen}
        label={words.list.newArticle}
        keys={COMMAND_KEYS['article.new']}
        onPress={() => runCommand('article.new')}
      />
    </div>
  )
}

function SearchBox({ onDown }: Pick<ListBarProps, 'onDown'>) {
  const words = useWords()
  const query = usePlace((value) => value.filter.query ?? '')
  const [typed, setTyped] = useState(query)
  const [seen, setSeen] = useState(query)
  // Another filter ends the search: the field follows.
  if (seen !== query) {
    setSeen(query)
    if (query !== typed.trim()) setTyped(query)
  }
  useEffect(() => {
    const { query: _query, ...filter } = place.get().filter
    const asked = typed.trim()
    if (asked === query) return
    const search = () => place.set({ filter: asked === '' ? filter : { ...filter, query: asked } })
    const timer = setTimeout(search, SEARCH_AFTER)
    return () => clearTimeout(timer)
  }, [typed, query])
  return (
    <SearchField
      aria-label={words.list.searchLabel}
      className={styles['search'] ?? ''}
      value={typed}
      onChange={setTyped}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        onDown()
      }}
    >
      <Search aria-hidden />
      <Input className={styles['input'] ?? ''} placeholder={words.list.search} spellCheck="false" />
      {typed !== '' && (
        <Button className={styles['clear'] ?? ''} aria-label={words.list.clearSearch}>
          <X aria-hidden />
        </Button>
      )}
    </SearchField>
  )
}
