import { ArrowLeft, Check } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { ListBox, ListBoxItem, type Selection } from 'react-aria-components'
import type { BackupDifference, BackupHead, BackupLook as Look } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { flushAll } from '../article.ts'
import { BridgeFailure, call } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { say } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './care.module.css'
import { showReport } from './report.ts'
import { momentOf } from './when.ts'
import { useCareWork } from './work.ts'
import { Working, WorkProgress } from './Working.tsx'

interface LookProps {
  readonly backup: BackupHead
  readonly onBack: () => void
}

/** One backup beside the library of now: what differs, single articles to take back, and restoring it whole. */
export function BackupLook({ backup, onBack }: LookProps) {
  const { care: words } = useWords()
  const language = useLanguage()
  const work = useCareWork()
  const [look, setLook] = useState<Look | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { file } = backup

  const [round, setRound] = useState(0)
  const compare = useEffectEvent(() => work.run('look', () => call('care.look', { file })))
  useEffect(() => {
    // Again after each taking back.
    void compare().then((seen) => seen && setLook(seen))
  }, [round])
  const saved = async () => {
    const unsaved = await flushAll()
    if (unsaved !== null) throw new BridgeFailure(unsaved)
  }
  const restore = async () => {
    const report = await work.run('restore', async () => {
      await saved()
      return call('care.restore', { file })
    })
    if (report) showReport('restored', report)
  }
  const takeBack = async () => {
    const taken = await work.run('takeBack', async () => {
      await saved()
      return call('care.takeBack', { file, ids: [...chosen] })
    })
    if (!taken) return
    const whole = taken.articles.filter((one) => one.as === 'article').length
    say(words.takenBack(whole, taken.articles.length - whole))
    setChosen(new Set())
    setRound((before) => before + 1)
  }
  if (work.act === 'restore' || work.act === 'takeBack') return <Working work={work} />
  return (
    <Dialog
      size="large"
      title={words.backupOf(momentOf(language, backup.utc))}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button icon={ArrowLeft} onPress={onBack}>
            {words.back}
          </Button>
          {chosen.size > 0 && <Button onPress={() => void takeBack()}>{words.takeBack(chosen.size)}</Button>}
          <Button kind="primary" isDisabled={work.act !== null} onPress={() => void restore()}>
            {words.restore}
          </Button>
        </>
      }
    >
      <p className={styles['rule']}>
        {words.articles(backup.articles, formatNumber(language, backup.articles))}. {words.restoreExplained}
      </p>
      <WorkProgress work={work} />
      {work.failure !== null && <FailureNote failure={work.failure} />}
      {look !== null && <Differences look={look} chosen={chosen} onChoose={setChosen} />}
    </Dialog>
  )
}

interface DifferencesProps {
  readonly look: Look
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (chosen: ReadonlySet<number>) => void
}

function Differences({ look, chosen, onChoose }: DifferencesProps) {
  const { care: words } = useWords()
  const { articles, changed, added, lost } = look
  if (articles.length === 0) return <p className={styles['differs']}>{words.same}</p>
  const choose = (keys: Selection) => {
    const ids = keys === 'all' ? articles.filter(isTakeable).map(({ id }) => id) : [...keys].map(Number)
    onChoose(new Set(ids))
  }
  return (
    <>
      <p className={styles['differs']}>{words.differs(changed, added, lost)}</p>
      {changed + lost > 0 && <p className={styles['explained']}>{words.takeBackDetail}</p>}
      <ListBox
        aria-label={words.differs(changed, added, lost)}
        className={styles['articles'] ?? ''}
        selectionMode="multiple"
        selectedKeys={[...chosen]}
        disabledKeys={articles.filter((one) => !isTakeable(one)).map(({ id }) => id)}
        onSelectionChange={choose}
      >
        {articles.map((one) => (
          <Article key={one.id} article={one} />
        ))}
      </ListBox>
    </>
  )
}

/** What the library alone has cannot be taken out of the backup. */
function isTakeable({ how }: BackupDifference): boolean {
  return how !== 'added'
}

function Article({ article: { id, title, savedAt, how } }: { readonly article: BackupDifference }) {
  const { care, common } = useWords()
  const language = useLanguage()
  const name = title === '' ? common.untitled : title
  return (
    <ListBoxItem id={id} textValue={name} className={styles['article'] ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles['mark']}>{isSelected && <Check aria-hidden />}</span>
          <span className={styles['name']}>{name}</span>
          <span className={styles['faint']}>
            {care.how[how]} · {momentOf(language, Date.parse(savedAt))}
          </span>
        </>
      )}
    </ListBoxItem>
  )
}
