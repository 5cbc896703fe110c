import {
  AppWindow,
  ArrowDownUp,
  CopyPlus,
  FileText,
  FolderInput,
  FolderPlus,
  PencilLine,
  RotateCcw,
  Trash2,
} from 'lucide-react'
import { STATUSES, type ArticleRow, type Category, type Status } from '../../core/article.ts'
import type { ArticleSort } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { duplicateArticle, openArticle } from '../actions.ts'
import { setCategory, setStatus } from '../acts/change.ts'
import { call } from '../bridge.ts'
import { categoryTree, flatten } from '../categories.ts'
import { COMMAND_KEYS } from '../commands.ts'
import { deleteArticles, restoreArticles, trashArticles } from '../trash/trash.ts'
import type { MenuPart } from '../ui/Menu.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'

/** What can be done with the selected articles. */
export function articleMenu(
  words: UiWords,
  rows: readonly ArticleRow[],
  categories: readonly Category[],
): readonly MenuPart[] {
  const ids = rows.map(({ id }) => id)
  const [only] = rows.length === 1 ? rows : []
  if (rows.every(({ trashedAt }) => trashedAt !== null)) return trashMenu(words, ids)
  return [
    {
      id: 'one',
      lines:
        only === undefined
          ? []
          : [
              {
                id: 'open',
                label: words.list.open,
                icon: FileText,
                keys: 'Enter',
                run: () => openArticle(only.id),
              },
              {
                id: 'window',
                label: words.list.openInWindow,
                icon: AppWindow,
                run: () => void attempt(call('app.newWindow', { articleId: only.id })),
              },
              {
                id: 'duplicate',
                label: words.list.duplicate,
                icon: CopyPlus,
                keys: COMMAND_KEYS['article.duplicate'],
                run: () => void duplicateArticle(only.id),
              },
            ],
    },
    {
      id: 'change',
      lines: [
        {
          id: 'status',
          label: words.list.status,
          icon: ArrowDownUp,
          inside: [statusPart(words, ids, sameIn(rows, 'status') ?? null)],
        },
        {
          id: 'category',
          label: words.list.category,
          icon: FolderInput,
          ...(fitsMenu(categories)
            ? { inside: [categoryPart(words, ids, sameIn(rows, 'categoryId'), categories)] }
            : { run: () => windowState.open({ name: 'chooseCategory', ids }) }),
        },
        {
          id: 'split',
          label: words.sidebar.splitLine(String(ids.length), ids.length === 1),
          icon: FolderPlus,
          run: () => windowState.open({ name: 'splitOff', ids }),
        },
        {
          id: 'more',
          label: words.acts.changeMore,
          icon: PencilLine,
          run: () => windowState.open({ name: 'changeArticles' }),
        },
      ],
    },
    {
      id: 'loss',
      lines: [
        {
          id: 'trash',
          label: words.list.trash,
          icon: Trash2,
          keys: 'Delete',
          danger: true,
          run: () => void trashArticles(words, ids),
        },
      ],
    },
  ]
}

function trashMenu(words: UiWords, ids: readonly number[]): readonly MenuPart[] {
  return [
    {
      id: 'back',
      lines: [
        {
          id: 'restore',
          label: words.list.restore,
          icon: RotateCcw,
          run: () => void restoreArticles(words, ids),
        },
      ],
    },
    {
      id: 'loss',
      lines: [
        {
          id: 'delete',
          label: words.list.deleteForGood,
          icon: Trash2,
          keys: 'Delete',
          danger: true,
          run: () => void deleteArticles(words, ids),
        },
      ],
    },
  ]
}

/** More categories than this are found by typing: nobody looks through a menu that long. */
const MOST_IN_MENU = 40

/** Whether a menu can hold the categories. */
export function fitsMenu(categories: readonly Category[]): boolean {
  return categories.length <= MOST_IN_MENU
}

/** What all rows have in a field; undefined when they differ. */
function sameIn<F extends 'status' | 'categoryId'>(
  rows: readonly ArticleRow[],
  field: F,
): ArticleRow[F] | undefined {
  const first = rows[0]?.[field]
  return rows.every((row) => row[field] === first) ? first : undefined
}

/** The statuses, to give one to articles; `now` is the one that all of them have. */
export function statusPart(words: UiWords, ids: readonly number[], now: Status | null): MenuPart {
  return {
    id: 'status',
    lines: STATUSES.map((status) => ({
      id: status,
      label: words.common.status[status],
      checked: status === now,
      run: () => void setStatus(words, ids, status),
    })),
  }
}

/** The categories, to put articles in one; `now` is where all of them are, undefined when they are not together. */
export function categoryPart(
  words: UiWords,
  ids: readonly number[],
  now: number | null | undefined,
  categories: readonly Category[],
): MenuPart {
  const line = (id: number | null, label: string, depth: number) => ({
    id: String(id),
    label,
    depth,
    checked: id === now,
    run: () => void setCategory(words, ids, id, label),
  })
  return {
    id: 'category',
    lines: [
      line(null, words.list.noCategory, 0),
      ...flatten(categoryTree(categories)).map(({ category, depth }) =>
        line(category.id, category.name, depth),
      ),
    ],
  }
}

const SORTS: readonly ArticleSort['by'][] = ['updated', 'published', 'title', 'words']

/** How the list can be ordered; `best` says whether a search is on, which has an order of its own. */
export function sortMenu(
  words: UiWords,
  sort: ArticleSort | null,
  searching: boolean,
  onChange: (sort: ArticleSort | null) => void,
): readonly MenuPart[] {
  const { list } = words
  const direction = sort?.direction ?? 'descending'
  return [
    {
      id: 'by',
      heading: list.sort,
      lines: [
        ...(searching
          ? [{ id: 'best', label: list.bestFirst, checked: sort === null, run: () => onChange(null) }]
          : []),
        ...SORTS.map((by) => ({
          id: by,
          label: list.sortBy[by],
          checked: sort?.by === by,
          // Titles are looked for from A on, the rest from the newest or longest.
          run: () =>
            onChange({ by, direction: by === 'title' ? ('ascending' as const) : ('descending' as const) }),
        })),
      ],
    },
    {
      id: 'direction',
      lines:
        sort === null
          ? []
          : (['ascending', 'descending'] as const).map((each) => ({
              id: each,
              label: list[each],
              checked: direction === each,
              run: () => onChange({ by: sort.by, direction: each }),
            })),
    },
  ]
}
