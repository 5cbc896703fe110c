import { TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { ExportWarning } from '../../core/bridge.ts'
import { openArticle } from '../actions.ts'
import { call } from '../bridge.ts'
import styles from '../ui/Report.module.css'
import { attempt, sayFailure } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'

/** Kinds, the ones that a reader would notice first. */
const KINDS: readonly ExportWarning['kind'][] = ['brokenLink', 'missingImage', 'missingCover', 'noBaseUrl']

/** More of one kind than these would hide the rest. */
const MOST_SHOWN = 50

/** What an export found to mend, by kind, each with the way to it. */
export function Warnings({ warnings }: { readonly warnings: readonly ExportWarning[] }) {
  const words = useWords()
  if (warnings.length === 0) return <p className={styles['faint']}>{words.export.noWarnings}</p>
  return (
    <section aria-label={words.export.warnings(warnings.length)}>
      {KINDS.map((kind) => {
        const some = warnings.filter((warning) => warning.kind === kind)
        if (some.length === 0) return null
        return (
          <div key={kind} className={styles['group']}>
            <h3 className={styles['groupTitle']}>
              <TriangleAlert aria-hidden />
              {words.export.warningKinds[kind](some.length)}
            </h3>
            {kind === 'noBaseUrl' ? <NoBaseUrl /> : <Lines warnings={some} />}
          </div>
        )
      })}
    </section>
  )
}

function NoBaseUrl() {
  const words = useWords()
  return (
    <p className={styles['line']}>
      <span className={styles['intro']}>{words.export.noBaseUrlDetail}</span>
      <Button className={styles['jump'] ?? ''} onPress={() => windowState.open({ name: 'siteSettings' })}>
        {words.settings.siteSettings}
      </Button>
    </p>
  )
}

function Lines({ warnings }: { readonly warnings: readonly ExportWarning[] }) {
  const words = useWords()
  const rest = warnings.length - MOST_SHOWN
  return (
    <ul>
      {warnings.slice(0, MOST_SHOWN).map((warning, index) => (
        // Two warnings may be alike to the letter; their order is theirs.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={styles['line']}>
          <Button
            className={styles['jump'] ?? ''}
            aria-label={words.export.goTo(warning.title)}
            onPress={() => void goTo(warning.slug)}
          >
            {warning.title}
          </Button>
          <span className={styles['target']} title={warning.target}>
            {warning.target}
            {warning.line > 0 && (
              <span className={styles['faint']}> · {words.export.line(warning.line)}</span>
            )}
          </span>
        </li>
      ))}
      {rest > 0 && <li className={styles['faint']}>{words.intake.more(String(rest))}</li>}
    </ul>
  )
}

async function goTo(slug: string): Promise<void> {
  const id = await attempt(call('article.find', { slug }))
  if (id === null) return sayFailure({ code: 'notFound', detail: { what: 'article', which: slug } })
  if (id === undefined) return
  windowState.closeDialog()
  openArticle(id)
}
