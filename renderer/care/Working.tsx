import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useWords } from '../words.tsx'
import type { CareWork } from './work.ts'

/** How far work is, and the way to stop it. */
export function WorkProgress({ work }: { readonly work: CareWork }) {
  const words = useWords().care
  const { act, progress } = work
  const phase = progress?.phase
  const isCounted = phase !== 'writing' && phase !== 'rows'
  const shown = progress !== null && isCounted ? progress : null
  return (
    act !== null && (
      <Progress label={phase === undefined ? words.working[act] : words.phases[phase]} progress={shown} />
    )
  )
}

export function StopButton({ work }: { readonly work: CareWork }) {
  const words = useWords().care
  return (
    <Button isDisabled={work.isStopping} onPress={work.stop}>
      {work.isStopping ? words.stopping : words.stop}
    </Button>
  )
}

/** A dialog that stays while work is under way. */
export function Working({ work }: { readonly work: CareWork }) {
  const words = useWords().care
  if (work.act === null) return null
  return (
    <Dialog
      title={words.working[work.act]}
      closable={false}
      onClose={() => {}}
      actions={<StopButton work={work} />}
    >
      <WorkProgress work={work} />
    </Dialog>
  )
}
