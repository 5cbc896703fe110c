import { ImagePlus } from 'lucide-react'
import { DropZone, isFileDropItem, type DropItem } from 'react-aria-components'
import type { Medium } from '../../core/article.ts'
import { call } from '../bridge.ts'
import { pictureAddress } from '../media/address.ts'
import { choosePicture } from '../media/PicturePicker.tsx'
import { Button } from '../ui/Button.tsx'
import { Labelled } from '../ui/Field.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import styles from './CoverField.module.css'

export interface PictureFieldProps {
  readonly label: string
  /** Address of the picture; null for none. */
  readonly path: string | null
  readonly alt: string
  readonly onChange: (path: string | null) => void
}

/** A picture of the library: dropped, chosen, replaced or taken away. */
export function PictureField({ label, path, alt, onChange }: PictureFieldProps) {
  const words = useWords().inspector
  const set = (medium: Medium | null | undefined) => {
    if (medium) onChange(medium.path)
  }
  const drop = async (items: readonly DropItem[]) => {
    const file = items.find(isFileDropItem)
    if (file === undefined) return
    const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer())
    set(await attempt(call('media.add', { name: file.name, bytes })))
  }
  const choose = async () => set(await attempt(choosePicture()))
  return (
    <Labelled label={label}>
      <DropZone
        className={styles['zone'] ?? ''}
        aria-label={words.dropCover}
        getDropOperation={() => 'copy'}
        onDrop={({ items }) => void drop(items)}
      >
        {path === null ? (
          <div className={styles['empty']}>
            <ImagePlus aria-hidden />
            <span>{words.dropCover}</span>
            <Button kind="quiet" onPress={() => void choose()}>
              {words.chooseCover}
            </Button>
          </div>
        ) : (
          <>
            <img className={styles['picture']} src={pictureAddress(path)} alt={alt} />
            <div className={styles['actions']}>
              <Button onPress={() => void choose()}>{words.replaceCover}</Button>
              <Button onPress={() => onChange(null)}>{words.removeCover}</Button>
            </div>
          </>
        )}
      </DropZone>
    </Labelled>
  )
}
