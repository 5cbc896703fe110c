import type { Act, ActOutcome } from '../../core/acts.ts'
import { Failure } from '../../core/errors.ts'
import { asIntake, type IntakeNotes } from './acts-intake.ts'
import { actSize, listActs, readAct, turnAct } from './acts-record.ts'
import { takeBack } from './acts-steps.ts'
import type { Connection } from './connection.ts'

export interface ActStore {
  /** Newest first. */
  list(limit: number): Act[]
  /** About how many articles taking it back changes; 0 when it is not kept. */
  size(id: number): number
  /**
   * Takes back what an act changed, as far as it still is as the act left it; in one transaction.
   * @throws Failure `notFound` when it is no longer kept, or is undone already
   */
  undo(id: number): ActOutcome
  /** Does again what was undone, likewise. @throws Failure `notFound` when it is not undone */
  redo(id: number): ActOutcome
  /** Does an intake as one act; see `asIntake`. */
  intake<T>(name: string, work: (notes: IntakeNotes) => T): T
}

export function actStore(connection: Connection): ActStore {
  return {
    list: (limit) => listActs(connection, limit),
    size: (id) => actSize(connection, id),
    undo: (id) => turn(connection, id, true),
    redo: (id) => turn(connection, id, false),
    intake: (name, work) => asIntake(connection, name, work),
  }
}

/** Undoing and redoing are the same: what was done last is taken back, and that is what can be taken back then. */
function turn(connection: Connection, id: number, undone: boolean): ActOutcome {
  return connection.transaction(() => {
    const found = readAct(connection, id)
    if (!found || found.act.undone === undone) {
      throw new Failure('notFound', { what: 'act', which: String(id) })
    }
    const { steps, kept } = takeBack(connection, found.steps)
    turnAct(connection, id, undone, steps)
    return { act: { ...found.act, undone }, kept: kept.length }
  })
}
