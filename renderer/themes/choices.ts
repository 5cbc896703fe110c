/** What is chosen of a theme in the dialog: kept in the library at once, with a way back for as long as it is open. */
import { useRef, useState } from 'react'
import type { Site } from '../../core/article.ts'
import { call } from '../bridge.ts'
import { attempt } from '../ui/toasts.tsx'

export type Choices = Pick<Site, 'theme' | 'themeOptions' | 'relatedCount'>

/** Changes of one thing that follow each other this soon are taken back together, in milliseconds. */
const TOGETHER = 800
/** While a colour is dragged, it is kept this often, in milliseconds. */
const EVERY = 120

interface Step {
  readonly before: Choices
  readonly after: Choices
}

export interface ChoicesInHand {
  readonly now: Choices
  /** `about`: what is changed; changes about the same, soon after each other, are one step. */
  change(patch: Partial<Choices>, about: string): void
  undo(): void
  redo(): void
  /** The site has another theme, and not by a choice made here. */
  follow(theme: string): void
  /** Whether that theme was chosen here: what comes of it may still be on its way. */
  chose(theme: string): boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export function useChoices(site: Site): ChoicesInHand {
  const { theme, themeOptions, relatedCount } = site
  const [now, setNow] = useState<Choices>({ theme, themeOptions, relatedCount })
  const [steps, setSteps] = useState<{ readonly done: readonly Step[]; readonly undone: readonly Step[] }>({
    done: [],
    undone: [],
  })
  const last = useRef({ about: '', at: 0 })
  const chosen = useRef(new Set([theme]))
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const keep = (choices: Choices): void => {
    setNow(choices)
    chosen.current.add(choices.theme)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => void attempt(call('site.update', { patch: choices })), EVERY)
  }
  const change = (patch: Partial<Choices>, about: string): void => {
    const after = { ...now, ...patch }
    const at = performance.now()
    const isSame = last.current.about === about && at - last.current.at < TOGETHER
    last.current = { about, at }
    setSteps(({ done }) => {
      const before = isSame ? done.at(-1)?.before : undefined
      const earlier = before === undefined ? done : done.slice(0, -1)
      return { done: [...earlier, { before: before ?? now, after }], undone: [] }
    })
    keep(after)
  }
  const undo = (): void => {
    const step = steps.done.at(-1)
    if (step === undefined) return
    last.current = { about: '', at: 0 }
    setSteps({ done: steps.done.slice(0, -1), undone: [...steps.undone, step] })
    keep(step.before)
  }
  const redo = (): void => {
    const step = steps.undone.at(-1)
    if (step === undefined) return
    setSteps({ done: [...steps.done, step], undone: steps.undone.slice(0, -1) })
    keep(step.after)
  }
  const follow = (name: string): void => setNow((before) => ({ ...before, theme: name }))
  return {
    now,
    change,
    undo,
    redo,
    follow,
    chose: (name) => chosen.current.has(name),
    canUndo: steps.done.length > 0,
    canRedo: steps.undone.length > 0,
  }
}

/** Options without one of them: it is the theme's own again. */
export function without(options: Choices['themeOptions'], id: string): Choices['themeOptions'] {
  const { [id]: _gone, ...rest } = options
  return rest
}
