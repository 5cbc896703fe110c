import { useState, type ReactNode } from 'react'
import type { AuthorPatch, CategoryPatch } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { showArticles } from '../actions.ts'
import { call, failureOf, useAppState, useAuthors, useCategories } from '../bridge.ts'
import { categoryTree, flatten } from '../categories.ts'
import { listAddress } from '../inspector/page-address.ts'
import { PictureField } from '../inspector/PictureField.tsx'
import { showPane } from '../layout.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { SavedField } from '../ui/SavedField.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './DeleteCategory.module.css'

interface Line {
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly saved: string
  readonly rows?: number
}

/** What is known of a category: name, address, description, cover, and how many articles are in it and below it. */
export function CategoryDetails({ id }: { readonly id: number }) {
  const words = useWords().sidebar
  const language = useLanguage()
  const site = useAppState().data?.library?.site
  const branch = flatten(categoryTree(useCategories().data ?? [])).find((each) => each.id === id)
  if (branch === undefined || site === undefined) return null
  const { category, articles } = branch
  const below = articles - category.articles
  const show = () => {
    windowState.closeDialog()
    showPane('list')
    showArticles({ categoryId: id })
  }
  return (
    <Details
      title={category.name}
      lines={[
        { field: 'name', label: words.name, saved: category.name },
        {
          field: 'slug',
          label: words.address,
          hint: listAddress(site, 'category', category.slug),
          saved: category.slug,
        },
        {
          field: 'description',
          label: words.description,
          hint: words.descriptionHint,
          saved: category.description,
          rows: 3,
        },
      ]}
      onSave={(field, value) =>
        call('category.update', { id, patch: { [field]: value } satisfies CategoryPatch })
      }
    >
      {(save) => (
        <>
          <PictureField
            label={words.cover}
            path={category.cover}
            alt=""
            onChange={(cover) => save('cover', cover)}
          />
          <div className={styles['facts']}>
            <span>
              {words.inIt(formatNumber(language, articles), articles === 1, formatNumber(language, below))}
            </span>
            <Button onPress={show}>{words.showArticles}</Button>
          </div>
        </>
      )}
    </Details>
  )
}

/** What is known of an author: name, address, role, a few words about them. */
export function AuthorDetails({ id }: { readonly id: number }) {
  const words = useWords().sidebar
  const site = useAppState().data?.library?.site
  const author = useAuthors().data?.find((each) => each.id === id)
  if (author === undefined || site === undefined) return null
  return (
    <Details
      title={author.name}
      lines={[
        { field: 'name', label: words.name, saved: author.name },
        {
          field: 'slug',
          label: words.address,
          hint: listAddress(site, 'author', author.slug),
          saved: author.slug,
        },
        { field: 'role', label: words.role, hint: words.roleHint, saved: author.role },
        { field: 'bio', label: words.bio, hint: words.bioHint, saved: author.bio, rows: 3 },
      ]}
      onSave={(field, value) =>
        call('author.update', { id, patch: { [field]: value } satisfies AuthorPatch })
      }
    >
      {(save) => (
        <PictureField
          label={words.picture}
          path={author.picture}
          alt=""
          onChange={(picture) => save('picture', picture)}
        />
      )}
    </Details>
  )
}

interface DetailsProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly onSave: (field: string, value: string | null) => Promise<unknown>
  /** What stands below the fields, and saves in the same way. */
  readonly children: (save: (field: string, value: string | null) => void) => ReactNode
}

/** Fields that are each saved when they are left. */
function Details({ title, lines, onSave, children }: DetailsProps) {
  const { failures } = useWords()
  const [failure, setFailure] = useState<{ readonly field: string; readonly data: FailureData } | null>(null)
  const refused = failure?.data.code === 'value.refused' ? failure.data.detail.problem : null
  const save = async (field: string, value: string | null) => {
    try {
      await onSave(field, value)
      setFailure(null)
    } catch (thrown) {
      setFailure({ field, data: failureOf(thrown) })
    }
  }
  return (
    <Dialog title={title} onClose={windowState.closeDialog}>
      <div className={styles['body']}>
        {lines.map(({ field, ...line }) => (
          <SavedField
            key={field}
            {...line}
            error={refused !== null && failure?.field === field ? failures.value[refused] : null}
            onSave={(value) => void save(field, value)}
          />
        ))}
        {children((field, value) => void save(field, value))}
        {failure !== null && refused === null && <FailureNote failure={failure.data} />}
      </div>
    </Dialog>
  )
}
