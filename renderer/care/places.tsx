import { FolderOpen, HardDrive, Trash2, Unplug } from 'lucide-react'
import type { CareState, SetAside as SetAsideFolder } from '../../core/bridge.ts'
import { formatBytes } from '../../core/locale/ui/index.ts'
import { call } from '../bridge.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useLanguage, useWords } from '../words.tsx'
import styles from './care.module.css'
import { momentOf } from './when.ts'
import type { CareWork } from './work.ts'

interface PlaceProps {
  readonly care: CareState
  readonly work: CareWork
  readonly onChange: (care: CareState) => void
}

/** The second place for backups: chosen, changed, let go; calm about a disk that is not there. */
export function Elsewhere({ care: { elsewhere }, work, onChange }: PlaceProps) {
  const words = useWords().care
  const language = useLanguage()
  const choose = async () => {
    const now = await work.run('elsewhere', () => call('care.chooseElsewhere', {}))
    if (now) onChange(now)
  }
  const forget = async () => {
    const now = await attempt(call('care.forgetElsewhere', {}))
    if (now) onChange(now)
  }
  const last =
    elsewhere?.lastUtc == null
      ? words.elsewhereNone
      : words.elsewhereLast(momentOf(language, elsewhere.lastUtc))
  return (
    <section className={styles['part']} aria-labelledby="care-elsewhere">
      <h3 id="care-elsewhere" className={styles['heading']}>
        {words.elsewhere}
      </h3>
      {elsewhere === null ? (
        <div className={styles['row']}>
          <p className={styles['explained']}>{words.elsewhereDetail}</p>
          <Button onPress={() => void choose()}>{words.chooseElsewhere}</Button>
        </div>
      ) : (
        <div className={styles['row']}>
          {elsewhere.isThere ? <HardDrive aria-hidden /> : <Unplug aria-hidden className={styles['away']} />}
          <p className={styles['explained']}>
            <span className={styles['path']}>{elsewhere.folder}</span>
            <span className={styles['faint']}>
              {last} {!elsewhere.isThere && words.elsewhereAway}
            </span>
          </p>
          <Button onPress={() => void choose()}>{words.changeElsewhere}</Button>
          <Button kind="quiet" onPress={() => void forget()}>
            {words.forgetElsewhere}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Libraries that were replaced, until the writer deletes them. */
export function SetAside({ care, onChange }: PlaceProps) {
  const words = useWords().care
  const language = useLanguage()
  if (care.aside.length === 0) return null
  const remove = async ({ folder, utc, bytes }: SetAsideFolder) => {
    const sure = await confirm({
      title: words.deleteAsideTitle(momentOf(language, utc)),
      detail: words.deleteAsideDetail(formatBytes(language, bytes)),
      action: words.deleteAsideAction,
    })
    if (!sure) return
    const now = await attempt(call('care.deleteAside', { folder }))
    if (now) onChange(now)
  }
  return (
    <section className={styles['part']} aria-labelledby="care-aside">
      <h3 id="care-aside" className={styles['heading']}>
        {words.aside}
      </h3>
      <p className={styles['explained']}>{words.asideDetail}</p>
      <ul>
        {care.aside.map((one) => {
          const when = momentOf(language, one.utc)
          return (
            <li key={one.folder} className={styles['row']}>
              <p className={styles['explained']}>
                {words.asideOf(when)}
                <span className={styles['faint']}>{formatBytes(language, one.bytes)}</span>
              </p>
              <IconButton
                icon={FolderOpen}
                label={`${words.show}: ${when}`}
                onPress={() => void attempt(call('care.show', { path: one.folder }))}
              />
              <IconButton
                icon={Trash2}
                label={`${words.deleteAside} ${when}`}
                onPress={() => void remove(one)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
