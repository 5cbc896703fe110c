import type { AppState, Settings as AppSettings } from '../../core/bridge.ts'
import { call, queryClient, setAppState } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, Segmented } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Labelled } from '../ui/Field.tsx'
import { attempt } from '../ui/toasts.tsx'
import { Switch } from '../ui/Switch.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import styles from './Settings.module.css'

/** The application's own settings. Each takes effect at once. */
export function Settings({ state }: { readonly state: AppState }) {
  const words = useWords()
  const { settings, systemLanguage, version } = state
  const set = async (change: Partial<AppSettings>) => {
    const next = await attempt(call('app.setSettings', { settings: change }))
    if (next !== undefined) setAppState(queryClient, next)
  }
  const { appearances, faces } = words.settings
  return (
    <Dialog title={words.settings.settings} onClose={windowState.closeDialog}>
      <div className={styles['form']}>
        <Choice
          label={words.settings.language}
          value={settings.language}
          options={[
            { id: 'system', label: words.settings.asSystem(words.common.language[systemLanguage]) },
            { id: 'nl', label: 'Nederlands' },
            { id: 'en', label: 'English' },
          ]}
          onChange={(language) => void set({ language })}
        />
        <Segmented
          label={words.settings.appearance}
          value={settings.appearance}
          options={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: appearances[id] }))}
          onChange={(appearance) => void set({ appearance })}
        />
        <Segmented
          label={words.settings.writingFace}
          value={settings.writingFace}
          options={(['quattro', 'serif'] as const).map((id) => ({ id, label: faces[id] }))}
          onChange={(writingFace) => void set({ writingFace })}
        />
        <p className={styles['sample']} data-face={settings.writingFace}>
          {words.settings.faceSample}
        </p>
        <Switch isSelected={settings.spellCheck} onChange={(spellCheck) => void set({ spellCheck })}>
          {words.settings.spellCheck}
        </Switch>
        {state.library !== null && (
          <Labelled label={words.export.onward.title}>
            <Button
              className={styles['apart'] ?? ''}
              onPress={() => windowState.open({ name: 'onward', back: { name: 'settings' } })}
            >
              {words.export.onward.setUp}
            </Button>
          </Labelled>
        )}
        <p className={styles['version']}>{words.settings.version(version)}</p>
      </div>
    </Dialog>
  )
}
