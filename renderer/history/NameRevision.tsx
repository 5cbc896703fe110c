import { useState, type FormEvent } from 'react'
import type { RevisionHead } from '../../core/revisions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { keepVersion, renameRevision } from './actions.ts'
import styles from './history.module.css'

/** Keeps the article as it is now under a name, or names a revision. */
export function NameRevision(props: { readonly articleId: number; readonly revision: RevisionHead | null }) {
  const { articleId, revision } = props
  const words = useWords()
  const { history, common } = words
  const [name, setName] = useState(revision?.name ?? '')
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const given = name.trim()
    const isDone = await (revision === null
      ? keepVersion(words, articleId, given)
      : renameRevision(revision.id, given))
    setBusy(false)
    if (isDone) windowState.closeDialog()
  }
  return (
    <Dialog
      size="small"
      title={revision === null ? history.keepTitle : history.nameTitle}
      onClose={windowState.closeDialog}
    >
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <p>{revision === null ? history.keepDetail : history.nameDetail}</p>
        <Field
          label={history.name}
          placeholder={history.namePlaceholder}
          value={name}
          maxLength={200}
          onChange={setName}
          // The dialog is its field.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <div className={styles['buttons']}>
          <Button onPress={windowState.closeDialog}>{common.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={busy}>
            {revision === null ? history.keepAction : history.nameAction}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
