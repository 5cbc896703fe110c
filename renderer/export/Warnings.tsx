import { TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { ExportWarning } from '../../core/bridge.ts'
import { formatNumber } from '../../core/locale/ui/index.ts'
import { useFew } from '../ui/few.tsx'
import styles from '../ui/Report.module.css'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { goToArticle } from './go-to.ts'

/** Kinds, the ones that a reader would notice first. */
const KINDS: readonly ExportWarning['kind'][] = [
  'brokenLink',
  'missingImage',
  'farImage',
  'missingCover',
  'oddPicture',
  'hugePicture',
  'themeOption',
  'noBaseUrl',
]

/** What an export found to mend, by kind, each with the way to it. */
export function Warnings({ warnings }: { readonly warnings: readonly ExportWarning[] }) {
  const words = useWords()
  const language = useLanguage()
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
              {some.length > 1 && (
                <span className={styles['faint']}>{formatNumber(language, some.length)}</span>
              )}
            </h3>
            {kind === 'noBaseUrl' ? (
              <NoBaseUrl />
            ) : kind === 'oddPicture' || kind === 'hugePicture' ? (
              <Targets warnings={some} />
            ) : kind === 'themeOption' ? (
              <ThemeOptions warnings={some} />
            ) : (
              <Articles warnings={some} />
            )}
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

function ThemeOptions({ warnings }: { readonly warnings: readonly ExportWarning[] }) {
  const words = useWords()
  return (
    <>
      <Targets warnings={warnings} />
      <p className={styles['line']}>
        <Button className={styles['jump'] ?? ''} onPress={() => windowState.open({ name: 'theme' })}>
          {words.themes.open}
        </Button>
      </p>
    </>
  )
}

/** What each warning is about, where that is no article. */
function Targets({ warnings }: { readonly warnings: readonly ExportWarning[] }) {
  const { shown, more } = useFew(warnings)
  return (
    <>
      <ul>
        {shown.map(({ target }) => (
          <li key={target} className={styles['target']} title={target}>
            {target}
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

/** The warnings of one kind, article by article. */
function Articles({ warnings }: { readonly warnings: readonly ExportWarning[] }) {
  const words = useWords()
  const { shown, more } = useFew(warnings)
  const byArticle = Map.groupBy(shown, ({ slug }) => slug)
  return (
    <>
      <ul>
        {[...byArticle].map(([slug, some]) => (
          <li key={slug} className={styles['article']}>
            <Button
              className={styles['jump'] ?? ''}
              aria-label={words.export.goTo(some[0]?.title ?? slug)}
              onPress={() => void goToArticle(slug, some.find(({ line }) => line > 0)?.line ?? 0)}
            >
              {some[0]?.title}
            </Button>
            <ul>
              {some.map((warning, index) => (
                // Two warnings may be alike to the letter; their order is theirs.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index} className={styles['target']} title={warning.target}>
                  {warning.target}
                  {warning.line > 0 && (
                    <Button
                      className={styles['toLine'] ?? ''}
                      aria-label={words.export.goToLine(warning.title, warning.line)}
                      onPress={() => void goToArticle(slug, warning.line)}
                    >
                      {words.export.line(warning.line)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
