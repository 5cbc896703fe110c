import { ensureBuild } from './build.mjs'
import { hasDisplay } from './display.mjs'
import { continueUnderNewNode } from './node.mjs'
import { ensurePackages } from './packages.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

// Modules that need the packages, or a new Node, are imported only once those are there.

/** Sees to the packages and to running under a Node that is new enough. */
export async function readyToRun() {
  await ensurePackages()
  await continueUnderNewNode()
}

/** Sees to packages, Node and a build of the sources as they are: enough for the command line. */
export async function readyToBuild() {
  await readyToRun()
  await ensureBuild()
  const { stageBuild } = await import('./electron.mjs')
  await stageBuild()
}

/**
 * Sees to all that opening a window needs, by itself or, without a display, in tests.
 * @returns {Promise<import('./electron.mjs').Electron>}
 */
export async function readyForWindow() {
  await readyToRun()
  await ensureSystemLibraries({ hiddenDisplay: !hasDisplay() })
  const { ensureElectron } = await import('./electron.mjs')
  const electron = await ensureElectron()
  await readyToBuild()
  return electron
}
