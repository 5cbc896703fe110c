import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Library, type LibraryOptions, createLibrary } from '../../../electron/library/library.ts'
import { Failure, type FailureData, failureData } from '../../../core/errors.ts'

/** A folder of the running test's own, gone when it ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty Dutch library of the running test's own. */
export function tempLibrary(options: Pick<LibraryOptions, 'now'> = {}): Library {
  const library = createLibrary(join(tempFolder(), 'library'), { name: 'Proef', language: 'nl-NL' }, options)
  onTestFinished(() => library.close())
  return library
}

/** The Failure that work ends in; an error of the test when it ends in anything else. */
export function failureOf(work: () => unknown): FailureData {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Failure) return failureData(thrown)
    throw thrown
  }
  throw new Error('expected a Failure')
}
