import { BookOpen, FilePlus2, FolderOpen, Import, Package, X } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { AppState } from '../../core/bridge.ts'
import { Refused } from '../care/Refused.tsx'
import { chooseLibrary, forgetRecent, openRecent, openSample } from '../libraries.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import styles from './Start.module.css'
import { Way } from './Way.tsx'

interface StateProps {
  readonly state: AppState
}

/** What the window shows while no library is open: three ways to begin, and the libraries of before. */
export function Start({ state }: StateProps) {
  return (
    <main className={styles['start']}>
      <div className={styles['page']}>
        <p className={styles['name']} aria-hidden>
          Longhand
        </p>
        {state.refused === null ? (
          <>
            <Welcome />
            <Others state={state} />
          </>
        ) : (
          <Refused key={state.refused.folder} state={state} refused={state.refused}>
            <Others state={state} />
          </Refused>
        )}
      </div>
    </main>
  )
}

/** Libraries that are there already. */
function Others({ state }: StateProps) {
  const { start: words, care } = useWords()
  return (
    <>
      <Recent state={state} />
      <div className={styles['others']}>
        <Button kind="quiet" icon={FolderOpen} onPress={() => void chooseLibrary()}>
          {words.open}
        </Button>
        <Button kind="quiet" icon={Package} onPress={() => windowState.open({ name: 'unpack' })}>
          {care.unpack}
        </Button>
      </div>
    </>
  )
}

/** Three ways to begin. */
function Welcome() {
  const words = useWords().start
  const language = useLanguage()
  return (
    <>
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
    </>
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
