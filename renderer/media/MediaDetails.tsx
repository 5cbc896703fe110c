import { useQuery } from '@tanstack/react-query'
import { ClipboardCopy, FileInput, ImageUp, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { MediumInList } from '../../core/bridge.ts'
import { formatBytes, longDate } from '../../core/locale/ui/index.ts'
import { openArticle, showArticles } from '../actions.ts'
import { call, keys } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import report from '../ui/Report.module.css'
import { windowState } from '../window.ts'
import { useLanguage, useWords } from '../words.tsx'
import { nameOfPath, pictureAddress } from './address.ts'
import { copyAddress, insertPictures, makeCover, trashPictures } from './media.ts'
import type { Target } from './menu.ts'
import styles from './MediaDetails.module.css'

export interface MediaDetailsProps {
  readonly media: readonly MediumInList[]
  readonly target: Target
}

/** What is known of the selected pictures, and what can be done with them. */
export function MediaDetails({ media, target }: MediaDetailsProps) {
  const [only] = media.length === 1 ? media : []
  return (
    <div className={styles['details']}>
      {only === undefined ? <Many media={media} /> : <One medium={only} />}
      <Deeds media={media} target={target} />
      {only !== undefined && <Uses key={only.path} medium={only} />}
    </div>
  )
}

function One({ medium }: { readonly medium: MediumInList }) {
  const words = useWords().media
  const language = useLanguage()
  return (
    <>
      <AriaButton
        className={styles['picture'] ?? ''}
        aria-label={words.show}
        onPress={() => windowState.open({ name: 'picture', path: medium.path })}
      >
        <img src={pictureAddress(medium.path)} alt="" />
      </AriaButton>
      <h3 className={styles['name']}>{nameOfPath(medium.path)}</h3>
      <dl className={styles['facts']}>
        <dt>{words.size}</dt>
        <dd>{words.pixels(medium.width, medium.height)}</dd>
        <dt>{words.file}</dt>
        <dd>
          {medium.mime.replace(/^image\/|\+xml$/g, '').toUpperCase()}, {formatBytes(language, medium.bytes)}
        </dd>
        {medium.addedAt !== null && (
          <>
            <dt>{words.addedOn}</dt>
            <dd>{longDate(language, medium.addedAt)}</dd>
          </>
        )}
        <dt>{words.address}</dt>
        <dd className="selectable">{medium.path}</dd>
      </dl>
    </>
  )
}

function Many({ media }: { readonly media: readonly MediumInList[] }) {
  const words = useWords().media
  const bytes = media.reduce((sum, medium) => sum + medium.bytes, 0)
  return (
    <>
      <h3 className={styles['name']}>{words.selected(media.length)}</h3>
      <p className={styles['together']}>{words.together(formatBytes(useLanguage(), bytes))}</p>
    </>
  )
}

function Deeds({ media, target }: MediaDetailsProps) {
  const words = useWords()
  const paths = media.map(({ path }) => path)
  const [only] = paths.length === 1 ? paths : []
  return (
    <div className={styles['deeds']}>
      {target !== null && (
        <Button icon={FileInput} onPress={() => insertPictures(paths)}>
          {words.media.insert}
        </Button>
      )}
      {target !== null && only !== undefined && (
        <Button icon={ImageUp} onPress={() => makeCover(words, only, target.title)}>
          {words.media.setCover}
        </Button>
      )}
      <Button icon={ClipboardCopy} onPress={() => void copyAddress(words, paths)}>
        {words.media.copyAddress}
      </Button>
      <Button icon={Trash2} onPress={() => void trashPictures(words, media)}>
        {words.media.trash}
      </Button>
    </div>
  )
}

/** The articles that show a picture; each opens from here. */
function Uses({ medium: { path, uses } }: { readonly medium: MediumInList }) {
  const words = useWords()
  const articles = useQuery({
    queryKey: [...keys.media, 'uses', path],
    queryFn: () => call('media.uses', { path }),
    // Every article that is saved may change it.
    staleTime: 0,
  }).data
  if (articles === undefined) return null
  const elsewhere = Math.max(0, uses - articles.length)
  const open = (id: number) => {
    showArticles({})
    openArticle(id)
  }
  return (
    <section className={styles['uses']}>
      <h4>{words.media.usedIn}</h4>
      {articles.length === 0 && elsewhere === 0 && <p>{words.media.usedNowhere}</p>}
      <ul>
        {articles.map(({ id, title }) => (
          <li key={id}>
            <AriaButton className={report['jump'] ?? ''} onPress={() => open(id)}>
              {title.trim() || words.common.untitled}
            </AriaButton>
          </li>
        ))}
      </ul>
      {elsewhere > 0 && <p>{words.media.usedElsewhere(elsewhere)}</p>}
    </section>
  )
}
