import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Host } from '../../electron/session/host.ts'

export interface FakeHost extends Host {
  readonly emitted: { readonly name: string; readonly event: unknown }[]
  readonly logged: string[]
  /** What the writer was asked to agree to; they do, unless the next answer is `no`. */
  readonly agreedTo: { readonly message: string; readonly detail: string }[]
  /** Addresses that the writer was asked about, and in which language. */
  readonly asked: { readonly url: string; readonly language: string }[]
  /** What the next dialogs answer, first one first. */
  readonly answers: string[]
}

const roots: string[] = []
// When nothing of a session can write any more: hosts also serve processes that are no tests of their own.
process.once('exit', () => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

/** A desktop without a window, in a temporary folder of its own, which goes with the thread that made it. */
export function fakeHost(): FakeHost {
  const root = mkdtempSync(join(tmpdir(), 'longhand-host-'))
  roots.push(root)
  const emitted: { name: string; event: unknown }[] = []
  const logged: string[] = []
  const answers: string[] = []
  const asked: { url: string; language: string }[] = []
  const agreedTo: { message: string; detail: string }[] = []
  const answer = (): string | null => answers.shift() ?? null
  return {
    version: '0.0.0',
    platform: 'linux',
    userData: join(root, 'user-data'),
    documents: join(root, 'documents'),
    resources: resolve('resources'),
    emitted,
    logged,
    answers,
    asked,
    agreedTo,
    systemLanguage: () => 'nl',
    chooseFolder: () => Promise.resolve(answer()),
    chooseFiles: () => {
      const file = answer()
      return Promise.resolve(file === null ? [] : [file])
    },
    chooseTarget: () => Promise.resolve(answer()),
    openLink: (url, language) => {
      asked.push({ url, language })
      return Promise.resolve(true)
    },
    agree: ({ message, detail }) => {
      agreedTo.push({ message, detail })
      return Promise.resolve(answers.shift() !== 'no')
    },
    openFile: () => Promise.resolve(null),
    showInFolder: () => {},
    emit: (name, event) => {
      emitted.push({ name, event })
    },
    settingsChanged: () => {},
    nameActs: () => {},
    flush: () => Promise.resolve(null),
    newWindow: () => {},
    flushed: () => {},
    log: (problem) => {
      logged.push(problem)
    },
  }
}
