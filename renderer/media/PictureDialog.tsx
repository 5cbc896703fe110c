import { Dialog } from '../ui/Dialog.tsx'
import { windowState } from '../window.ts'
import { nameOfPath, pictureAddress } from './address.ts'
import styles from './PictureDialog.module.css'

/** A picture as large as there is room for. */
export function PictureDialog({ path }: { readonly path: string }) {
  return (
    <Dialog size="large" title={nameOfPath(path)} onClose={windowState.closeDialog}>
      <img className={styles['picture']} src={pictureAddress(path)} alt={nameOfPath(path)} />
    </Dialog>
  )
}
