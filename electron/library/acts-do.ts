import type { ActRef } from '../../core/acts.ts'
import { keepAct, type Told } from './acts-record.ts'
import { type Step, withSlugs } from './acts-steps.ts'
import type { Connection } from './connection.ts'

/**
 * Does a sweeping act and keeps what it takes to undo it, in one transaction. `work` gives its steps, in the order in
 * which they were done, with what is told of it; an act without steps changed nothing and is not kept.
 */
export function asAct(
  connection: Connection,
  work: () => { readonly steps: readonly Step[]; readonly told: Told },
): ActRef {
  return connection.transaction(() => {
    const { steps, told } = withSlugs(connection, work)
    return { actId: steps.length > 0 ? keepAct(connection, told, steps) : null }
  })
}
