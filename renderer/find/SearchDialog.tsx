import { useState } from 'react'
import { call, useSearches } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { setFolds } from '../sidebar/folds.ts'
import { searchFor, useQuery } from './query.ts'
import styles from './SearchDialog.module.css'

export interface SearchDialogProps {
  /** The search that is changed; null: one is kept. */
  readonly id: number | null
  readonly query: string
}

/** Keeps a search under a name, or changes one that is kept. */
export function SearchDialog({ id, query }: SearchDialogProps) {
  const words = useWords()
  const kept = useSearches().data?.find((search) => search.id === id)
  const shown = useQuery().text
  const [name, setName] = useState(kept?.name ?? query)
  const [text, setText] = useState(query)
  const isWhole = name.trim() !== '' && text.trim() !== ''
  const keep = async () => {
    if (!isWhole) return
    const patch = { name, query: text }
    const done = await attempt(
      id === null ? call('search.create', patch) : call('search.update', { id, patch }),
    )
    if (done === undefined) return
    windowState.closeDialog()
    setFolds({ searches: true })
    if (shown === query) searchFor(done.query)
  }
  const onKeyDown = (event: { readonly key: string }) => {
    if (event.key === 'Enter') void keep()
  }
  return (
    <Dialog
      size="small"
      title={id === null ? words.find.keepTitle : words.find.editTitle}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          <Button kind="primary" isDisabled={!isWhole} onPress={() => void keep()}>
            {id === null ? words.find.keepIt : words.find.change}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Field
          // The dialog was opened to give it a name.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label={words.find.name}
          onFocus={({ target }) => target.select()}
          value={name}
          maxLength={200}
          onChange={setName}
          onKeyDown={onKeyDown}
        />
        <Field
          label={words.find.query}
          hint={words.find.queryHint}
          value={text}
          maxLength={1_000}
          onChange={setText}
          onKeyDown={onKeyDown}
        />
      </div>
    </Dialog>
  )
}
