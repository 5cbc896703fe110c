import { Palette } from 'lucide-react'
import { useState } from 'react'
import type { Site } from '../../core/article.ts'
import type { FailureData } from '../../core/errors.ts'
import { call, failureOf } from '../bridge.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { SavedField } from '../ui/SavedField.tsx'
import { languageOptions } from '../ui/languages.ts'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './Settings.module.css'

const NEVER = 'never'

/** After how many days the trash can empty itself: what is offered, and what is set. */
function trashDays(now: number | null): readonly number[] {
  return [...new Set([7, 30, 90, ...(now === null ? [] : [now])])].toSorted((a, b) => a - b)
}

/** The settings of the site. A field is saved when the writer leaves it. */
export function SiteSettings({ site }: { readonly site: Site }) {
  const words = useWords().settings
  const { trash, themes } = useWords()
  const ui = useLanguage()
  const [failure, setFailure] = useState<FailureData | null>(null)
  const refused = failure?.code === 'value.refused' ? failure.detail : null
  const values = useWords().failures.value

  const save = async (patch: Partial<Site>) => {
    try {
      await call('site.update', { patch })
      setFailure(null)
    } catch (thrown) {
      setFailure(failureOf(thrown))
    }
  }
  const text = (name: 'name' | 'description' | 'baseUrl' | 'frontTitle') => ({
    saved: site[name],
    error: refused?.field === name ? values[refused.problem] : null,
    onSave: (value: string) => void save({ [name]: value }),
  })
  return (
    <Dialog title={words.siteSettings} onClose={windowState.closeDialog}>
      <div className={styles['form']}>
        <SavedField label={words.siteName} {...text('name')} />
        <SavedField
          label={words.description}
          hint={words.descriptionHint}
          rows={2}
          {...text('description')}
        />
        <SavedField
          label={words.baseUrl}
          hint={words.baseUrlHint}
          placeholder="https://"
          {...text('baseUrl')}
        />
        <Choice
          label={words.siteLanguage}
          value={site.language}
          options={languageOptions(ui, [site.language])}
          onChange={(language) => void save({ language })}
        />
        <div>
          <Button icon={Palette} onPress={() => windowState.open({ name: 'theme' })}>
            {themes.open}
          </Button>
        </div>
        <SavedField
          label={words.frontTitle}
          hint={words.frontTitleHint}
          placeholder={site.name}
          {...text('frontTitle')}
        />
        <Amount
          label={words.readingSpeed}
          hint={words.readingSpeedHint}
          value={site.readingSpeed}
          range={[80, 600]}
          step={10}
          onChange={(readingSpeed) => void save({ readingSpeed })}
        />
        <Choice
          label={trash.days}
          value={String(site.trashDays ?? NEVER)}
          options={[
            { id: NEVER, label: trash.never },
            ...trashDays(site.trashDays).map((days) => ({ id: String(days), label: trash.afterDays(days) })),
          ]}
          onChange={(days) => void save({ trashDays: days === NEVER ? null : Number(days) })}
        />
        {failure !== null && refused === null && <FailureNote failure={failure} />}
      </div>
    </Dialog>
  )
}
