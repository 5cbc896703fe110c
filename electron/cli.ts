/** The command line: the same work without a window. Main starts it too, when it is given a command. */
import { isMainThread } from 'node:worker_threads'
import { runCli } from './cli/run.ts'

export { isCliCommand, runCli } from './cli/run.ts'

// Imported by main this file only lends its functions; started by itself it is the program.
if (isMainThread && /(^|[\\/])cli\.[jt]s$/.test(process.argv[1] ?? '')) {
  process.exitCode = await runCli(process.argv.slice(2))
}
