import { FULL_DRESSING } from '../../../core/markdown/full-dressing.ts'
import { renderMarkdown as render, type RenderedBody } from '../../../core/markdown/index.ts'

/** A body as a page has it. */
export const renderMarkdown = (markdown: string): RenderedBody => render(markdown, FULL_DRESSING)
