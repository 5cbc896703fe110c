import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { AppState } from '../../core/bridge.ts'
import { call } from '../bridge.ts'
import { createLibrary } from '../libraries.ts'
import { ParentNotice } from '../notices/ParentNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field, Labelled } from '../ui/Field.tsx'
import { languageOptions } from '../ui/languages.ts'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './NewLibrary.module.css'

const FORM = 'new-library'

/** Asks for the name, language and folder of a new library, and opens it. */
export function NewLibrary({
  state,
  thenIntake,
}: {
  readonly state: AppState
  readonly thenIntake: boolean
}) {
  const words = useWords()
  const ui = useLanguage()
  const [name, setName] = useState('')
  const [language, setLanguage] = useState(ui === 'nl' ? 'nl-NL' : 'en-GB')
  const [parent, setParent] = useState(state.defaultParent)
  const [tried, setTried] = useState(false)
  const missing = tried && name.trim() === ''

  const choose = async () => {
    const folder = await attempt(call('library.chooseParent', {}))
    if (folder) setParent(folder)
  }
  const submit = async () => {
    setTried(true)
    if (name.trim() === '') return
    if (!(await createLibrary(name.trim(), language, parent))) return
    if (thenIntake) windowState.open({ name: 'intake' })
    else windowState.closeDialog()
  }
  return (
    <Dialog
      title={thenIntake ? words.start.newForIntake : words.start.newLibrary}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{words.common.cancel}</Button>
          <Button kind="primary" type="submit" form={FORM}>
            {thenIntake ? words.start.createAndBringIn : words.start.create}
          </Button>
        </>
      }
    >
      <Form
        id={FORM}
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field
          // The first thing that a new library needs; the dialog has nothing else to read before it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label={words.start.name}
          placeholder={words.start.namePlaceholder}
          hint={words.start.nameHint}
          error={missing ? words.failures.value.empty : null}
          value={name}
          onChange={setName}
        />
        <Choice
          label={words.start.language}
          value={language}
          options={languageOptions(ui, [language])}
          onChange={setLanguage}
        />
        <Labelled label={words.start.folder}>
          <div className={styles['folder']}>
            <span className={styles['path']}>
              <bdi>{parent}</bdi>
            </span>
            <Button onPress={() => void choose()}>{words.start.chooseFolder}</Button>
          </div>
          <ParentNotice folder={parent} onInstead={setParent} />
        </Labelled>
      </Form>
    </Dialog>
  )
}
