import { BookOpen, FilePlus2, FolderOpen, Import, TriangleAlert, X, type LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { AppState } from '../../core/bridge.ts'
import { chooseLibrary, forgetRecent, openRecent, openSample } from '../libraries.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './Start.module.css'

interface StateProps {
  readonly state: AppState
}

/** What the window shows while no library is open: three ways to begin, and the libraries of before. */
export function Start({ state }: StateProps) {
  const words = useWords().start
  const language = useLanguage()
  return (
    <main className={styles['start']}>
      <div className={styles['page']}>
        <p className={styles['name']} aria-hidden>
          Longhand
        </p>
        {state.refused !== null && <Refused state={state} refused={state.refused} />}
        <h1 className={styles['welcome']}>{words.welcome}</h1>
        <p className={styles['promise']}>{words.promise}</p>
        <ul className={styles['ways']}>
          <Way
            icon={BookOpen}
            title={words.sample}
            detail={words.sampleDetail}
            onPress={() => void openSample(language)}
          />
          <Way
            icon={FilePlus2}
            title={words.empty}
            detail={words.emptyDetail}
            onPress={() => windowState.open({ name: 'newLibrary', thenIntake: false })}
          />
          <Way
            icon={Import}
            title={words.bringIn}
            detail={words.bringInDetail}
            onPress={() => windowState.open({ name: 'newLibrary', thenIntake: true })}
          />
        </ul>
        <Recent state={state} />
        <Button
          kind="quiet"
          icon={FolderOpen}
          className={styles['open'] ?? ''}
          onPress={() => void chooseLibrary()}
        >
          {words.open}
        </Button>
      </div>
    </main>
  )
}

/** The library of last time could not be opened: why, and the way to try again. It comes before any welcome. */
function Refused({ state, refused }: StateProps & { readonly refused: NonNullable<AppState['refused']> }) {
  const words = useWords()
  const text = words.failure(refused.failure)
  const isKnown = state.recent.some(({ folder }) => folder === refused.folder)
  return (
    <div role="alert" className={styles['refused']}>
      <TriangleAlert aria-hidden />
      <div className={styles['why']}>
        <strong>{text.title}</strong>
        <p>{text.detail}</p>
        {isKnown && <Button onPress={() => void openRecent(refused.folder)}>{words.common.tryAgain}</Button>}
      </div>
    </div>
  )
}

interface WayProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly detail: string
  readonly onPress: () => void
}

function Way({ icon: Icon, title, detail, onPress }: WayProps) {
  return (
    <li>
      <AriaButton className={styles['way'] ?? ''} onPress={onPress}>
        <Icon aria-hidden />
        <span className={styles['wayText']}>
          <span className={styles['wayTitle']}>{title}</span>
          <span className={styles['wayDetail']}>{detail}</span>
        </span>
      </AriaButton>
    </li>
  )
}

function Recent({ state }: StateProps) {
  const words = useWords().start
  if (state.recent.length === 0) return null
  return (
    <section className={styles['recent']} aria-labelledby="recent-libraries">
      <h2 id="recent-libraries" className={styles['recentTitle']}>
        {words.recent}
      </h2>
      <ul>
        {state.recent.map(({ folder, name }) => (
          <li key={folder} className={styles['library']}>
            <AriaButton className={styles['libraryButton'] ?? ''} onPress={() => void openRecent(folder)}>
              <span className={styles['libraryName']}>{name}</span>
              <span className={styles['folder']}>{folder}</span>
            </AriaButton>
            <IconButton icon={X} label={words.forget(name)} onPress={() => void forgetRecent(folder)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
