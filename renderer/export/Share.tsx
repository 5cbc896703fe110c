import { ClipboardCopy, FileCode, FileText, type LucideIcon, Mail } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'
import { copyAsRichText, shareAsFile, shareByMail } from './share.ts'
import styles from './share.module.css'

/** The ways to give an article to somebody, each with what it does. */
export function Share({ articleId }: { readonly articleId: number }) {
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<boolean>) => {
    setBusy(true)
    const isDone = await work()
    setBusy(false)
    if (isDone) windowState.closeDialog()
  }
  const ways: readonly (readonly [LucideIcon, { name: string; detail: string }, () => Promise<boolean>])[] = [
    [FileCode, words.export.ways.html, () => shareAsFile(words, articleId, 'html')],
    [FileText, words.export.ways.md, () => shareAsFile(words, articleId, 'md')],
    [ClipboardCopy, words.export.ways.rich, () => copyAsRichText(words, articleId)],
    [Mail, words.export.ways.mail, () => shareByMail(words, articleId)],
  ]
  return (
    <Dialog size="large" title={words.export.shareTitle} onClose={windowState.closeDialog}>
      <ul className={styles['ways']}>
        {ways.map(([icon, { name, detail }, work]) => (
          <li key={name}>
            <Button icon={icon} isDisabled={busy} onPress={() => void run(work)}>
              {name}
            </Button>
            <p>{detail}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
