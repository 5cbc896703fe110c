import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the repository's root
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {boolean} [quiet] keep the output instead of showing it
 * @property {number} [timeout] milliseconds after which the command is ended
 * @property {boolean} [toStderr] show the command's output on standard error
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 128 + n when signal n ended it, 127 when it could not be started
 * @property {string} output what it wrote, both streams in order; only when quiet
 */

/**
 * The environment in which npm runs its scripts: the project's own programs first on the path.
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment() {
  const bin = join(ROOT, 'node_modules', '.bin')
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
}

/**
 * Runs a command to its end. Never rejects: a command that cannot be started ends with code 127.
 * Passes on SIGINT and SIGTERM, so that nothing is left running.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const shown = options.toStderr ? process.stderr : 'inherit'
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...projectEnvironment(), ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', shown, 'inherit'],
      timeout: options.timeout,
      // On Windows npm's own programs are .cmd files, which only a shell starts.
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    })
    /** @type {Buffer[]} */
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    /** @type {(signal: NodeJS.Signals) => void} */
    const passOn = (signal) => child.kill(signal)
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    /** @type {(code: number, extra?: string) => void} */
    const finish = (code, extra = '') => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      done({ code, output: Buffer.concat(chunks).toString('utf8') + extra })
    }
    child.on('error', (error) => finish(127, error.message))
    child.on('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

/**
 * Runs one of the project's JavaScript programs under this process's Node.
 * @param {string} file path from the repository's root
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(file, args, options) {
  return run(process.execPath, [join(ROOT, file), ...args], options)
}

/**
 * Runs npm: the one that started this process where there is one, else the one on the path.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}
