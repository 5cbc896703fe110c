import { useMemo, useState } from 'react'
import type { Medium } from '../../core/article.ts'
import { call, queryClient, useMedia, keys } from '../bridge.ts'
import { createStore, useStore } from '../store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import { listMedia, type MediaAsked } from './listing.ts'
import { MediaBar } from './MediaBar.tsx'
import { MediaGrid } from './MediaGrid.tsx'
import styles from './PicturePicker.module.css'

type Answer = (medium: Medium | null) => void

const store = createStore<{ readonly answer: Answer | null }>({ answer: null })

/**
 * Lets the writer choose one of the library's pictures, or a file, which the library takes. Where it has none yet,
 * the file is asked for at once. Null when they change their mind.
 */
export async function choosePicture(): Promise<Medium | null> {
  const media = await queryClient.fetchQuery({ queryKey: keys.media, queryFn: () => call('media.list', {}) })
  if (media.length === 0) return call('media.choose', {})
  return new Promise((resolve) => {
    store.set({
      answer: (medium) => {
        store.set({ answer: null })
        resolve(medium)
      },
    })
  })
}

/** Where pictures are chosen. Once in the window. */
export function PicturePickerHost() {
  const answer = useStore(store, (value) => value.answer)
  return answer === null ? null : <PicturePicker answer={answer} />
}

function PicturePicker({ answer }: { readonly answer: Answer }) {
  const words = useWords()
  const all = useMedia().data
  const [asked, setAsked] = useState<MediaAsked>({ query: '', unused: false, sort: 'added' })
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const media = useMemo(() => listMedia(all ?? [], asked), [all, asked])
  const picked = media.find(({ path }) => path === chosen)
  const fromFile = async () => {
    const medium = await attempt(call('media.choose', {}))
    if (medium) answer(medium)
  }
  const toGrid = () => document.querySelector<HTMLElement>(`.${styles['grid']} [role="listbox"]`)?.focus()
  return (
    <Dialog
      size="large"
      title={words.media.choose}
      onClose={() => answer(null)}
      actions={
        <>
          <Button onPress={() => void fromFile()}>{words.media.fromFile}</Button>
          <span className={styles['space']} />
          <Button onPress={() => answer(null)}>{words.common.cancel}</Button>
          <Button kind="primary" isDisabled={picked === undefined} onPress={() => answer(picked ?? null)}>
            {words.media.use}
          </Button>
        </>
      }
    >
      <div className={styles['bar']}>
        <MediaBar asked={asked} onChange={(change) => setAsked({ ...asked, ...change })} onDown={toGrid} />
      </div>
      <div className={styles['grid']}>
        {all !== undefined && media.length === 0 ? (
          <Empty {...words.media.notFound} />
        ) : (
          <MediaGrid
            single
            takesFocus
            media={media}
            onSelect={(paths) => setChosen([...paths][0])}
            onEnter={(medium) => answer(medium)}
          />
        )}
      </div>
    </Dialog>
  )
}
