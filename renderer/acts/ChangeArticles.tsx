import { useState } from 'react'
import { STATUSES } from '../../core/article.ts'
import { timestampOf } from '../../core/locale/ui/index.ts'
import { call, useAppState, useAuthors, useCategories, useTags } from '../bridge.ts'
import { categoryTree, flatten } from '../categories.ts'
import { DateField } from '../inspector/DateFields.tsx'
import { TokenField, type Token } from '../inspector/TokenField.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { languageName, languageOptions } from '../ui/languages.ts'
import { attempt } from '../ui/toasts.tsx'
import { useWindow, windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { changeArticles } from './change.ts'
import { changeOf, LEAVE, NONE, THIS, UNTOUCHED, type Draft } from './draft.ts'
import styles from './ChangeArticles.module.css'

/** Gives the selected articles the same fields, all in one act. */
export function ChangeArticles() {
  const words = useWords()
  const ids = [...useWindow((value) => value.selected)]
  const [draft, setDraft] = useState(UNTOUCHED)
  const change = changeOf(draft)
  const set = (patch: Partial<Draft>) => setDraft((now) => ({ ...now, ...patch }))
  const apply = () => {
    windowState.closeDialog()
    void changeArticles(words, ids, change, words.acts.changed)
  }
  return (
    <Dialog
      title={words.acts.changeTitle(ids.length)}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          <Button kind="primary" isDisabled={Object.keys(change).length === 0} onPress={apply}>
            {words.acts.apply(ids.length)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={styles['detail']}>{words.acts.changeDetail}</p>
        <div className={styles['pair']}>
          <StatusChoice draft={draft} set={set} />
          <CategoryChoice draft={draft} set={set} />
        </div>
        <TagFields draft={draft} set={set} />
        <AuthorsChoice draft={draft} set={set} />
        <div className={styles['pair']}>
          <DateChoice draft={draft} set={set} />
          <LanguageChoice draft={draft} set={set} />
        </div>
      </div>
    </Dialog>
  )
}

interface PartProps {
  readonly draft: Draft
  readonly set: (patch: Partial<Draft>) => void
}

function StatusChoice({ draft, set }: PartProps) {
  const words = useWords()
  return (
    <Choice<Draft['status']>
      label={words.list.status}
      value={draft.status}
      onChange={(status) => set({ status })}
      options={[
        { id: LEAVE, label: words.acts.leave },
        ...STATUSES.map((status) => ({ id: status, label: words.common.status[status] })),
      ]}
    />
  )
}

function CategoryChoice({ draft, set }: PartProps) {
  const words = useWords()
  const categories = useCategories().data ?? []
  return (
    <Choice
      label={words.list.category}
      value={draft.category}
      onChange={(category) => set({ category })}
      options={[
        { id: LEAVE, label: words.acts.leave },
        { id: NONE, label: words.list.noCategory },
        ...flatten(categoryTree(categories)).map(({ category, depth }) => ({
          id: String(category.id),
          label: category.name,
          depth,
        })),
      ]}
    />
  )
}

function TagFields({ draft, set }: PartProps) {
  const words = useWords()
  const known = (useTags().data ?? []).map(({ name }) => ({ id: name, name }))
  return (
    <>
      <TokenField
        label={words.acts.addTags}
        placeholder={words.inspector.addTag}
        tokens={draft.addTags.map(token)}
        offered={known}
        makeLabel={words.inspector.newTag}
        removeLabel={words.inspector.removeTag}
        onAdd={({ name }) =>
          set({ addTags: [...draft.addTags, name], removeTags: without(draft.removeTags, name) })
        }
        onMake={(name) =>
          set({ addTags: [...draft.addTags, name], removeTags: without(draft.removeTags, name) })
        }
        onRemove={(name) => set({ addTags: without(draft.addTags, name) })}
      />
      <TokenField
        label={words.acts.removeTags}
        placeholder={words.acts.removeTags}
        tokens={draft.removeTags.map(token)}
        offered={known}
        removeLabel={words.inspector.removeTag}
        onAdd={({ name }) =>
          set({ removeTags: [...draft.removeTags, name], addTags: without(draft.addTags, name) })
        }
        onRemove={(name) => set({ removeTags: without(draft.removeTags, name) })}
      />
    </>
  )
}

function AuthorsChoice({ draft, set }: PartProps) {
  const words = useWords()
  const known = (useAuthors().data ?? []).map(({ id, name }) => ({ id: String(id), name }))
  const make = async (name: string) => {
    const made = await attempt(call('author.create', { name }))
    if (made !== undefined) set({ authors: [...draft.authors, { id: String(made.id), name }] })
  }
  return (
    <TokenField
      label={words.acts.setAuthors}
      placeholder={words.inspector.addAuthor}
      tokens={draft.authors}
      offered={known}
      makeLabel={words.inspector.newAuthor}
      removeLabel={words.inspector.removeAuthor}
      onAdd={(author) => set({ authors: [...draft.authors, author] })}
      onMake={(name) => void make(name)}
      onRemove={(id) => set({ authors: draft.authors.filter((author) => author.id !== id) })}
    />
  )
}

function DateChoice({ draft, set }: PartProps) {
  const words = useWords()
  return (
    <div className={styles['date']}>
      <Choice<Draft['date']>
        label={words.acts.date}
        value={draft.date}
        onChange={(date) =>
          set({ date, publishedAt: date === THIS ? (draft.publishedAt ?? timestampOf(new Date())) : null })
        }
        options={[
          { id: LEAVE, label: words.acts.leave },
          { id: NONE, label: words.acts.clearDate },
          { id: THIS, label: words.acts.setDate },
        ]}
      />
      {draft.date === THIS && (
        <DateField
          label={words.acts.setDate}
          value={draft.publishedAt}
          onChange={(publishedAt) => set({ publishedAt })}
        />
      )}
    </div>
  )
}

function LanguageChoice({ draft, set }: PartProps) {
  const words = useWords()
  const ui = useLanguage()
  const site = useAppState().data?.library?.site.language ?? ''
  return (
    <Choice
      label={words.inspector.language}
      value={draft.language}
      onChange={(language) => set({ language })}
      options={[
        { id: LEAVE, label: words.acts.leave },
        { id: NONE, label: words.inspector.siteLanguage(languageName(ui, site)) },
        ...languageOptions(ui, []),
      ]}
    />
  )
}

function token(name: string): Token {
  return { id: name, name }
}

function without(names: readonly string[], name: string): readonly string[] {
  return names.filter((each) => each !== name)
}
