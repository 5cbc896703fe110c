import { Cloud, Files, Images } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { LibraryCopy, SharedPlace } from '../../core/bridge.ts'
import { call } from '../bridge.ts'
import { canRun, runCommand } from '../commands.ts'
import { Button } from '../ui/Button.tsx'
import { attempt, say } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import { CopyDialog } from './CopyDialog.tsx'
import styles from './Notices.module.css'
import { setSharing, useSharing } from './sharing.ts'

/** Says calmly, across the window, what a writer should know of who else reaches the library; one thing at a time. */
export function Notices() {
  const { data } = useSharing()
  const [compared, setCompared] = useState<LibraryCopy | null>(null)
  if (data === undefined) return null
  const [first] = data.copies
  return (
    <>
      {first !== undefined && (
        <CopiesNotice first={first} count={data.copies.length} onCompare={() => setCompared(first)} />
      )}
      {first === undefined && data.pictures.length > 0 && <PicturesNotice count={data.pictures.length} />}
      {first === undefined && data.pictures.length === 0 && data.place !== null && (
        <PlaceNotice place={data.place} />
      )}
      {compared !== null && (
        <CopyDialog key={compared.name} copy={compared} onClose={() => setCompared(null)} />
      )}
    </>
  )
}

function CopiesNotice(props: {
  readonly first: LibraryCopy
  readonly count: number
  readonly onCompare: () => void
}) {
  const { sharing } = useWords()
  const { first, count, onCompare } = props
  const title = count === 1 && first.from !== '' ? sharing.copyFrom(first.from) : sharing.copies(count)
  return (
    <Notice icon={<Files aria-hidden />} title={title} detail={sharing.copiesDetail}>
      <Button onPress={onCompare}>{sharing.compare}</Button>
    </Notice>
  )
}

function PicturesNotice({ count }: { readonly count: number }) {
  const { sharing } = useWords()
  const take = async () => {
    const taken = await attempt(call('sharing.takePictures', {}))
    if (taken) say(sharing.tookPictures(taken.added))
  }
  return (
    <Notice icon={<Images aria-hidden />} title={sharing.pictures(count)} detail={sharing.picturesDetail}>
      <Button onPress={() => void take()}>{sharing.takePictures}</Button>
    </Notice>
  )
}

function PlaceNotice({ place }: { readonly place: SharedPlace }) {
  const { sharing } = useWords()
  const [open, setOpen] = useState(false)
  const words = sharing.place[place.kind]
  const accept = async () => {
    const told = await attempt(call('sharing.accept', {}))
    if (told) setSharing(told)
  }
  return (
    <Notice icon={<Cloud aria-hidden />} title={words.title(place.service)} detail={null}>
      <Button kind="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
        {open ? sharing.less : sharing.why}
      </Button>
      <Button onPress={() => void accept()}>{sharing.understood}</Button>
      {open && (
        <div className={styles['more']}>
          <p>{words.why(place.service)}</p>
          <p>{sharing.advice}</p>
          {canRun('library.backups') && (
            <Button kind="quiet" onPress={() => runCommand('library.backups')}>
              {sharing.showFolder}
            </Button>
          )}
        </div>
      )}
    </Notice>
  )
}

function Notice(props: {
  readonly icon: ReactNode
  readonly title: string
  readonly detail: string | null
  readonly children: ReactNode
}) {
  const { sharing } = useWords()
  return (
    <section className={styles['notice']} aria-label={sharing.notices}>
      {props.icon}
      <output className={styles['text']}>
        <strong>{props.title}</strong> {props.detail}
      </output>
      {props.children}
    </section>
  )
}
