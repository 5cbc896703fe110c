import { useEffect, useState } from 'react'
import type { Onward } from '../../core/bridge.ts'
import { joinCommand, splitCommand } from '../../core/command-line.ts'
import { call } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import report from '../ui/Report.module.css'
import { attempt } from '../ui/toasts.tsx'
import { type OpenDialog, windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import styles from './onward.module.css'

export interface OnwardSettingsProps {
  /** Where the writer came from, to go back there. */
  readonly back: OpenDialog | null
  /** Of the library. */
  readonly folder: string
}

type Way = Onward['way'] | 'off'

/** What follows an export of this library on this computer. Main asks once more before it keeps a command. */
export function OnwardSettings({ back, folder }: OnwardSettingsProps) {
  const { common, export: all } = useWords()
  const words = all.onward
  const [way, setWay] = useState<Way>('off')
  const [line, setLine] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void attempt(call('onward.get', {})).then((known) => {
      if (!known) return
      setWay(known.way)
      if (known.way === 'command') setLine(joinCommand(known.argv))
      if (known.way === 'shell') setLine(known.line)
    })
  }, [])

  const leave = () => {
    if (back === null) windowState.closeDialog()
    else windowState.open(back)
  }
  const wrong = problemOf(way, line)
  const save = async () => {
    if (wrong !== null) return setProblem(words[wrong])
    const onward = onwardOf(way, line)
    const kept = await attempt(call('onward.set', { onward }))
    // Who said no in the system's dialog is still where they were.
    if (kept !== undefined && JSON.stringify(kept) === JSON.stringify(onward)) leave()
  }
  const parts = way === 'command' ? splitCommand(line) : null
  return (
    <Dialog
      title={words.title}
      onClose={leave}
      actions={
        <>
          <Button onPress={leave}>{common.cancel}</Button>
          <Button kind="primary" onPress={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={report['intro']}>{words.intro(folder)}</p>
        <Segmented
          label={words.way}
          value={way}
          options={(['off', 'git', 'command', 'shell'] as const).map((id) => ({ id, label: words.ways[id] }))}
          onChange={(chosen) => {
            setWay(chosen)
            setProblem(null)
          }}
        />
        {way === 'off' && <p className={report['intro']}>{words.off}</p>}
        {way === 'git' && <p className={report['intro']}>{words.git}</p>}
        {(way === 'command' || way === 'shell') && (
          <Field
            className={styles['line'] ?? ''}
            label={words[way]}
            hint={way === 'command' ? words.commandHint : words.shellHint}
            error={wrong === null ? null : problem}
            value={line}
            onChange={setLine}
            spellCheck="false"
            autoComplete="off"
            maxLength={8_000}
          />
        )}
        {parts !== null && parts.length > 0 && (
          <p className={styles['words']}>
            <span className={report['faint']}>{words.runs}</span>
            {parts.map((word, index) => (
              // The same word may stand there twice; its place is its own.
              // oxlint-disable-next-line react/no-array-index-key
              <code key={index}>{word}</code>
            ))}
          </p>
        )}
        {way !== 'off' && way !== 'git' && <p className={report['faint']}>{words.where}</p>}
      </div>
    </Dialog>
  )
}

function problemOf(way: Way, line: string): 'open' | 'empty' | null {
  if (way === 'shell') return line.trim() === '' ? 'empty' : null
  if (way !== 'command') return null
  const words = splitCommand(line)
  if (words === null) return 'open'
  return words[0] ? null : 'empty'
}

function onwardOf(way: Way, line: string): Onward | null {
  switch (way) {
    case 'off':
      return null
    case 'git':
      return { way }
    case 'shell':
      return { way, line: line.trim() }
    case 'command':
      return { way, argv: splitCommand(line) ?? [] }
  }
}
