import type { DragPreviewRenderer } from 'react-aria-components'
import type { UiWords } from '../../core/locale/ui/index.ts'
import { DRAGGED_ARTICLES } from '../drag.ts'
import styles from './drag-image.module.css'

/** Where the pointer is in the image, in pixels: the image stands clear of what is dropped on. */
const POINTER = { x: 0, y: 0 }

/** Draws several dragged articles as a pile that says how many they are; a single one is dragged as its row. */
export function dragImage(words: UiWords): DragPreviewRenderer {
  return ([item], show) => {
    const ids: unknown = JSON.parse(item?.[DRAGGED_ARTICLES] ?? '[]')
    if (!Array.isArray(ids) || ids.length < 2) return
    const image = document.createElement('div')
    image.className = styles['image'] ?? ''
    image.ariaHidden = 'true'
    const pile = document.createElement('div')
    pile.className = styles['pile'] ?? ''
    pile.textContent = words.list.dragged(ids.length)
    image.append(pile)
    // The browser takes its picture of what is in the document, once this event is over.
    document.body.append(image)
    show(image, POINTER.x, POINTER.y)
    setTimeout(() => image.remove())
  }
}
