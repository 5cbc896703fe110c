import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { renderMarkdown } from '../../core/markdown/index.ts'
import {
  type PageModel,
  type SiteModel,
  type ThemeSource,
  compileTheme,
  renderPage,
} from '../../core/page/index.ts'
import { onFile } from './file-failure.ts'
import { fingerprint } from './fingerprint.ts'
import type { Made } from './manifest.ts'
import { references } from './references.ts'
import { stagedPath } from './site-folder.ts'

/** What every page of an export has in common. */
export interface RenderSetup {
  readonly theme: ThemeSource
  readonly site: SiteModel
  /** The site's folder; pages are staged in it. */
  readonly folder: string
}

/** A page to make. */
export interface RenderJob {
  readonly path: string
  readonly key: string
  readonly model: PageModel
  /** Markdown of an article; null on other pages. */
  readonly body: string | null
  /** Hash of the file as it stands in the folder, when that is as it was made; else null. */
  readonly standing: string | null
}

export interface RenderResult {
  readonly path: string
  readonly made: Made
  /** Whether its bytes differ from what stands, so that it was staged. */
  readonly staged: boolean
}

/** Makes a function that renders pages and stages those whose bytes are new. */
export function renderer(setup: RenderSetup): (job: RenderJob) => RenderResult {
  const theme = compileTheme(setup.theme)
  const staged = new Set<string>()
  return (job) => {
    const body = job.body === null ? null : renderMarkdown(job.body)
    const bytes = Buffer.from(renderPage(theme, setup.site, job.model, body?.html))
    const hash = fingerprint(bytes)
    const made: Made = {
      hash,
      size: bytes.length,
      key: job.key,
      ...(body && references(job.body ?? '', body)),
    }
    if (hash === job.standing) return { path: job.path, made, staged: false }
    stage(setup.folder, job.path, bytes, staged)
    return { path: job.path, made, staged: true }
  }
}

/** Writes a file to where the swap will find it. `made` remembers the folders that exist already. */
export function stage(folder: string, path: string, bytes: Uint8Array | string, made: Set<string>): void {
  const file = stagedPath(folder, path)
  const parent = dirname(file)
  onFile(file, () => {
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true })
      made.add(parent)
    }
    writeFileSync(file, bytes)
  })
}
