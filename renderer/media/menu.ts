import { ClipboardCopy, FileInput, ImageUp, Maximize2, Trash2 } from 'lucide-react'
import type { MediumInList } from '../../core/bridge.ts'
import type { UiWords } from '../../core/locale/ui/index.ts'
import type { MenuPart } from '../ui/Menu.tsx'
import { windowState } from '../window.ts'
import { copyAddress, insertPictures, makeCover, trashPictures } from './media.ts'

/** The article that a picture can go into; null when none is open that can be changed. */
export type Target = { readonly title: string } | null

/** What can be done with pictures. */
export function pictureMenu(
  words: UiWords,
  media: readonly MediumInList[],
  target: Target,
): readonly MenuPart[] {
  const paths = media.map(({ path }) => path)
  const [only] = paths.length === 1 ? paths : []
  return [
    {
      id: 'see',
      lines:
        only === undefined
          ? []
          : [
              {
                id: 'show',
                label: words.media.show,
                icon: Maximize2,
                keys: 'Enter',
                run: () => windowState.open({ name: 'picture', path: only }),
              },
            ],
    },
    {
      id: 'use',
      lines: [
        ...(target === null
          ? []
          : [
              {
                id: 'insert',
                label: words.media.insertInto(target.title),
                icon: FileInput,
                run: () => insertPictures(paths),
              },
            ]),
        ...(target === null || only === undefined
          ? []
          : [
              {
                id: 'cover',
                label: words.media.setCover,
                icon: ImageUp,
                run: () => makeCover(words, only, target.title),
              },
            ]),
        {
          id: 'copy',
          label: words.media.copyAddress,
          icon: ClipboardCopy,
          run: () => void copyAddress(words, paths),
        },
      ],
    },
    {
      id: 'loss',
      lines: [
        {
          id: 'trash',
          label: words.media.trash,
          icon: Trash2,
          keys: 'Delete',
          danger: true,
          run: () => void trashPictures(words, media),
        },
      ],
    },
  ]
}
