import { Failure } from '../../core/errors.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { type Words, required } from './command.ts'

/**
 * Opens the library that `--library` names, does the work and closes it again. `read and remember` lets the library
 * keep what was worked out, where it can be written to.
 */
export async function withLibrary<T>(
  words: Words,
  access: 'read' | 'read and remember' | 'write',
  work: (library: Library) => T | Promise<T>,
): Promise<T> {
  const library = open(required(words, 'library'), access)
  try {
    return await work(library)
  } finally {
    library.close()
  }
}

function open(folder: string, access: 'read' | 'read and remember' | 'write'): Library {
  if (access === 'read') return openLibrary(folder, { readonly: true })
  try {
    return openLibrary(folder)
  } catch (thrown) {
    if (access === 'write' || !(thrown instanceof Failure) || thrown.code !== 'file.refused') throw thrown
    return openLibrary(folder, { readonly: true })
  }
}
