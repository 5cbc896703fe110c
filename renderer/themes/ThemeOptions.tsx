import { RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import type { ThemeInfo } from '../../core/bridge.ts'
import { colourFrom } from '../../core/page/colour.ts'
import { type OptionProblem, type ThemeChoices, leastContrast } from '../../core/page/theme-options.ts'
import type { ThemeOption } from '../../core/page/theme-manifest.ts'
import { pictureAddress } from '../media/address.ts'
import { choosePicture } from '../media/PicturePicker.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Choice, Segmented } from '../ui/Choice.tsx'
import { Field, Labelled } from '../ui/Field.tsx'
import field from '../ui/Field.module.css'
import { attempt } from '../ui/toasts.tsx'
import { useLanguage, useWords } from '../words.tsx'
import styles from './themes.module.css'

export interface ThemeOptionsProps {
  readonly theme: ThemeInfo
  readonly given: Readonly<Record<string, string>>
  readonly choices: ThemeChoices
  readonly onChange: (id: string, value: string) => void
  readonly onReset: (id: string) => void
}

/** What can be chosen of a theme, each with a way back to the theme's own. */
export function ThemeOptions({ theme, given, choices, onChange, onReset }: ThemeOptionsProps) {
  const words = useWords().themes
  const language = useLanguage()
  return theme.options.map((option) => {
    const label = words.options[option.id] ?? option.label[language] ?? option.id
    const value = given[option.id] ?? ''
    return (
      <div key={option.id} className={styles['option']}>
        <Control
          option={option}
          label={label}
          value={value}
          theme={theme}
          choices={choices}
          onChange={(next) => onChange(option.id, next)}
        />
        {value !== '' && (
          <IconButton
            icon={RotateCcw}
            label={words.reset(label)}
            className={styles['reset'] ?? ''}
            onPress={() => onReset(option.id)}
          />
        )}
      </div>
    )
  })
}

interface ControlProps {
  readonly option: ThemeOption
  readonly label: string
  readonly value: string
  readonly theme: ThemeInfo
  readonly choices: ThemeChoices
  readonly onChange: (value: string) => void
}

function Control(props: ControlProps) {
  const { option, label, value, choices, onChange } = props
  const words = useWords().themes
  const problem = choices.problems.find((one) => one.option === option.id) ?? null
  switch (option.type) {
    case 'colour':
      return <ColourControl {...props} mode={option.mode} problem={problem} />
    case 'face':
      return (
        <Choice
          label={label}
          value={choices.face ?? option.fallback}
          options={option.values.map((id) => ({ id, label: words.faces[id] }))}
          onChange={onChange}
        />
      )
    case 'choice': {
      const options = option.values.map((id) => ({ id, label: words.values[id] ?? id }))
      const chosen = option.values.includes(value) ? value : option.fallback
      const Kind = options.length <= 4 ? Segmented : Choice
      return <Kind label={label} value={chosen} options={options} onChange={onChange} />
    }
    case 'text':
      return (
        <Field
          label={label}
          hint={option.id === 'footer' ? words.footerHint : undefined}
          rows={2}
          maxLength={1000}
          value={value}
          onChange={onChange}
        />
      )
    case 'picture':
      return <PictureControl label={label} value={value} problem={problem} onChange={onChange} />
  }
}

function ColourControl({
  label,
  value,
  theme,
  choices,
  mode,
  problem,
  onChange,
}: ControlProps & { readonly mode: 'light' | 'dark'; readonly problem: OptionProblem | null }) {
  const words = useWords().themes
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const used = choices.accents[mode]
  const shown = colourFrom(value) ?? used ?? theme.colours[mode]['--accent'] ?? '#000000'
  const follows = mode === 'dark' && value === '' && used !== null
  const isWrong = typed !== null && typed !== '' && colourFrom(typed) === null
  const type = (text: string) => {
    setTyped(text)
    const colour = colourFrom(text.startsWith('#') ? text : `#${text}`)
    if (colour !== null) onChange(colour)
  }
  const ratio = format(leastContrast(shown, theme.colours[mode], mode))
  const hint = value === '' ? (follows ? words.follows : words.ofTheme) : words.contrast(ratio)
  return (
    <div className={field['field']}>
      <label className={field['label']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['colour']}>
        <input
          id={id}
          type="color"
          className={styles['well']}
          value={shown}
          onChange={(event) => {
            setTyped(null)
            onChange(event.target.value)
          }}
        />
        <span className={styles['hex']}>
          <input
            aria-label={words.hex(label)}
            aria-invalid={isWrong}
            value={typed ?? value}
            placeholder={shown}
            maxLength={7}
            spellCheck={false}
            onChange={(event) => type(event.target.value.trim())}
            onBlur={() => setTyped(null)}
          />
        </span>
        {problem?.used !== undefined && problem.used !== '' && (
          <span className={styles['swatch']} style={{ background: problem.used }} />
        )}
      </div>
      {problem === null ? (
        <span className={field['hint']}>{hint}</span>
      ) : (
        <output className={styles['problem']}>
          {problem.problem === 'contrast'
            ? words.problems.contrast(format(problem.ratio ?? 1), problem.used)
            : words.problems[problem.problem]}
        </output>
      )}
    </div>
  )
}

function PictureControl(props: {
  readonly label: string
  readonly value: string
  readonly problem: OptionProblem | null
  readonly onChange: (value: string) => void
}) {
  const { label, value, problem, onChange } = props
  const words = useWords().themes
  const choose = async () => {
    const medium = await attempt(choosePicture())
    if (medium) onChange(medium.path)
  }
  return (
    <Labelled label={label}>
      <div className={styles['logo']}>
        {value !== '' && problem === null && <img src={pictureAddress(value)} alt="" />}
        <Button onPress={() => void choose()}>{words.chooseLogo}</Button>
      </div>
      <span className={field['hint']}>{words.logoHint}</span>
      {problem !== null && problem.problem !== 'contrast' && (
        <output className={styles['problem']}>{words.problems[problem.problem]}</output>
      )}
    </Labelled>
  )
}

const format = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1)
