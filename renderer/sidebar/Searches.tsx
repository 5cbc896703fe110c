import { Search } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { DropIndicator, type Key, ListBox, ListBoxItem, useDragAndDrop } from 'react-aria-components'
import type { SavedSearch } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { showArticles } from '../actions.ts'
import { act, sayAct } from '../acts/acts.ts'
import { call, useSearches } from '../bridge.ts'
import { keptSearch } from '../find/query.ts'
import { usePlace } from '../place.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import type { MenuPart } from '../ui/Menu.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { RenameField } from './RenameField.tsx'
import row from './Row.module.css'
import { Section } from './Section.tsx'

/** The searches that the writer keeps: choose, rename, change, order, delete. Nothing while there are none. */
export function Searches({ pane }: { readonly pane: RefObject<HTMLElement | null> }) {
  const words = useWords()
  const searches = useSearches().data ?? []
  if (searches.length === 0) return null
  return (
    <Section fold="searches" title={words.find.searches}>
      <SearchList pane={pane} searches={searches} />
    </Section>
  )
}

interface SearchListProps {
  readonly pane: RefObject<HTMLElement | null>
  readonly searches: readonly SavedSearch[]
}

function SearchList({ pane, searches }: SearchListProps) {
  const words = useWords()
  const filter = usePlace((value) => value.filter)
  const [renaming, setRenaming] = useState<number | null>(null)
  const wrapper = useRef<HTMLDivElement>(null)
  const shown = keptSearch(filter, searches)
  const renamed = searches.find(({ id }) => id === renaming)
  const inRow = (target: EventTarget) => {
    const key = (target as Element).closest('[data-key]')?.getAttribute('data-key')
    return searches.find(({ id }) => String(id) === key)
  }
  const move = async (id: number, index: number) => {
    await attempt(call('search.move', { id, index }))
    requestAnimationFrame(() => wrapper.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus())
  }
  const step = (search: SavedSearch, by: 1 | -1) => {
    const index = searches.indexOf(search) + by
    if (index >= 0 && index < searches.length) void move(search.id, index)
  }
  const show = (key: Key) => {
    const search = searches.find(({ id }) => id === key)
    if (search !== undefined) showArticles({ query: search.query })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const search = inRow(event.target)
    if (search === undefined) return
    if (event.key === 'F2') setRenaming(search.id)
    else if (event.altKey && event.key === 'ArrowUp') step(search, -1)
    else if (event.altKey && event.key === 'ArrowDown') step(search, 1)
    else if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) {
      void deleteSearch(words, search)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [id] = keys
      const others = searches.filter((search) => search.id !== id)
      const at = others.findIndex((search) => search.id === target.key)
      if (typeof id === 'number') void move(id, target.dropPosition === 'after' ? at + 1 : at)
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={row['indicator'] ?? ''} />,
  })
  const menuOf = (search: SavedSearch): readonly MenuPart[] => [
    {
      id: 'search',
      lines: [
        { id: 'rename', label: words.sidebar.rename, keys: 'F2', run: () => setRenaming(search.id) },
        {
          id: 'edit',
          label: words.find.edit,
          run: () => windowState.open({ name: 'search', id: search.id, query: search.query }),
        },
      ],
    },
    {
      id: 'order',
      lines: [
        {
          id: 'up',
          label: words.sidebar.moveUp,
          keys: 'Alt+Up',
          disabled: search === searches[0],
          run: () => step(search, -1),
        },
        {
          id: 'down',
          label: words.sidebar.moveDown,
          keys: 'Alt+Down',
          disabled: search === searches.at(-1),
          run: () => step(search, 1),
        },
      ],
    },
    {
      id: 'loss',
      lines: [
        {
          id: 'delete',
          label: words.common.delete,
          danger: true,
          run: () => void deleteSearch(words, search),
        },
      ],
    },
  ]
  return (
    // The keys and clicks are the rows'; they are heard here because a row is React Aria's.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={wrapper}
      onKeyDownCapture={onKeyDown}
      onDoubleClick={(event) => setRenaming(inRow(event.target)?.id ?? null)}
      onContextMenu={(event) => {
        const search = inRow(event.target)
        if (search !== undefined) openContextMenu(event, search.name, menuOf(search))
      }}
    >
      <ListBox
        aria-label={words.find.searches}
        className={row['list'] ?? ''}
        items={searches}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={shown === undefined ? [] : [shown.id]}
        onSelectionChange={(keys) => {
          const [key] = keys as Set<number>
          if (key !== undefined) show(key)
        }}
        // Without it Enter would drag.
        onAction={show}
        dragAndDropHooks={dragAndDropHooks}
      >
        {({ id, name }) => (
          <ListBoxItem id={id} textValue={name} className={row['row'] ?? ''}>
            <span className={row['icon']} aria-hidden>
              <Search style={{ width: 13 }} />
            </span>
            <span className={row['label']} data-name>
              {name}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      {renamed !== undefined && (
        <RenameField
          key={renamed.id}
          pane={pane}
          row={String(renamed.id)}
          label={words.sidebar.name}
          name={renamed.name}
          onDone={(name) => {
            setRenaming(null)
            if (name !== null) void attempt(call('search.update', { id: renamed.id, patch: { name } }))
          }}
        />
      )}
    </div>
  )
}

/** Without asking first: one key takes it back. */
async function deleteSearch(words: UiWords, { id, name }: SavedSearch): Promise<void> {
  const gone = await act(() => call('search.delete', { id }))
  if (gone !== undefined) sayAct(words, words.find.deleted(name), gone)
}
