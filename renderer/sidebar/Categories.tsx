import { ChevronRight, Inbox } from 'lucide-react'
import {
  useDeferredValue,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import {
  Button,
  Collection,
  DropIndicator,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  type DropItem,
  type Key,
} from 'react-aria-components'
import type { Category } from '../../core/article.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { showArticles } from '../actions.ts'
import { setCategory } from '../acts/change.ts'
import { call, useCategories, useCounts } from '../bridge.ts'
import {
  categoryTree,
  filterTree,
  flatten,
  moveBeside,
  moveBy,
  moveInto,
  type CategoryBranch,
  type Move,
} from '../categories.ts'
import { COMMAND_KEYS, runCommand } from '../commands.ts'
import { DRAGGED_ARTICLES, DRAGGED_CATEGORY, droppedArticles } from '../drag.ts'
import { usePlace } from '../place.ts'
import { classes } from '../ui/classes.ts'
import { openContextMenu } from '../ui/ContextMenu.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useWindow, windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { categoryMenu, move as moveCategory } from './category-menu.ts'
import { CategoryFilter } from './CategoryFilter.tsx'
import { useFocusOnMoved } from './focus-moved.ts'
import { setFolds, unfold, useFolds } from './folds.ts'
import { DRAWN, FILTERED, LongTree } from './LongTree.tsx'
import { RenameField } from './RenameField.tsx'
import row from './Row.module.css'
import { Section } from './Section.tsx'

/** The key of the line for articles without a category. */
const NONE = 'none'

/** Until then after a drop, in milliseconds, React Aria gives the focus to what was dropped on. */
const DROP_SETTLES = 100

const ARROWS = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const

/** The category tree: choose, rename, make, move by drag or keys, delete. */
export function Categories({ pane }: { readonly pane: RefObject<HTMLElement | null> }) {
  const words = useWords()
  const categories = useCategories().data
  const renaming = useWindow((value) => value.renaming)
  const renamed = categories?.find(({ id }) => id === renaming)

  if (categories === undefined) return null
  return (
    <Section
      fold="categories"
      title={words.sidebar.categories}
      add={{
        label: words.sidebar.newCategory,
        keys: COMMAND_KEYS['category.new'] ?? '',
        run: () => runCommand('category.new'),
      }}
    >
      {categories.length === 0 && <p className={row['hint']}>{words.sidebar.noCategories}</p>}
      <CategoryTree categories={categories} />
      {renamed !== undefined && (
        <RenameField
          key={renamed.id}
          pane={pane}
          row={String(renamed.id)}
          label={words.sidebar.name}
          name={renamed.name}
          onDone={(name) => {
            windowState.set({ renaming: null })
            if (name !== null) void attempt(call('category.update', { id: renamed.id, patch: { name } }))
          }}
        />
      )}
    </Section>
  )
}

function CategoryTree({ categories }: { readonly categories: readonly Category[] }) {
  const words = useWords()
  const uncategorised = useCounts().data?.uncategorised ?? 0
  const chosen = usePlace((value) => value.filter.categoryId)
  const pictures = useWindow((value) => value.shows !== 'articles')
  const closed = useFolds((folds) => folds.closed)
  const [typed, setTyped] = useState('')
  const whole = useMemo(() => categoryTree(categories), [categories])
  // A key is shown at once, also where filtering many takes longer than that.
  const wanted = useDeferredValue(typed)
  const tree = useMemo(() => filterTree(whole, wanted), [whole, wanted])
  const all = useMemo(() => flatten(tree), [tree])
  const wrapper = useRef<HTMLDivElement>(null)
  const shown = useWindow((value) => value.renaming ?? value.moved?.id ?? null)
  useFocusOnMoved(wrapper, categories)
  const dragAndDropHooks = useCategoryDrag(categories, all)
  const showsNone = uncategorised > 0 || chosen === null
  const expanded = all.filter(({ id }) => wanted !== '' || !closed.includes(id)).map(({ id }) => id)
  const rows = useMemo(() => openRows(tree, wanted === '' ? closed : []), [tree, wanted, closed])
  const isLong = rows.length > DRAWN

  const select = (key: unknown) => {
    if (key === NONE) showArticles({ categoryId: null })
    else if (typeof key === 'number') showArticles({ categoryId: key })
  }
  const openMenu = (event: MouseEvent) => {
    const category = rowCategory(event.target, categories)
    if (category === undefined) return
    openContextMenu(event, category.name, categoryMenu(words, categories, category))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const category = rowCategory(event.target, categories)
    if (category === undefined) return
    const arrow = ARROWS[event.key as keyof typeof ARROWS]
    if (event.altKey && arrow !== undefined) {
      const move = moveBy(categories, category.id, arrow)
      if (move !== null) void moveByKey(move)
    } else if (event.key === 'F2') windowState.set({ renaming: category.id })
    else if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) {
      windowState.open({ name: 'deleteCategory', id: category.id })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The keys and clicks are the rows'; they are heard here because a row is React Aria's.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={wrapper}
      onContextMenu={openMenu}
      onKeyDownCapture={onKeyDown}
      onDoubleClick={(event) => {
        const category = rowCategory(event.target, categories)
        if (category !== undefined) windowState.set({ renaming: category.id })
      }}
    >
      {categories.length > FILTERED && (
        <CategoryFilter
          label={words.sidebar.filterCategories}
          value={typed}
          onChange={setTyped}
          onDown={() => wrapper.current?.querySelector<HTMLElement>('[data-key]')?.focus()}
        />
      )}
      {tree.length === 0 && wanted !== '' && <p className={row['hint']}>{words.sidebar.noneFiltered}</p>}
      <LongTree isLong={isLong} wrapper={wrapper} rows={rows} shown={shown}>
        <Tree
          aria-label={words.sidebar.categories}
          className={classes(row['list'], isLong && row['long'])}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={pictures || chosen === undefined ? [] : [chosen ?? NONE]}
          onSelectionChange={(keys) => select([...(keys as Set<unknown>)][0])}
          expandedKeys={expanded}
          onExpandedChange={(keys) => {
            const open = keys as Set<unknown>
            // What a filter shows stands open; that says nothing of what is folded without it.
            if (wanted !== '') return
            setFolds({ closed: all.map(({ id }) => id).filter((id) => !open.has(id)) })
          }}
          dragAndDropHooks={dragAndDropHooks}
        >
          <Collection items={tree}>{(branch) => <Branch branch={branch} />}</Collection>
          {showsNone && wanted === '' && <NoCategory count={uncategorised} />}
        </Tree>
      </LongTree>
    </div>
  )
}

function Branch({ branch }: { readonly branch: CategoryBranch }) {
  const language = useLanguage()
  const words = useWords()
  const { category, articles, children, depth } = branch
  return (
    <TreeItem id={category.id} textValue={category.name} className={row['row'] ?? ''}>
      <TreeItemContent>
        <Button slot="drag" className={row['drag'] ?? ''} />
        <span style={{ width: indentOf(depth), marginRight: -8, flex: 'none' }} />
        {children.length > 0 ? (
          <Button slot="chevron" className={row['chevron'] ?? ''} aria-label={category.name}>
            <ChevronRight aria-hidden />
          </Button>
        ) : (
          <span className={row['spacer']} />
        )}
        <span className={row['label']} data-name title={category.name}>
          {category.name}
        </span>
        {articles > 0 && (
          <span
            className={row['count']}
            aria-label={words.sidebar.count(formatNumber(language, articles), articles === 1)}
          >
            {formatNumber(language, articles)}
          </span>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child) => <Branch branch={child} />}</Collection>
    </TreeItem>
  )
}

/** How far a name stands to the right, in pixels: far down it goes on in small steps, so that its name can be read. */
function indentOf(depth: number): number {
  const [wide, narrow] = [Math.min(depth, 5), Math.min(Math.max(depth - 5, 0), 10)]
  return wide * 16 + narrow * 4
}

function NoCategory({ count }: { readonly count: number }) {
  const words = useWords()
  const language = useLanguage()
  return (
    <TreeItem id={NONE} textValue={words.sidebar.uncategorised} className={row['row'] ?? ''}>
      <TreeItemContent>
        <span className={row['spacer']} aria-hidden>
          <Inbox />
        </span>
        <span className={row['label']}>{words.sidebar.uncategorised}</span>
        <span className={row['count']}>{formatNumber(language, count)}</span>
      </TreeItemContent>
    </TreeItem>
  )
}

function useCategoryDrag(categories: readonly Category[], branches: readonly CategoryBranch[]) {
  const words = useWords()
  const drop = async (items: readonly DropItem[], onto: Key) => {
    const id = onto === NONE ? null : Number(onto)
    const name = categories.find((category) => category.id === id)?.name ?? words.sidebar.uncategorised
    await setCategory(words, await droppedArticles(items), id, name)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys]
        .filter((key) => typeof key === 'number')
        .map((key) => ({
          [DRAGGED_CATEGORY]: String(key),
          'text/plain': categories.find(({ id }) => id === key)?.name ?? '',
        })),
    acceptedDragTypes: [DRAGGED_ARTICLES, DRAGGED_CATEGORY],
    shouldAcceptItemDrop: ({ key }, types) => types.has(DRAGGED_ARTICLES) || key !== NONE,
    onItemDrop: ({ items, target, isInternal }) => {
      if (!isInternal) void drop(items, target.key)
    },
    onMove: ({ keys, target }) => {
      const [id] = keys
      if (typeof id !== 'number' || typeof target.key !== 'number') return
      const move =
        target.dropPosition === 'on'
          ? moveInto(categories, id, target.key)
          : moveBeside(categories, id, target.key, target.dropPosition)
      void moveCategory(words, categories, move, new Promise((resolve) => setTimeout(resolve, DROP_SETTLES)))
    },
    // The line begins where the names beside it do: it tells between which of them, and so how deep.
    renderDropIndicator: (target) => {
      const key = target.type === 'item' ? target.key : null
      const depth = branches.find(({ id }) => id === key)?.depth ?? 0
      return (
        <DropIndicator
          target={target}
          className={row['indicator'] ?? ''}
          style={{ marginLeft: 6 + indentOf(depth) }}
        />
      )
    },
  })
  return dragAndDropHooks
}

async function moveByKey(move: Move): Promise<void> {
  if (move.parentId !== null) unfold(move.parentId)
  if ((await attempt(call('category.move', move))) !== undefined) windowState.set({ moved: move })
}

/** The rows that are not folded away, in their order. */
function openRows(branches: readonly CategoryBranch[], closed: readonly number[]): readonly number[] {
  return branches.flatMap(({ id, children }) =>
    closed.includes(id) ? [id] : [id, ...openRows(children, closed)],
  )
}

function rowCategory(target: EventTarget, categories: readonly Category[]): Category | undefined {
  const key = (target as Element).closest('[data-key]')?.getAttribute('data-key')
  return categories.find(({ id }) => String(id) === key)
}
