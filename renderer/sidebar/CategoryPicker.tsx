import { Check } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components'
import type { Category } from '../../core/article.ts'
import { plainName } from '../../core/find/names.ts'
import { categoryTree, flatten } from '../categories.ts'
import { classes } from '../ui/classes.ts'
import field from '../ui/Field.module.css'
import { useWords } from '../words.tsx'
import styles from './CategoryPicker.module.css'

/** Height of a row in pixels; the style sheet has the same. */
const ROW = 28

const NONE = 'none'

export interface CategoryPickerProps {
  readonly label: string
  readonly categories: readonly Category[]
  /** Those that cannot be chosen; they are left out. */
  readonly without?: ReadonlySet<number>
  /** What stands first and means no category; left out when there is none. */
  readonly none?: string
  /** The one that is chosen so far; undefined for none. */
  readonly value: number | null | undefined
  readonly onChoose: (id: number | null) => void
}

interface Line {
  readonly id: string
  readonly category: number | null
  readonly label: string
  readonly depth: number
}

/** One category of however many there are: found by typing parts of its path, chosen with Enter or the mouse. */
export function CategoryPicker(props: CategoryPickerProps) {
  const words = useWords()
  const { categories, without, none, value, onChoose } = props
  const [typed, setTyped] = useState('')
  const all = useMemo(() => linesOf(categories, without, none), [categories, without, none])
  const lines = useMemo(() => found(all, typed), [all, typed])
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      {/* The dialog is about this list, and typing is how it is gone through. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField aria-label={words.sidebar.filterCategories} className={field['field'] ?? ''} autoFocus>
        <div className={field['box']}>
          <Input
            className={classes(field['input'], styles['input'])}
            placeholder={words.sidebar.filter}
            spellCheck="false"
          />
        </div>
      </SearchField>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
        <ListBox
          aria-label={props.label}
          className={styles['list'] ?? ''}
          style={{ height: Math.min(Math.max(lines.length, 1), 12) * ROW + 10 }}
          items={lines}
          onAction={(key) => onChoose(key === NONE ? null : Number(key))}
          renderEmptyState={() => <p className={styles['nothing']}>{words.sidebar.noneFiltered}</p>}
        >
          {(line) => (
            <ListBoxItem id={line.id} textValue={line.label} className={styles['item'] ?? ''}>
              <span style={{ width: line.depth * 14, flex: 'none' }} />
              <span className={styles['mark']}>{line.category === value && <Check aria-hidden />}</span>
              <span className={styles['name']}>{line.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </Autocomplete>
  )
}

interface Pathed extends Line {
  readonly path: string
  readonly plain: string
}

function linesOf(
  categories: readonly Category[],
  without: ReadonlySet<number> | undefined,
  none: string | undefined,
): readonly Pathed[] {
  const paths = new Map<number, string>()
  const lines = flatten(categoryTree(categories)).map(({ category, depth }): Pathed => {
    const above = category.parentId === null ? undefined : paths.get(category.parentId)
    const path = above === undefined ? category.name : `${above} › ${category.name}`
    paths.set(category.id, path)
    const { id, name } = category
    return { id: String(id), category: id, label: name, depth, path, plain: plainName(path) }
  })
  const first: readonly Pathed[] =
    none === undefined
      ? []
      : [{ id: NONE, category: null, label: none, depth: 0, path: none, plain: plainName(none) }]
  return [...first, ...lines.filter(({ category }) => category === null || !without?.has(category))]
}

/**
 * Those whose path holds every word that is typed, with their whole path, first the one that is called so; all of them,
 * as a tree, while nothing is typed.
 */
function found(lines: readonly Pathed[], typed: string): readonly Line[] {
  const whole = plainName(typed)
  const wanted = whole.split(' ').filter(Boolean)
  if (wanted.length === 0) return lines
  return lines
    .filter(({ plain }) => wanted.every((word) => plain.includes(word)))
    .toSorted((a, b) => Number(plainName(b.label) === whole) - Number(plainName(a.label) === whole))
    .map((line) => ({ ...line, label: line.path, depth: 0 }))
}
