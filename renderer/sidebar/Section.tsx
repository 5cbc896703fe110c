import { ChevronRight, Plus, type LucideIcon } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { setFolds, useFolds, type Folds } from './folds.ts'
import row from './Row.module.css'

export interface SectionProps {
  readonly fold: keyof Omit<Folds, 'closed'>
  readonly title: string
  /** A button beside the heading; a plus unless it has another icon. */
  readonly add?: {
    readonly label: string
    readonly icon?: LucideIcon
    readonly keys?: string
    readonly run: () => void
  }
  readonly children: ReactNode
}

/** A part of the sidebar with a heading that folds it. */
export function Section({ fold, title, add, children }: SectionProps) {
  const open = useFolds((folds) => folds[fold])
  const id = useId()
  return (
    <section className={row['section']} aria-label={title}>
      <div className={row['heading']}>
        <button
          type="button"
          className={row['fold']}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setFolds({ [fold]: !open })}
        >
          <ChevronRight aria-hidden />
          {title}
        </button>
        {add && <IconButton icon={add.icon ?? Plus} label={add.label} keys={add.keys} onPress={add.run} />}
      </div>
      <div id={id}>{open && children}</div>
    </section>
  )
}
