import { HardDrive } from 'lucide-react'
import { useState } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { BackupHead } from '../../core/bridge.ts'
import { formatBytes, formatNumber } from '../../core/locale/ui/index.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './care.module.css'
import { dayOf, timeOf } from './when.ts'

interface BackupListProps {
  /** Newest first. */
  readonly backups: readonly BackupHead[]
  /** Files of those that turned out to be damaged. */
  readonly bad?: ReadonlySet<string>
  readonly onChoose: (backup: BackupHead) => void
}

/** Backups by day; Enter or a click chooses one. */
export function BackupList({ backups, bad, onChoose }: BackupListProps) {
  const words = useWords().care
  const language = useLanguage()
  const [now] = useState(() => Date.now())
  const days = Map.groupBy(backups, ({ utc }) => dayOf(language, words, utc, now))
  return (
    <ListBox
      aria-label={words.backups}
      className={styles['backups'] ?? ''}
      onAction={(file) => {
        const chosen = backups.find((backup) => backup.file === file)
        if (chosen) onChoose(chosen)
      }}
    >
      {[...days].map(([day, made]) => (
        <ListBoxSection key={day} id={day}>
          <Header className={styles['day'] ?? ''}>{day}</Header>
          {made.map((backup) => (
            <ListBoxItem
              key={backup.file}
              id={backup.file}
              textValue={`${day} ${timeOf(backup.utc)}`}
              className={styles['backup'] ?? ''}
            >
              <span className={styles['time']}>{timeOf(backup.utc)}</span>
              <span className={styles['holds']}>
                {words.articles(backup.articles, formatNumber(language, backup.articles))}
                {backup.kind !== 'rolling' && `, ${words.kinds[backup.kind]}`}
                {bad?.has(backup.file) === true && <em className={styles['bad']}>{words.badBackup}</em>}
              </span>
              <Elsewhere backup={backup} />
              <span className={styles['size']}>{formatBytes(language, backup.bytes)}</span>
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

/** Says that a backup lies in the second place. */
function Elsewhere({ backup }: { readonly backup: BackupHead }) {
  const words = useWords().care
  if (!backup.places.includes('elsewhere')) return null
  const label = backup.places.includes('library') ? words.inBoth : words.elsewhereOnly
  return (
    <span className={styles['place']} title={label}>
      <HardDrive aria-hidden />
      <span className="spoken">{label}</span>
    </span>
  )
}
