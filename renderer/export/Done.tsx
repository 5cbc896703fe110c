import { CircleCheck, FileArchive, FolderOpen, Globe } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ExportReport } from '../../core/bridge.ts'
import { formatBytes, formatNumber, formatSeconds } from '../../core/locale/ui/index.ts'
import { call } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from '../ui/Report.module.css'
import { attempt, say } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { Warnings } from './Warnings.tsx'

export interface DoneProps {
  readonly report: ExportReport
  readonly onAgain: () => void
  /** False while what follows the export is under way. */
  readonly closable: boolean
  /** Runs what follows an export; null when there is nothing, or it runs. */
  readonly onPublish: (() => void) | null
  /** What follows the export, between what it came to and what is to be mended. */
  readonly children?: ReactNode
}

/** What an export came to, what of it is to be mended, and the ways to the site. */
export function Done({ report, onAgain, closable, onPublish, children }: DoneProps) {
  const words = useWords()
  const language = useLanguage()
  const number = (value: number) => formatNumber(language, value)
  const facts = [
    [words.export.articles, number(report.articles)],
    [words.export.pages, number(report.pages)],
    [words.export.written, number(report.written)],
    [words.export.unchanged, number(report.unchanged)],
    ...(report.removed > 0 ? [[words.export.removed, number(report.removed)]] : []),
    ...(report.pictures.made > 0
      ? [
          [
            words.export.pictures,
            `${number(report.pictures.made)} ${words.export.took(formatSeconds(language, report.pictures.milliseconds))}`,
          ],
        ]
      : []),
    [words.export.size, formatBytes(language, report.bytes)],
  ] as const
  const { folder } = report
  const [isZipping, setZipping] = useState(false)
  const zip = async () => {
    setZipping(true)
    const zipped = await attempt(call('export.zip', { folder }))
    setZipping(false)
    if (zipped) say(words.export.zipped(zipped.file, formatBytes(language, zipped.bytes)))
  }
  return (
    <Dialog
      size="large"
      title={words.export.done}
      closable={closable}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button isDisabled={!closable} onPress={onAgain}>
            {words.export.again}
          </Button>
          {onPublish !== null && <Button onPress={onPublish}>{words.export.onward.publish}</Button>}
          <Button icon={FileArchive} isDisabled={isZipping} onPress={() => void zip()}>
            {words.export.zip}
          </Button>
          <Button
            icon={FolderOpen}
            onPress={() => void attempt(call('export.show', { folder, how: 'folder' }))}
          >
            {words.export.showFolder}
          </Button>
          <Button
            kind="primary"
            icon={Globe}
            onPress={() => void attempt(call('export.show', { folder, how: 'browser' }))}
          >
            {words.export.openSite}
          </Button>
        </>
      }
    >
      <p className={styles['done']}>
        <CircleCheck aria-hidden />
        <span className={styles['path']}>
          {folder}{' '}
          <span className={styles['took']}>
            {words.export.took(formatSeconds(language, report.milliseconds))}
          </span>
        </span>
      </p>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
      {report.articles === 0 && <p className={styles['intro']}>{words.export.nothingPublished}</p>}
      <Warnings warnings={report.warnings} />
    </Dialog>
  )
}
