import { useEffect, useState } from 'react'
import type { BroughtAs, CopiedArticle, CopyComparison, LibraryCopy } from '../../core/bridge.ts'
import { formatNumber, longDateTime, timestampOf } from '../../core/locale/ui/index.ts'
import type { FailureData } from '../../core/errors.ts'
import { call, failureOf } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Choice, type Option } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Progress } from '../ui/Progress.tsx'
import { afterFrame } from '../preview/waiting.ts'
import { say } from '../ui/toasts.tsx'
import { useLanguage, useWords } from '../words.tsx'
import styles from './CopyDialog.module.css'

type Choices = ReadonlyMap<number, BroughtAs | 'leave'>

const LIST = '[data-pane="list"] [role="listbox"]:not([hidden])'

/** So many are listed; the others become what is proposed. */
const MOST_LISTED = 200

/** Another version of the library: what is only there, and what becomes of each. */
export function CopyDialog({ copy, onClose }: { readonly copy: LibraryCopy; readonly onClose: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const [comparison, setComparison] = useState<CopyComparison | null>(null)
  const [chosen, setChosen] = useState<Choices>(new Map())
  const [failure, setFailure] = useState<FailureData | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let gone = false
    call('sharing.compare', { name: copy.name }).then(
      (made) => !gone && setComparison(made),
      (thrown: unknown) => !gone && setFailure(failureOf(thrown)),
    )
    return () => {
      gone = true
    }
  }, [copy.name])

  const articles = (comparison?.different ?? []).flatMap((article) => {
    const as = chosen.get(article.id) ?? proposed(article)
    return as === 'leave' ? [] : [{ id: article.id, as }]
  })
  const bringIn = async () => {
    setBusy(true)
    try {
      const report = await call('sharing.bringIn', { name: copy.name, articles })
      const { missing } = report
      const done = words.sharing.done(report.articles, report.revisions)
      say(missing.length === 0 ? `${done}.` : `${done}. ${words.sharing.missingMedia(missing.length)}`)
      onClose()
      // The notice that led here may be gone: the list shows what came.
      focusList()
    } catch (thrown) {
      setFailure(failureOf(thrown))
      setBusy(false)
    }
  }
  return (
    <Dialog
      size="large"
      title={words.sharing.title(copy.from)}
      closable={!busy}
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={busy} onPress={onClose}>
            {words.common.cancel}
          </Button>
          <Button kind="primary" isDisabled={comparison === null || busy} onPress={() => void bringIn()}>
            {words.sharing.bringIn(articles.length)}
          </Button>
        </>
      }
    >
      <p className={styles['facts']}>
        {words.sharing.saved(longDateTime(language, timestampOf(new Date(copy.utc))))} ·{' '}
        <bdi>{copy.name}</bdi>
      </p>
      {failure !== null && <FailureNote failure={failure} />}
      {busy ? (
        <Progress label={words.sharing.bringingIn} progress={null} />
      ) : comparison === null ? (
        failure === null && <Progress label={words.sharing.comparing} progress={null} />
      ) : (
        <Compared
          comparison={comparison}
          chosen={chosen}
          onChoose={(id, as) => setChosen(new Map(chosen).set(id, as))}
        />
      )}
    </Dialog>
  )
}

function Compared(props: {
  readonly comparison: CopyComparison
  readonly chosen: Choices
  readonly onChoose: (id: number, as: BroughtAs | 'leave') => void
}) {
  const { sharing } = useWords()
  const { comparison, chosen, onChoose } = props
  const { failure, articles, known, different } = comparison
  return (
    <>
      <p>{failure === null ? sharing.summary(articles, known) : sharing.unreadable}</p>
      {failure !== null && failure.code !== 'library.damaged' && <FailureNote failure={failure} />}
      {different.length > 0 && (
        <ul className={styles['articles']}>
          {different.slice(0, MOST_LISTED).map((article) => (
            <Row
              key={article.id}
              article={article}
              as={chosen.get(article.id) ?? proposed(article)}
              onChoose={(as) => onChoose(article.id, as)}
            />
          ))}
        </ul>
      )}
      <p className={styles['aside']}>{sharing.aside}</p>
    </>
  )
}

function Row(props: {
  readonly article: CopiedArticle
  readonly as: BroughtAs | 'leave'
  readonly onChoose: (as: BroughtAs | 'leave') => void
}) {
  const words = useWords()
  const language = useLanguage()
  const { article, as, onChoose } = props
  const title = article.title === '' ? words.common.untitled : article.title
  const ways = article.standing === 'missing' ? (['article', 'leave'] as const) : WAYS
  const options = ways.map((way): Option<BroughtAs | 'leave'> => ({ id: way, label: words.sharing.as[way] }))
  return (
    <li className={styles['article']}>
      <div className={styles['what']}>
        <span className={styles['title']}>{title}</span>
        <span className={styles['detail']}>
          {words.sharing.standing[article.standing]} · {longDateTime(language, article.updatedAt)} ·{' '}
          {words.list.words(formatNumber(language, article.words), article.words === 1)}
        </span>
      </div>
      <div className={styles['choice']}>
        <Choice
          showLabel={false}
          label={words.sharing.what(title)}
          value={as}
          options={options}
          onChange={onChoose}
        />
      </div>
    </li>
  )
}

const WAYS = ['revision', 'article', 'leave'] as const

/** Nothing of either version gets lost, and none is in the way of the other. */
function proposed({ standing }: CopiedArticle): BroughtAs {
  return standing === 'missing' ? 'article' : 'revision'
}

/** Gives the focus to the list when the dialog is gone, after the dialog has given it back itself. */
function focusList(): void {
  afterFrame(() => {
    if (document.querySelector('[role="dialog"]') !== null) return focusList()
    afterFrame(() => document.querySelector<HTMLElement>(LIST)?.focus())
  })
}
