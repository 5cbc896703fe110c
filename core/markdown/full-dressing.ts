import type { Dressing } from './dressing.ts'
import { highlight } from './highlight.ts'
import { mathMl } from './maths.ts'

/** Renders any text whatever. Brings the libraries for code and formulas along: for where time to start does not count. */
export const FULL_DRESSING: Dressing = { code: highlight, maths: mathMl }
