import { articles, flushAll } from '../article.ts'
import { BridgeFailure, call, queryClient, setAppState } from '../bridge.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { attempt } from '../ui/toasts.tsx'
import { windowState } from '../window.ts'
import { useWords } from '../words.tsx'

interface TurnToProps {
  /** Of the library that could not be opened. */
  readonly folder: string
  /** Of the site that stays open unless the writer wants to go. */
  readonly open: string
}

/** A damaged library was to be opened while another is open: asks whether to leave that and see what can be done. */
export function TurnTo({ folder, open }: TurnToProps) {
  const { care: words, common } = useWords()
  const turn = async () => {
    const state = await attempt(
      (async () => {
        const unsaved = await flushAll()
        if (unsaved !== null) throw new BridgeFailure(unsaved)
        return call('care.turnTo', { folder })
      })(),
    )
    if (state === undefined) return
    articles.clear()
    windowState.closeDialog()
    setAppState(queryClient, state)
  }
  return (
    <Dialog
      size="small"
      title={words.turnTo(open)}
      onClose={windowState.closeDialog}
      actions={
        <>
          <Button onPress={windowState.closeDialog}>{common.cancel}</Button>
          <Button kind="primary" onPress={() => void turn()}>
            {words.turnToAction}
          </Button>
        </>
      }
    >
      <p>{words.turnToDetail}</p>
    </Dialog>
  )
}
