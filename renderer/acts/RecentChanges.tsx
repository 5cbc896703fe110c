import { Redo2, Undo2 } from 'lucide-react'
import type { Act } from '../../core/bridge.ts'
import { longDateTime } from '../../core/locale/ui/index.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { actInWords, sentenceCase } from './act-words.ts'
import { redoAct, undoAct, useActs, useCategoryName } from './acts.ts'
import styles from './RecentChanges.module.css'

/** Everything that touched much at once, newest first, each to be undone or done again. */
export function RecentChanges() {
  const words = useWords()
  const acts = useActs()
  return (
    <Dialog size="large" title={words.acts.recent} onClose={windowState.closeDialog}>
      {acts?.length === 0 ? (
        <Empty icon={Undo2} title={words.acts.recent} detail={words.acts.recentEmpty} />
      ) : (
        <>
          <p className={styles['intro']}>{words.acts.recentIntro}</p>
          <ul className={styles['list']}>
            {acts?.map((act) => (
              <Line key={act.id} act={act} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function Line({ act }: { readonly act: Act }) {
  const words = useWords()
  const language = useLanguage()
  const what = actInWords(words, act, useCategoryName())
  return (
    <li className={styles['line']}>
      <div className={styles['words']}>
        <p className={classes(styles['what'], act.undone && styles['undone'])}>{sentenceCase(what)}</p>
        <p className={styles['when']}>
          {longDateTime(language, act.at)}
          {act.undone && ` · ${words.acts.wasUndone}`}
        </p>
      </div>
      {act.undone ? (
        <Button
          kind="quiet"
          icon={Redo2}
          aria-label={words.acts.redoNamed(what)}
          onPress={() => void redoAct(words, act.id)}
        >
          {words.acts.redo}
        </Button>
      ) : (
        <Button
          kind="quiet"
          icon={Undo2}
          aria-label={words.acts.undoNamed(what)}
          onPress={() => void undoAct(words, act.id)}
        >
          {words.acts.undo}
        </Button>
      )}
    </li>
  )
}
