import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A temporary folder that is removed when the test that asks for it ends. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-scripts-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
