import { useState } from 'react'
import { Button as AriaButton, Group, Input, Label, NumberField } from 'react-aria-components'
import { Minus, Plus } from 'lucide-react'
import { type Site, THEMES } from '../../core/article.ts'
import type { FailureData } from '../../core/errors.ts'
import { call, failureOf } from '../bridge.ts'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import field from '../ui/Field.module.css'
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
  const { trash } = useWords()
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
        <Choice
          label={words.theme}
          value={site.theme}
          options={THEMES.map((id) => ({ id, label: words.themes[id] }))}
          onChange={(theme) => void save({ theme })}
        />
        <SavedField
          label={words.frontTitle}
          hint={words.frontTitleHint}
          placeholder={site.name}
          {...text('frontTitle')}
        />
        <div className={styles['pair']}>
          <Amount
            label={words.relatedCount}
            value={site.relatedCount}
            range={[0, 12]}
            onChange={(relatedCount) => void save({ relatedCount })}
          />
          <Amount
            label={words.readingSpeed}
            hint={words.readingSpeedHint}
            value={site.readingSpeed}
            range={[80, 600]}
            step={10}
            onChange={(readingSpeed) => void save({ readingSpeed })}
          />
        </div>
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

interface AmountProps {
  readonly label: string
  readonly value: number
  readonly range: readonly [number, number]
  readonly step?: number
  readonly hint?: string
  readonly onChange: (value: number) => void
}

function Amount({ label, value, range, step = 1, hint, onChange }: AmountProps) {
  return (
    <NumberField
      className={field['field'] ?? ''}
      value={value}
      minValue={range[0]}
      maxValue={range[1]}
      step={step}
      onChange={(next) => {
        if (!Number.isNaN(next)) onChange(next)
      }}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <Group className={field['box'] ?? ''}>
        <Input className={field['input'] ?? ''} />
        <AriaButton slot="decrement" className={styles['step'] ?? ''}>
          <Minus aria-hidden />
        </AriaButton>
        <AriaButton slot="increment" className={styles['step'] ?? ''}>
          <Plus aria-hidden />
        </AriaButton>
      </Group>
      {hint !== undefined && <span className={field['hint']}>{hint}</span>}
    </NumberField>
  )
}
