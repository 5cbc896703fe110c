import { DatabaseBackup } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { BackupHead, CareState } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { formatBytes } from '../../core/locale/ui/index.ts'
import { flushAll } from '../article.ts'
import { call, failureOf } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { say } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { BackupList } from './BackupList.tsx'
import { BackupLook } from './BackupLook.tsx'
import styles from './care.module.css'
import { Elsewhere, SetAside } from './places.tsx'
import { useCareWork } from './work.ts'
import { Working } from './Working.tsx'

/** The backups of the open library: the list, one more now, the second place, and what was set aside. */
export function Backups() {
  const words = useWords().care
  const work = useCareWork()
  const [care, setCare] = useState<CareState | null>(null)
  const [failure, setFailure] = useState<FailureData | null>(null)
  const [chosen, setChosen] = useState<BackupHead | null>(null)
  useEffect(() => {
    call('care.state', {}).then(setCare, (thrown: unknown) => setFailure(failureOf(thrown)))
  }, [])

  const backUp = async () => {
    const made = await work.run('backUp', async () => {
      const unsaved = await flushAll()
      if (unsaved !== null) {
        setFailure(unsaved)
        return null
      }
      return call('care.backUp', {})
    })
    if (!made) return
    setCare(made)
    setFailure(null)
    say(made.missing.length === 0 ? words.backedUp : words.backedUpMissing(made.missing.length))
  }
  if (work.act !== null) return <Working work={work} />
  if (chosen !== null) return <BackupLook backup={chosen} onBack={() => setChosen(null)} />
  return (
    <Dialog
      size="large"
      title={words.backups}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={() => windowState.open({ name: 'archive' })}>{words.archive}</Button>
          <Button kind="primary" icon={DatabaseBackup} onPress={() => void backUp()}>
            {words.backUpNow}
          </Button>
        </>
      }
    >
      <p className={styles['rule']}>{words.rule}</p>
      {failure !== null && <FailureNote failure={failure} />}
      {work.failure !== null && <FailureNote failure={work.failure} />}
      {care !== null && (
        <>
          <OnDisk care={care} />
          {care.backups.length === 0 ? (
            <Empty title={words.none} detail={words.noneDetail} />
          ) : (
            <BackupList backups={care.backups} onChoose={setChosen} />
          )}
          <Elsewhere care={care} work={work} onChange={setCare} />
          <SetAside care={care} work={work} onChange={setCare} />
        </>
      )}
    </Dialog>
  )
}

function OnDisk({ care }: { readonly care: CareState }) {
  const words = useWords().care
  const language = useLanguage()
  return (
    care.bytes > 0 && <p className={styles['onDisk']}>{words.onDisk(formatBytes(language, care.bytes))}</p>
  )
}
