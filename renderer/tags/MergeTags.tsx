import { useState } from 'react'
import { useTags } from '../bridge.ts'
import { TokenField } from '../inspector/TokenField.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { mergeTags } from './acts.ts'
import styles from './Tags.module.css'

/** Asks which tags become one, and which name stays. `id` is the first of them; null: none is chosen yet. */
export function MergeTags({ id }: { readonly id: number | null }) {
  const words = useWords()
  const tags = useTags().data ?? []
  const [ids, setIds] = useState<readonly number[]>(id === null ? [] : [id])
  const [kept, setKept] = useState<string | null>(null)
  const chosen = ids.map((each) => tags.find((tag) => tag.id === each)).filter((tag) => tag !== undefined)
  // Until another one is chosen, the name that most articles have.
  const usual = chosen.toSorted((a, b) => b.articles - a.articles)[0]
  const stays = chosen.find((tag) => String(tag.id) === kept) ?? usual
  const gone = chosen.filter((tag) => tag !== stays)

  const merge = () => {
    if (stays === undefined || gone.length === 0) return
    windowState.closeDialog()
    void mergeTags(words, gone, stays)
  }
  return (
    <Dialog
      size="small"
      title={words.tags.mergeTitle}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          <Button kind="primary" isDisabled={gone.length === 0} onPress={merge}>
            {words.tags.merge}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        {tags.length < 2 && <p>{words.tags.tooFew}</p>}
        <TokenField
          takesFocus
          label={words.tags.mergeThese}
          placeholder={words.tags.addTag}
          tokens={chosen.map((tag) => ({ id: String(tag.id), name: tag.name }))}
          offered={tags.map((tag) => ({ id: String(tag.id), name: tag.name }))}
          removeLabel={words.tags.removeTag}
          onAdd={(token) => setIds((now) => [...now, Number(token.id)])}
          onRemove={(token) => setIds((now) => now.filter((each) => String(each) !== token))}
        />
        {stays !== undefined && gone.length > 0 && (
          <>
            <Choice
              label={words.tags.stays}
              value={String(stays.id)}
              onChange={setKept}
              options={chosen.map((tag) => ({
                id: String(tag.id),
                label: `${tag.name} (${words.tags.articles(tag.articles)})`,
              }))}
            />
            <p>{words.tags.mergeDetail(stays.name)}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}
