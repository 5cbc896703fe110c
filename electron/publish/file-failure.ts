import { Failure } from '../../core/errors.ts'

/** What a file system error becomes for a writer; anything else stays as it is. */
export function fileFailure(path: string, thrown: unknown): unknown {
  if (thrown instanceof Failure) return thrown
  const code = errorCode(thrown)
  if (code === null) return thrown
  return new Failure('file.refused', { path, reason: code }, { cause: thrown })
}

/** The system's word for an error (`ENOENT`), or null. */
export function errorCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || !('syscall' in thrown)) return null
  return typeof thrown.code === 'string' ? thrown.code : null
}

/** Does work on a file and names the file when the system refuses. */
export function onFile<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw fileFailure(path, thrown)
  }
}
