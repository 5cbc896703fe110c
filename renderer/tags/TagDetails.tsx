import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FailureData } from '../../core/errors.ts'
import { openArticle } from '../actions.ts'
import { call, failureOf, keys, useAppState, useTags } from '../bridge.ts'
import { listAddress } from '../inspector/page-address.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Labelled } from '../ui/Field.tsx'
import { SavedField } from '../ui/SavedField.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { deleteTag, renameTag, showTag } from './acts.ts'
import styles from './Tags.module.css'

/** So many articles are named; the list shows all of them. */
const NAMED = 6

/** What is known of a tag: its name, and which articles have it. */
export function TagDetails({ id }: { readonly id: number }) {
  const words = useWords()
  const site = useAppState().data?.library?.site
  const tag = useTags().data?.find((each) => each.id === id)
  const [failure, setFailure] = useState<FailureData | null>(null)
  const problem = failure?.code === 'value.refused' ? failure.detail.problem : null
  // It was deleted, or became one with another.
  if (tag === undefined || site === undefined) return null

  const rename = async (name: string) => {
    try {
      await renameTag(words, id, name)
      setFailure(null)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }
  const remove = () => {
    windowState.closeDialog()
    void deleteTag(words, tag)
  }
  return (
    <Dialog
      size="small"
      title={tag.name}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button kind="danger" onPress={remove}>
            {words.common.delete}
          </Button>
          <span className={styles['space']} />
          <Button onPress={() => windowState.open({ name: 'mergeTags', id })}>{words.tags.mergeLine}</Button>
        </>
      }
    >
      <div className={styles['form']}>
        <SavedField
          label={words.sidebar.name}
          saved={tag.name}
          hint={listAddress(site, 'tag', tag.slug)}
          error={problem === null ? null : words.failures.value[problem]}
          onSave={(name) => void rename(name)}
        />
        {failure !== null && problem === null && <FailureNote failure={failure} />}
        <Users id={id} total={tag.articles} />
      </div>
    </Dialog>
  )
}

/** The articles that have a tag, each to be opened, and the way to all of them. */
function Users({ id, total }: { readonly id: number; readonly total: number }) {
  const words = useWords()
  const filter = { tagId: id }
  const { data } = useQuery({
    queryKey: [...keys.list(filter, null), 'used'],
    queryFn: () => call('article.list', { filter, sort: null, offset: 0, limit: NAMED }),
  })
  const open = (articleId: number) => {
    windowState.closeDialog()
    openArticle(articleId)
  }
  return (
    <Labelled label={`${words.tags.used} ${words.tags.articles(total)}`}>
      <ul className={styles['users']}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Button kind="quiet" className={styles['user'] ?? ''} onPress={() => open(row.id)}>
              {row.title || words.common.untitled}
            </Button>
          </li>
        ))}
      </ul>
      <Button className={styles['showAll'] ?? ''} onPress={() => showTag({ id })}>
        {total > NAMED ? words.common.showAll(total) : words.tags.show}
      </Button>
    </Labelled>
  )
}
