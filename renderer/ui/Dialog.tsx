import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words.tsx'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'
import { classes } from './classes.ts'

export interface DialogProps {
  readonly title: string
  readonly size?: 'small' | 'medium' | 'large' | 'wide'
  /** Asks before something is lost: read out at once, and a click beside it does not close it. */
  readonly alert?: boolean
  /** False while closing would leave something half done. */
  readonly closable?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** A dialog over the window. It keeps the focus, and Escape closes it. */
export function Dialog(props: DialogProps) {
  const words = useWords()
  const { alert = false, closable = true, size = 'medium' } = props
  return (
    <ModalOverlay
      isOpen
      isDismissable={closable && !alert}
      isKeyboardDismissDisabled={!closable}
      onOpenChange={(open) => {
        if (!open) props.onClose()
      }}
      className={styles['veil'] ?? ''}
    >
      <Modal className={classes(styles['modal'], styles[size])}>
        <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {props.title}
            </Heading>
            {closable && !alert && <IconButton icon={X} label={words.common.close} onPress={props.onClose} />}
          </header>
          <div className={styles['body']}>{props.children}</div>
          {props.actions !== undefined && <footer className={styles['actions']}>{props.actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
