import type { CarePhase } from '../../core/bridge.ts'

/**
 * Told how far long work is; `total` 0 while not known. It throws the Failure `cancelled` when the work is to stop:
 * whoever tells passes that on and leaves everything as it was.
 */
export type OnStep = (phase: CarePhase, done: number, total: number) => void

/** For work that nobody watches. */
export const unwatched: OnStep = () => {}
