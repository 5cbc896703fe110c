import { ArrowDownWideNarrow, PanelLeft, SquarePen } from 'lucide-react'
import type { ArticleSort } from '../../core/bridge.ts'
import { COMMAND_KEYS, runCommand } from '../commands.ts'
import { SearchBox } from '../find/SearchBox.tsx'
import { useLayout } from '../layout.ts'
import { usePlace } from '../place.ts'
import { IconButton } from '../ui/Button.tsx'
import { MenuButton } from '../ui/Menu.tsx'
import { useWords } from '../words.tsx'
import styles from './ListBar.module.css'
import { sortMenu } from './menus.ts'

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
