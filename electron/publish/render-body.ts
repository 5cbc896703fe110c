import { type Dressing, renderMarkdown } from '../../core/markdown/index.ts'
import type { PageBody } from '../../core/page/index.ts'
import type { Made } from './manifest.ts'
import { references } from './references.ts'

/** The HTML of a body with what is told of it. */
export type RenderedBody = PageBody & Pick<Made, 'links' | 'images'>

/** Makes the HTML of a body. @param dressing what `dressingFor` gave for it */
export function renderBody(markdown: string, dressing: Dressing): RenderedBody {
  const { html, outline, ...found } = renderMarkdown(markdown, dressing)
  return { html, outline, ...references(markdown, found) }
}
