import { setFlagsFromString } from 'node:v8'

/** From here on Node waits at such moments only for what V8 must have done. */
const SINCE = 24

/**
 * Has V8 compile hot functions in the thread that runs them, where Node is an old one. There it may wait for ever: what
 * compiles beside a thread waits for that thread to collect its garbage, the thread, as those of pictures do, for another
 * one that starts or ends, and this one for all that V8 does beside. To be called before any thread is started.
 */
export function compileHere(): void {
  if (Number.parseInt(process.versions.node, 10) >= SINCE) return
  for (const flag of ['--no-concurrent-recompilation', '--no-concurrent-sparkplug']) setFlagsFromString(flag)
}
