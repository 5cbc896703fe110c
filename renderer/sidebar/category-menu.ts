import {
  ChevronsDownUp,
  ChevronsUpDown,
  CornerDownRight,
  FilePlus,
  FolderInput,
  FolderPlus,
  Info,
  Merge,
  MoveDown,
  MoveUp,
  Pencil,
  Trash2,
} from 'lucide-react'
import type { Category } from '../../core/article.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { newArticle, showArticles } from '../actions.ts'
import { act, sayAct } from '../acts/acts.ts'
import { call } from '../bridge.ts'
import { categoryTree, flatten, moveBy, moveInto, withBelow, type Move } from '../categories.ts'
import { fitsMenu } from '../list/menus.ts'
import type { MenuLine, MenuPart } from '../ui/Menu.tsx'
import { windowState } from '../window.ts'
import { setFolds, unfold } from './folds.ts'
import { newCategory } from './new-category.ts'

/**
 * Moves a category, where there is a place to move it to, and says so with a way back. It gets the focus, not before
 * `mayFocus` where that is given.
 */
export async function move(
  words: UiWords,
  categories: readonly Category[],
  to: Move | null,
  mayFocus?: Promise<void>,
): Promise<void> {
  if (to === null) return
  const name = categories.find(({ id }) => id === to.id)?.name ?? ''
  const done = await act(() => call('category.move', to))
  if (done === undefined) return
  if (to.parentId !== null) unfold(to.parentId)
  await mayFocus
  windowState.set({ moved: to })
  sayAct(words, words.acts.categoryMoved(name), done)
}

/** What can be done with a category, for its context menu. */
export function categoryMenu(
  words: UiWords,
  categories: readonly Category[],
  category: Category,
): readonly MenuPart[] {
  const { sidebar } = words
  const { id } = category
  const step = (name: string, direction: 'up' | 'down', label: string, keys: string): MenuLine => {
    const to = moveBy(categories, id, direction)
    const icon = direction === 'up' ? MoveUp : MoveDown
    return { id: name, label, keys, icon, disabled: to === null, run: () => void move(words, categories, to) }
  }
  return [
    {
      id: 'make',
      lines: [
        {
          id: 'article',
          label: sidebar.newArticleHere,
          icon: FilePlus,
          run: () => {
            showArticles({ categoryId: id })
            void newArticle()
          },
        },
        { id: 'inside', label: sidebar.newInside, icon: FolderPlus, run: () => void newCategory(words, id) },
      ],
    },
    {
      id: 'order',
      lines: [
        {
          id: 'rename',
          label: sidebar.rename,
          icon: Pencil,
          keys: 'F2',
          run: () => windowState.set({ renaming: id }),
        },
        {
          id: 'details',
          label: sidebar.details,
          icon: Info,
          run: () => windowState.open({ name: 'categoryDetails', id }),
        },
        step('up', 'up', sidebar.moveUp, 'Alt+Up'),
        step('down', 'down', sidebar.moveDown, 'Alt+Down'),
        {
          id: 'move',
          label: sidebar.moveTo,
          icon: FolderInput,
          ...(fitsMenu(categories)
            ? { inside: [targets(words, categories, category)] }
            : { run: () => windowState.open({ name: 'moveCategory', id }) }),
        },
      ],
    },
    ...foldPart(words, categories),
    {
      id: 'loss',
      lines: [
        {
          id: 'merge',
          label: sidebar.mergeLine,
          icon: Merge,
          disabled: categories.length === withBelow(categories, id).size,
          run: () => windowState.open({ name: 'mergeCategory', id }),
        },
        {
          id: 'delete',
          label: sidebar.delete,
          icon: Trash2,
          keys: 'Delete',
          danger: true,
          run: () => windowState.open({ name: 'deleteCategory', id }),
        },
      ],
    },
  ]
}

/** Opens or closes all that have something inside; nothing where none has. */
function foldPart({ sidebar }: UiWords, categories: readonly Category[]): readonly MenuPart[] {
  const above = new Set(categories.map(({ parentId }) => parentId))
  const folding = categories.map(({ id }) => id).filter((id) => above.has(id))
  if (folding.length === 0) return []
  return [
    {
      id: 'folds',
      lines: [
        { id: 'unfold', label: sidebar.unfoldAll, icon: ChevronsUpDown, run: () => setFolds({ closed: [] }) },
        {
          id: 'fold',
          label: sidebar.foldAll,
          icon: ChevronsDownUp,
          run: () => setFolds({ closed: folding }),
        },
      ],
    },
  ]
}

function targets(words: UiWords, categories: readonly Category[], category: Category): MenuPart {
  const own = withBelow(categories, category.id)
  const line = (id: number | null, label: string, depth: number): MenuLine => ({
    id: String(id),
    label,
    depth,
    ...(id === null ? { icon: CornerDownRight } : {}),
    checked: category.parentId === id,
    disabled: category.parentId === id,
    run: () => void move(words, categories, moveInto(categories, category.id, id)),
  })
  const others = flatten(categoryTree(categories)).filter(({ category: { id } }) => !own.has(id))
  return {
    id: 'targets',
    lines: [
      line(null, words.sidebar.topLevel, 0),
      ...others.map(({ category: { id, name }, depth }) => line(id, name, depth)),
    ],
  }
}
