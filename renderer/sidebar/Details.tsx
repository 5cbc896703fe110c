import { useState } from 'react'
import type { AuthorPatch, CategoryPatch } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { call, failureOf, useAuthors, useCategories } from '../bridge.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { SavedField } from '../ui/SavedField.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import styles from './DeleteCategory.module.css'

interface Line {
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly saved: string
  readonly rows?: number
}

/** What is known of a category: name, address, description. */
export function CategoryDetails({ id }: { readonly id: number }) {
  const words = useWords().sidebar
  const category = useCategories().data?.find((each) => each.id === id)
  if (category === undefined) return null
  return (
    <Details
      title={category.name}
      lines={[
        { field: 'name', label: words.name, saved: category.name },
        { field: 'slug', label: words.address, hint: words.addressHint, saved: category.slug },
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
    />
  )
}

/** What is known of an author: name, address, role, a few words about them. */
export function AuthorDetails({ id }: { readonly id: number }) {
  const words = useWords().sidebar
  const author = useAuthors().data?.find((each) => each.id === id)
  if (author === undefined) return null
  return (
    <Details
      title={author.name}
      lines={[
        { field: 'name', label: words.name, saved: author.name },
        { field: 'slug', label: words.address, hint: words.addressHint, saved: author.slug },
        { field: 'role', label: words.role, hint: words.roleHint, saved: author.role },
        { field: 'bio', label: words.bio, hint: words.bioHint, saved: author.bio, rows: 3 },
      ]}
      onSave={(field, value) =>
        call('author.update', { id, patch: { [field]: value } satisfies AuthorPatch })
      }
    />
  )
}

interface DetailsProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly onSave: (field: string, value: string) => Promise<unknown>
}

/** Fields that are each saved when they are left. */
function Details({ title, lines, onSave }: DetailsProps) {
  const { failures } = useWords()
  const [failure, setFailure] = useState<{ readonly field: string; readonly data: FailureData } | null>(null)
  const refused = failure?.data.code === 'value.refused' ? failure.data.detail.problem : null
  const save = async (field: string, value: string) => {
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
        {failure !== null && refused === null && <FailureNote failure={failure.data} />}
      </div>
    </Dialog>
  )
}
