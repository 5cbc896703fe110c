import { type Library, openLibrary } from './library.ts'

/** Does work in the library in `folder`, which is open only for that. */
export function inLibrary<T>(folder: string, work: (library: Library) => T): T {
  const library = openLibrary(folder)
  try {
    return work(library)
  } finally {
    library.close()
  }
}
