/** The command line: the same work without a window. Main starts it too, when it is given a command. */
import { isMainThread } from 'node:worker_threads'
import { runCli } from './cli/run.ts'

/** The database’s own code is made for this Node; an older one would end without a word. */
const NODE = 24

export { isCliCommand, runCli } from './cli/run.ts'

// Imported by main this file only lends its functions; started by itself it is the program.
if (isMainThread && /(^|[\\/])cli\.[jt]s$/.test(process.argv[1] ?? '')) {
  if (Number.parseInt(process.versions.node, 10) >= NODE || process.versions['electron'] !== undefined) {
    process.exitCode = await runCli(process.argv.slice(2))
  } else {
    process.stderr.write(
      `longhand: this is Node ${process.versions.node}, and Node ${NODE} or later is needed. With any Node: npm run longhand -- …\n`,
    )
    process.exitCode = 1
  }
}
