import { Hash, Merge, User } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Author, Tag } from '../../core/article.ts'
import { plainName } from '../../core/find/names.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { showArticles } from '../actions.ts'
import { act, sayAct } from '../acts/acts.ts'
import { call, useAuthors, useTags } from '../bridge.ts'
import { usePlace } from '../place.ts'
import { classes } from '../ui/classes.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { deleteTag, renameTag, tagMenu } from '../tags/acts.ts'
import type { MenuPart } from '../ui/Menu.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { CategoryFilter } from './CategoryFilter.tsx'
import { DRAWN, FILTERED, LongTree } from './LongTree.tsx'
import { setFolds } from './folds.ts'
import { RenameField } from './RenameField.tsx'
import row from './Row.module.css'
import { Section } from './Section.tsx'

type Named = Pick<Tag | Author, 'id' | 'name' | 'articles'>

interface PaneProps {
  readonly pane: RefObject<HTMLElement | null>
}

/** The tags of the library. */
export function Tags({ pane }: PaneProps) {
  const words = useWords()
  const tags = useTags().data ?? []
  const selected = usePlace((place) => place.filter.tagId)
  return (
    <Section
      fold="tags"
      title={words.sidebar.tags}
      {...(tags.length > 1
        ? {
            add: {
              icon: Merge,
              label: words.tags.alikeLine,
              run: () => windowState.open({ name: 'alikeTags' }),
            },
          }
        : {})}
    >
      {tags.length === 0 && <p className={row['hint']}>{words.sidebar.noTags}</p>}
      <Names
        pane={pane}
        kind="tag"
        label={words.sidebar.tags}
        names={tags}
        selected={selected}
        onSelect={(tagId) => showArticles({ tagId })}
        onRename={(id, name) => renameTag(words, id, name)}
        onDelete={(tag) => deleteTag(words, tag)}
        menu={(tag, rename) => tagMenu(words, tag, rename)}
      />
    </Section>
  )
}

/** The authors of the library. */
export function Authors({ pane }: PaneProps) {
  const words = useWords()
  const authors = useAuthors().data ?? []
  const selected = usePlace((place) => place.filter.authorId)
  const create = async () => {
    const made = await attempt(call('author.create', { name: words.sidebar.newAuthorName }))
    if (made === undefined) return
    setFolds({ authors: true })
    showAuthor(made.id)
  }
  const remove = async ({ id, name }: Named) => {
    const gone = await act(() => call('author.delete', { id }))
    if (gone === undefined) return
    if (selected === id) showArticles({})
    sayAct(words, words.acts.authorDeleted(name), gone)
  }
  const authorMenu = (author: Named, rename: () => void): readonly MenuPart[] => [
    {
      id: 'name',
      lines: [
        { id: 'rename', label: words.sidebar.rename, keys: 'F2', run: rename },
        { id: 'details', label: words.sidebar.details, run: () => showAuthor(author.id) },
      ],
    },
    {
      id: 'loss',
      lines: [{ id: 'delete', label: words.common.delete, danger: true, run: () => void remove(author) }],
    },
  ]
  return (
    <Section
      fold="authors"
      title={words.sidebar.authors}
      add={{ label: words.sidebar.newAuthor, run: () => void create() }}
    >
      <Names
        pane={pane}
        kind="author"
        label={words.sidebar.authors}
        names={authors}
        selected={selected}
        onSelect={(authorId) => showArticles({ authorId })}
        onRename={(id, name) => call('author.update', { id, patch: { name } })}
        onDelete={remove}
        menu={authorMenu}
      />
    </Section>
  )
}

function showAuthor(id: number): void {
  windowState.open({ name: 'authorDetails', id })
}

interface NamesProps extends PaneProps {
  readonly kind: 'tag' | 'author'
  readonly label: string
  readonly names: readonly Named[]
  readonly selected: number | undefined
  readonly onSelect: (id: number) => void
  readonly onRename: (id: number, name: string) => Promise<unknown>
  readonly onDelete: (named: Named) => Promise<void>
  readonly menu: (named: Named, rename: () => void) => readonly MenuPart[]
}

function Names({ pane, kind, label, names, selected, onSelect, onRename, onDelete, menu }: NamesProps) {
  const words = useWords()
  const language = useLanguage()
  const [renaming, setRenaming] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const wrapper = useRef<HTMLDivElement>(null)
  const found = useMemo(() => namedLike(names, typed), [names, typed])
  const ids = useMemo(() => found.map(({ id }) => id), [found])
  const isLong = found.length > DRAWN
  const Icon = kind === 'tag' ? Hash : User
  const renamed = names.find(({ id }) => id === renaming)
  const inRow = (target: EventTarget) => {
    const key = (target as Element).closest('[data-key]')?.getAttribute('data-key')
    return names.find(({ id }) => `${kind}-${id}` === key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const named = inRow(event.target)
    if (named === undefined) return
    if (event.key === 'F2') setRenaming(named.id)
    else if (event.key === 'Delete') void onDelete(named)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The keys and clicks are the rows'; they are heard here because a row is React Aria's.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={wrapper}
      onKeyDownCapture={onKeyDown}
      onDoubleClick={(event) => setRenaming(inRow(event.target)?.id ?? null)}
      onContextMenu={(event) => {
        const named = inRow(event.target)
        if (named === undefined) return
        openContextMenu(
          event,
          named.name,
          menu(named, () => setRenaming(named.id)),
        )
      }}
    >
      {names.length > FILTERED && (
        <CategoryFilter
          label={kind === 'tag' ? words.sidebar.filterTags : words.sidebar.filterAuthors}
          value={typed}
          onChange={setTyped}
          onDown={() => wrapper.current?.querySelector<HTMLElement>('[data-key]')?.focus()}
        />
      )}
      {found.length === 0 && typed !== '' && <p className={row['hint']}>{words.sidebar.noneNamed}</p>}
      <LongTree isLong={isLong} wrapper={wrapper} rows={ids} shown={renaming}>
        <ListBox
          aria-label={label}
          className={classes(row['list'], isLong && row['long'])}
          items={found}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selected === undefined ? [] : [`${kind}-${selected}`]}
          onSelectionChange={(keys) => {
            const [key] = keys as Set<string>
            if (key !== undefined) onSelect(Number(key.slice(kind.length + 1)))
          }}
        >
          {({ id, name, articles }) => (
            <ListBoxItem id={`${kind}-${id}`} textValue={name} className={row['row'] ?? ''}>
              <span className={row['icon']} aria-hidden>
                <Icon style={{ width: 13 }} />
              </span>
              <span className={row['label']} data-name title={name}>
                {name}
              </span>
              <span className={row['count']}>{formatNumber(language, articles)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </LongTree>
      {renamed !== undefined && (
        <RenameField
          key={renamed.id}
          pane={pane}
          row={`${kind}-${renamed.id}`}
          label={words.sidebar.name}
          name={renamed.name}
          onDone={(name) => {
            setRenaming(null)
            if (name !== null) void attempt(onRename(renamed.id, name))
          }}
        />
      )}
    </div>
  )
}

/** Those whose name holds what is typed, without regard to case and accents. */
function namedLike(names: readonly Named[], typed: string): readonly Named[] {
  const wanted = plainName(typed)
  return wanted === '' ? names : names.filter(({ name }) => plainName(name).includes(wanted))
}
