/**
 * Prints one plain line about what set-up does. On standard error, because standard output belongs to
 * the command that set-up runs for.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** An expected failure: its message is the whole story, no stack trace is shown. */
export class SetupError extends Error {}

/**
 * Runs a script's main function. An expected failure ends as one message and exit code 1; a number that
 * it returns is the exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
