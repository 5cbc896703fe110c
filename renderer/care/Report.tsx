import { CircleCheck, FolderOpen, TriangleAlert } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { RescueReport } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { openArticle } from '../actions.ts'
import { call } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from '../ui/Report.module.css'
import { attempt } from '../ui/toasts.tsx'
import { type CareReport, windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { usePutBack } from './kept-words.ts'

type Mended = RescueReport['mended']

/** Lists are to be read: more than these nobody reads. */
const MOST_SHOWN = 100

/** What came back, what did not, what to look at, and where the library from before lies. */
export function Report({ how, report }: CareReport) {
  const { care: words } = useWords()
  const language = useLanguage()
  const putBack = usePutBack()
  const mended = 'mended' in report ? report.mended : []
  const lostRows = 'lostRows' in report ? report.lostRows : 0
  const facts = [
    [words.report.articles, report.articles],
    ...(mended.length > 0 ? [[words.report.mended, mended.length] as const] : []),
    ...(putBack.length > 0 ? [[words.report.putBack, putBack.length] as const] : []),
    ...(lostRows > 0 ? [[words.report.lostRows, lostRows] as const] : []),
    ...(report.missing.length > 0 ? [[words.report.missing, report.missing.length] as const] : []),
  ] as const
  const isWhole = mended.length + lostRows + report.missing.length === 0
  return (
    <Dialog
      size="large"
      title={words.report[how]}
      onClose={windowState.closeDialog}
      actions={
        <Button kind="primary" onPress={windowState.closeDialog}>
          {words.report.start}
        </Button>
      }
    >
      {how === 'rescued' && (
        <p className={styles['intro']}>
          {report.articles === 0 ? words.report.nothingRead : words.report.asRead}
        </p>
      )}
      {isWhole && (how === 'restored' || how === 'unpacked') && (
        <p className={styles['done']}>
          <CircleCheck aria-hidden />
          {words.report.allWell}
        </p>
      )}
      <dl className={styles['facts']}>
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(language, count)}</dd>
          </div>
        ))}
      </dl>
      {mended.length > 0 && <ToLookAt mended={mended} />}
      {lostRows > 0 && <p className={styles['intro']}>{words.report.lostRowsDetail}</p>}
      {report.missing.length > 0 && <Missing missing={report.missing} />}
      {report.aside !== null && <Aside folder={report.aside} />}
      {how === 'unpacked' && report.state.library && (
        <div className={styles['folder']}>
          <span className={styles['path']}>
            {words.report.place}: {report.state.library.folder}
          </span>
        </div>
      )}
    </Dialog>
  )
}

function ToLookAt({ mended }: { readonly mended: Mended }) {
  const { care, common } = useWords()
  const language = useLanguage()
  const words = care.report
  return (
    <section className={styles['group']} aria-labelledby="care-look">
      <h3 id="care-look" className={styles['groupTitle']}>
        <TriangleAlert aria-hidden />
        {words.toLookAt}
      </h3>
      <p className={styles['intro']}>{words.toLookAtDetail}</p>
      <ul>
        {mended.slice(0, MOST_SHOWN).map(({ id, title, body, isNew }) => (
          <li key={id} className={styles['line']}>
            <AriaButton
              className={styles['jump'] ?? ''}
              onPress={() => {
                windowState.closeDialog()
                openArticle(id)
              }}
            >
              {title === '' ? common.untitled : title}
            </AriaButton>
            <span className={styles['target']}>
              {words.bodies[body]} {isNew && words.isNew}
            </span>
          </li>
        ))}
        {mended.length > MOST_SHOWN && (
          <li className={styles['faint']}>
            {words.more(formatNumber(language, mended.length - MOST_SHOWN))}
          </li>
        )}
      </ul>
    </section>
  )
}

function Missing({ missing }: { readonly missing: readonly string[] }) {
  const words = useWords().care.report
  const language = useLanguage()
  return (
    <section className={styles['group']} aria-labelledby="care-missing">
      <h3 id="care-missing" className={styles['groupTitle']}>
        <TriangleAlert aria-hidden />
        {words.missingPictures}
      </h3>
      <ul>
        {missing.slice(0, MOST_SHOWN).map((path) => (
          <li key={path} className={styles['target']}>
            {path.replace(/^media\//, '')}
          </li>
        ))}
        {missing.length > MOST_SHOWN && (
          <li className={styles['faint']}>
            {words.more(formatNumber(language, missing.length - MOST_SHOWN))}
          </li>
        )}
      </ul>
    </section>
  )
}

function Aside({ folder }: { readonly folder: string }) {
  const { care: words } = useWords()
  return (
    <div className={styles['folder']}>
      <p className={styles['path']}>
        {words.report.aside}: {folder}
        <br />
        <span className={styles['faint']}>{words.report.asideDetail}</span>
      </p>
      <Button icon={FolderOpen} onPress={() => void attempt(call('care.show', { path: folder }))}>
        {words.show}
      </Button>
    </div>
  )
}
