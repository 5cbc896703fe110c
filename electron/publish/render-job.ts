import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PlanReason } from '../../core/bridge.ts'
import { type Dressing, renderMarkdown } from '../../core/markdown/index.ts'
import {
  type PageBody,
  type PageModel,
  type SiteModel,
  type ThemeSource,
  compileTheme,
  renderPage,
} from '../../core/page/index.ts'
import { onFile } from './file-failure.ts'
import { fingerprint } from './fingerprint.ts'
import type { Made } from './manifest.ts'
import { type Sheets, withOwnStyles } from './own-styles.ts'
import { pageChanges } from './page-changes.ts'
import { references } from './references.ts'
import { placeOf, stagedPath } from './site-folder.ts'

/** What every page of an export has in common. */
export interface RenderSetup {
  readonly theme: ThemeSource
  readonly site: SiteModel
  /** The site's folder; pages are staged in it. */
  readonly folder: string
  /** For a plan: nothing is staged, and it is said how a page differs from the one that stands. */
  readonly isDry?: boolean
}

/** A page to make. */
export interface RenderJob {
  readonly path: string
  readonly key: string
  readonly model: PageModel
  /** Markdown of an article, {@link HELD} when the renderer was given it ahead; null on other pages. */
  readonly body: string | null | typeof HELD
  /** On a page that is to have its style sheets inside. */
  readonly sheets?: Sheets
  /** Hash of the file as it stands in the folder, when that is as it was made; else null. */
  readonly standing: string | null
}

export interface RenderResult {
  readonly path: string
  readonly made: Made
  /** Whether its bytes differ from what stands, so that it was staged. */
  readonly staged: boolean
  readonly reasons?: readonly PlanReason[]
}

/** Stands for a body that a renderer holds already. */
export const HELD = 0

/** Renders pages and stages those whose bytes are new. */
export interface Renderer {
  /** @param dressing what `dressingFor` gave for the bodies at hand */
  render(job: RenderJob, dressing: Dressing): RenderResult
  /** Makes the HTML of a body ahead, for the page at `path`. */
  hold(path: string, markdown: string, dressing: Dressing): void
}

type RenderedBody = PageBody & Pick<Made, 'links' | 'images'>

/** Makes a renderer. What it makes throws `theme.broken` and `file.refused`. */
export function renderer(setup: RenderSetup): Renderer {
  const theme = compileTheme(setup.theme)
  const folders = new Set<string>()
  const held = new Map<string, RenderedBody>()
  const heldAt = (path: string): RenderedBody => {
    const body = held.get(path)
    if (body === undefined) throw new Error(`no body is held for ${path}`)
    held.delete(path)
    return body
  }
  return {
    hold: (path, markdown, dressing) => void held.set(path, renderBody(markdown, dressing)),
    render: ({ path, key, model, body, sheets, standing }, dressing) => {
      const rendered = body === null ? null : body === HELD ? heldAt(path) : renderBody(body, dressing)
      const { html = '', outline = [], ...found } = rendered ?? {}
      const page = renderPage(theme, setup.site, model, { html, outline })
      const bytes = Buffer.from(sheets ? withOwnStyles(page, model.page.root, sheets) : page)
      const hash = fingerprint(bytes)
      const made: Made = { hash, size: bytes.length, key, ...found }
      const staged = hash !== standing
      if (!setup.isDry) {
        if (staged) stage(setup.folder, path, bytes, folders)
        return { path, made, staged }
      }
      if (!staged || standing === null) return { path, made, staged }
      const before = onFile(path, () => readFileSync(placeOf(setup.folder, path), 'utf8'))
      return { path, made, staged, reasons: pageChanges(before, bytes.toString(), html) }
    },
  }
}

function renderBody(markdown: string, dressing: Dressing): RenderedBody {
  const rendered = renderMarkdown(markdown, dressing)
  return { html: rendered.html, outline: rendered.outline, ...references(markdown, rendered) }
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
