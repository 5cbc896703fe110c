import { ImagePlus } from 'lucide-react'
import { DropZone, isFileDropItem, type DropItem } from 'react-aria-components'
import type { Article, Medium } from '../../core/article.ts'
import { patchArticle } from '../article.ts'
import { call } from '../bridge.ts'
import { pictureAddress } from '../media/address.ts'
import { choosePicture } from '../media/PicturePicker.tsx'
import { Button } from '../ui/Button.tsx'
import { Field, Labelled } from '../ui/Field.tsx'
import { attempt } from '../ui/toasts.tsx'
import { useWords } from '../words.tsx'
import styles from './CoverField.module.css'

/** The picture at the top of the page and on cards. */
export function CoverField({ article }: { readonly article: Article }) {
  const words = useWords().inspector
  const set = (medium: Medium | null | undefined) => {
    if (medium) patchArticle(article.id, { cover: medium.path }, 'now')
  }
  const drop = async (items: readonly DropItem[]) => {
    const file = items.find(isFileDropItem)
    if (file === undefined) return
    const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer())
    set(await attempt(call('media.add', { name: file.name, bytes })))
  }
  const choose = async () => set(await attempt(choosePicture()))
  return (
    <>
      <Labelled label={words.cover}>
        <DropZone
          className={styles['zone'] ?? ''}
          aria-label={words.dropCover}
          getDropOperation={() => 'copy'}
          onDrop={({ items }) => void drop(items)}
        >
          {article.cover === null ? (
            <div className={styles['empty']}>
              <ImagePlus aria-hidden />
              <span>{words.dropCover}</span>
              <Button kind="quiet" onPress={() => void choose()}>
                {words.chooseCover}
              </Button>
            </div>
          ) : (
            <>
              <img className={styles['picture']} src={pictureAddress(article.cover)} alt={article.coverAlt} />
              <div className={styles['actions']}>
                <Button onPress={() => void choose()}>{words.replaceCover}</Button>
                <Button onPress={() => patchArticle(article.id, { cover: null }, 'now')}>
                  {words.removeCover}
                </Button>
              </div>
            </>
          )}
        </DropZone>
      </Labelled>
      {article.cover !== null && (
        <Field
          label={words.coverAlt}
          placeholder={article.title}
          hint={words.coverAltHint}
          value={article.coverAlt}
          onChange={(coverAlt) => patchArticle(article.id, { coverAlt })}
        />
      )}
    </>
  )
}
