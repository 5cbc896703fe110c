import { TriangleAlert } from 'lucide-react'
import type { AppState } from '../../core/bridge.ts'
import type { FailureData } from '../../core/errors.ts'
import { flushAll } from '../article.ts'
import { call, queryClient, setAppState } from '../bridge.ts'
import styles from '../FailureBanner.module.css'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { useWords } from '../words.tsx'
import { useCareWork } from './work.ts'
import { Working } from './Working.tsx'

/** Damage in the open library: met at work, or in what stands in its place now. */
export function damageIn({ damage, trouble }: AppState): FailureData | null {
  const why = trouble?.kind === 'replaced' ? trouble.why : null
  return damage ?? (why?.code === 'library.damaged' ? why : null)
}

/** Says that damage was found while the writer worked, and leads to what can be done; typed words stay in the window. */
export function DamageBanner({ state }: { readonly state: AppState }) {
  const words = useWords().care
  const work = useCareWork()
  if (damageIn(state) === null) return null
  const lead = async () => {
    const next = await work.run('examine', async () => {
      // What can still be saved is; the rest stays here.
      await flushAll()
      return call('care.examine', {})
    })
    if (next) setAppState(queryClient, next)
  }
  return (
    <>
      <div role="alert" className={styles['banner']}>
        <TriangleAlert aria-hidden />
        <p className={styles['text']}>
          <strong>{words.damageTitle}</strong> {words.damageDetail}
        </p>
        <div className={styles['actions']}>
          <Button kind="primary" onPress={() => void lead()}>
            {words.damageAction}
          </Button>
        </div>
      </div>
      {work.failure !== null && <FailureNote failure={work.failure} />}
      <Working work={work} />
    </>
  )
}
