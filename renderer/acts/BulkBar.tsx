import { CircleDot, FolderInput, PencilLine, RotateCcw, Trash2, X } from 'lucide-react'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useCategories } from '../bridge.ts'
import { categoryPart, fitsMenu, statusPart } from '../list/menus.ts'
import { deleteArticles, restoreArticles, trashArticles } from '../trash/trash.ts'
import { IconButton } from '../ui/Button.tsx'
import { MenuButton } from '../ui/Menu.tsx'
import { useWindow, windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './BulkBar.module.css'

/** What can be done with the articles that are selected, under the list of them; nothing for a single one. */
export function BulkBar({ trash }: { readonly trash: boolean }) {
  const words = useWords()
  const language = useLanguage()
  const selected = useWindow((value) => value.selected)
  const ids = [...selected]
  if (ids.length < 2) return null
  return (
    <section className={styles['bar']} aria-label={words.acts.selectedLabel}>
      <output className={styles['count']}>{words.acts.selected(formatNumber(language, ids.length))}</output>
      {trash ? <TrashTools ids={ids} /> : <Tools ids={ids} />}
      <IconButton
        icon={X}
        label={words.acts.clearSelection}
        onPress={() => windowState.set({ selected: new Set(ids.slice(0, 1)) })}
      />
    </section>
  )
}

function changeAll(): void {
  windowState.open({ name: 'changeArticles' })
}

function Tools({ ids }: { readonly ids: readonly number[] }) {
  const words = useWords()
  const categories = useCategories().data ?? []
  return (
    <>
      <MenuButton label={words.list.status} parts={[statusPart(words, ids, null)]}>
        <IconButton icon={CircleDot} label={words.list.status} />
      </MenuButton>
      {fitsMenu(categories) ? (
        <MenuButton label={words.list.category} parts={[categoryPart(words, ids, undefined, categories)]}>
          <IconButton icon={FolderInput} label={words.list.category} />
        </MenuButton>
      ) : (
        <IconButton
          icon={FolderInput}
          label={words.list.category}
          onPress={() => windowState.open({ name: 'chooseCategory', ids })}
        />
      )}
      <IconButton icon={PencilLine} label={words.acts.changeMore} onPress={changeAll} />
      <IconButton
        icon={Trash2}
        label={words.list.trash}
        keys="Delete"
        onPress={() => void trashArticles(words, ids)}
      />
    </>
  )
}

function TrashTools({ ids }: { readonly ids: readonly number[] }) {
  const words = useWords()
  return (
    <>
      <IconButton
        icon={RotateCcw}
        label={words.list.restore}
        onPress={() => void restoreArticles(words, ids)}
      />
      <IconButton
        icon={Trash2}
        label={words.list.deleteForGood}
        keys="Delete"
        onPress={() => void deleteArticles(words, ids)}
      />
    </>
  )
}
