import { Folder, RotateCcw, Trash2 } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import type { TrashedCategory, TrashedMedium } from '../../core/bridge.ts'
import { formatBytes, formatNumber, type UiWords } from '../../core/locale/ui/index.ts'
import { Options } from '../list/Options.tsx'
import { nameOfPath, pictureAddress } from '../media/address.ts'
import { listDate } from '../now.ts'
import { IconButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import type { MenuPart } from '../ui/Menu.tsx'
import { useLanguage, useWords } from '../words.tsx'
import {
  deleteCategories,
  deleteMedia,
  restoreCategories,
  restoreMedia,
  useTrash,
  type TrashShows,
} from './trash.ts'
import styles from './TrashList.module.css'

/** Height of a line in pixels; the style sheet has the same. */
const LINE = 58

/** Categories or pictures in the trash: select, put back, delete for good. */
export function TrashList({ shows }: { readonly shows: Exclude<TrashShows, 'articles'> }) {
  const trash = useTrash()
  if (trash === undefined) return null
  return shows === 'categories' ? <Categories all={trash.categories} /> : <Media all={trash.media} />
}

function Categories({ all }: { readonly all: readonly TrashedCategory[] }) {
  const words = useWords()
  const language = useLanguage()
  const ids = useMemo(() => all.map(({ id }) => id), [all])
  const facts = (category: TrashedCategory) =>
    `${listDate(language, category.trashedAt)} · ${words.trash.goesBack(category.articles, category.subcategories) || words.trash.goesBackNone}`
  const some = (chosen: readonly number[]) => all.filter(({ id }) => chosen.includes(id))
  return (
    <Trashed
      all={all}
      ids={ids}
      label={words.trash.categories}
      nothing={words.trash.nothing.categories}
      nameOf={({ name }) => name}
      draw={(category) => (
        <div className={styles['line']}>
          <Folder aria-hidden className={styles['icon']} />
          <div className={styles['words']}>
            <p className={styles['name']}>{category.name}</p>
            <p className={styles['facts']}>{facts(category)}</p>
          </div>
        </div>
      )}
      onRestore={(chosen) => void restoreCategories(words, some(chosen))}
      onDelete={(chosen) => void deleteCategories(words, some(chosen))}
    />
  )
}

function Media({ all }: { readonly all: readonly TrashedMedium[] }) {
  const words = useWords()
  const language = useLanguage()
  const ids = useMemo(() => all.map(({ path }) => path), [all])
  const facts = ({ uses, bytes, trashedAt }: TrashedMedium) =>
    [listDate(language, trashedAt), formatBytes(language, bytes), uses === 0 ? '' : words.trash.uses(uses)]
      .filter(Boolean)
      .join(' · ')
  return (
    <Trashed
      all={all}
      ids={ids}
      label={words.trash.media}
      nothing={words.trash.nothing.media}
      nameOf={({ path }) => nameOfPath(path)}
      draw={(medium) => (
        <div className={styles['line']}>
          <img
            className={styles['picture']}
            src={pictureAddress(medium.path)}
            alt=""
            loading="lazy"
            decoding="async"
          />
          <div className={styles['words']}>
            <p className={styles['name']}>{nameOfPath(medium.path)}</p>
            <p className={styles['facts']}>{facts(medium)}</p>
          </div>
        </div>
      )}
      onRestore={(chosen) => void restoreMedia(words, chosen)}
      onDelete={(chosen) =>
        void deleteMedia(
          words,
          all.filter(({ path }) => chosen.includes(path)),
          nameOfPath(chosen[0] ?? ''),
        )
      }
    />
  )
}

interface TrashedProps<T, K> {
  readonly all: readonly T[]
  readonly ids: readonly K[]
  readonly label: string
  readonly nothing: { readonly title: string; readonly detail: string }
  readonly nameOf: (item: T) => string
  readonly draw: (item: T) => ReactNode
  readonly onRestore: (ids: readonly K[]) => void
  readonly onDelete: (ids: readonly K[]) => void
}

/** A list of one kind of trashed things, with what can be done with those that are selected. */
function Trashed<T, K extends string | number>(props: TrashedProps<T, K>) {
  const words = useWords()
  const language = useLanguage()
  const { all, ids, nothing, onRestore, onDelete } = props
  const [chosen, setChosen] = useState<readonly K[]>([])
  const selected = chosen.filter((id) => ids.includes(id))
  if (all.length === 0) return <Empty icon={Trash2} title={nothing.title} detail={nothing.detail} />
  return (
    <>
      <Options
        items={all}
        ids={ids}
        label={props.label}
        nameOf={props.nameOf}
        draw={props.draw}
        height={LINE}
        least={null}
        onSelect={(now) => setChosen([...now])}
        onEnter={(item) => onRestore([ids[all.indexOf(item)] as K])}
        onDelete={onDelete}
        menu={(some) =>
          menuOf(
            words,
            () => onRestore(some),
            () => onDelete(some),
          )
        }
      />
      {selected.length > 0 && (
        <section className={styles['bar']} aria-label={words.trash.selectedLabel}>
          <output className={styles['count']}>
            {words.acts.selected(formatNumber(language, selected.length))}
          </output>
          <IconButton
            icon={RotateCcw}
            label={words.trash.restore}
            keys="Enter"
            onPress={() => onRestore(selected)}
          />
          <IconButton
            icon={Trash2}
            label={words.trash.deleteForGood}
            keys="Delete"
            onPress={() => onDelete(selected)}
          />
        </section>
      )}
    </>
  )
}

function menuOf(words: UiWords, restore: () => void, remove: () => void): readonly MenuPart[] {
  return [
    {
      id: 'back',
      lines: [{ id: 'restore', label: words.trash.restore, icon: RotateCcw, keys: 'Enter', run: restore }],
    },
    {
      id: 'loss',
      lines: [
        {
          id: 'delete',
          label: words.trash.deleteForGood,
          icon: Trash2,
          keys: 'Delete',
          danger: true,
          run: remove,
        },
      ],
    },
  ]
}
