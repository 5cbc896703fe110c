import { useEffect, useState } from 'react'
import type { TaskProgress } from '../../core/bridge.ts'
import { listen } from '../bridge.ts'

/** How far a task is; null before it says so. */
export function useProgress(task: TaskProgress['task'], running: boolean): TaskProgress | null {
  const [progress, setProgress] = useState<TaskProgress | null>(null)
  useEffect(
    () =>
      listen('task.progress', (now) => {
        if (now.task === task) setProgress(now)
      }),
    [task],
  )
  return running ? progress : null
}
