import { type FormEvent, useState } from 'react'
import { call, keys, queryClient } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import styles from './themes.module.css'

export interface NameThemeProps {
  readonly how: 'copy' | 'rename'
  readonly theme: string
  readonly title: string
}

/** Names the copy of a theme before it is made, or a copy anew; then leads back to the themes. */
export function NameTheme({ how, theme, title }: NameThemeProps) {
  const { themes: words, common } = useWords()
  const [name, setName] = useState(how === 'copy' ? words.copyOf(title) : title)
  const [busy, setBusy] = useState(false)
  const back = () => windowState.open({ name: 'theme' })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || name.trim() === '') return
    setBusy(true)
    const done =
      how === 'copy'
        ? await attempt(call('theme.copy', { theme, title: name.trim() }))
        : await attempt(call('theme.rename', { name: theme, title: name.trim() }))
    setBusy(false)
    // The themes are shown as they are now, with the one that the site has now.
    await Promise.all(
      [keys.themes, keys.state].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey, refetchType: 'all' }),
      ),
    )
    if (done !== undefined) back()
  }
  return (
    <Dialog size="small" title={how === 'copy' ? words.copyTitle : words.renameTitle} onClose={back}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        {how === 'copy' && <p>{words.copyIntro}</p>}
        <Field
          label={words.copyName}
          value={name}
          maxLength={80}
          onChange={setName}
          // The dialog is its field.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <div className={styles['buttons']}>
          <Button onPress={back}>{common.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={busy || name.trim() === ''}>
            {how === 'copy' ? words.copyNow : words.renameNow}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
