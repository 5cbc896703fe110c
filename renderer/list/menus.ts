import { ArrowDownUp, CopyPlus, FileText, FolderInput, RotateCcw, Trash2 } from 'lucide-react'
import { STATUSES, type ArticleRow, type Category } from '../../core/article.ts'
import type { ArticleSort } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import {
  deleteArticles,
  duplicateArticle,
  openArticle,
  restoreArticles,
  setCategory,
  setStatus,
  trashArticles,
} from '../actions.ts'
import { categoryTree, flatten } from '../categories.ts'
import { COMMAND_KEYS } from '../commands.ts'
import type { MenuPart } from '../ui/Menu.tsx'

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
        { id: 'status', label: words.list.status, icon: ArrowDownUp, inside: [statusPart(words, rows)] },
        {
          id: 'category',
          label: words.list.category,
          icon: FolderInput,
          inside: [categoryPart(words, rows, categories)],
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

function statusPart(words: UiWords, rows: readonly ArticleRow[]): MenuPart {
  return {
    id: 'status',
    lines: STATUSES.map((status) => ({
      id: status,
      label: words.common.status[status],
      checked: rows.every((row) => row.status === status),
      run: () => void setStatus(words, rows, status),
    })),
  }
}

function categoryPart(
  words: UiWords,
  rows: readonly ArticleRow[],
  categories: readonly Category[],
): MenuPart {
  const line = (id: number | null, label: string, depth: number) => ({
    id: String(id),
    label,
    depth,
    checked: rows.every((row) => row.categoryId === id),
    run: () => void setCategory(words, rows, id, label),
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
