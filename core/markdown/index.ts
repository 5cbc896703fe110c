/** Markdown to HTML: one renderer for preview, page and command line. */
export { givenId } from './heading-id.ts'
export { headingSlug } from './ids.ts'
export { NO_DRESSING, dressingFor, isPlain, type Dressing } from './dressing.ts'
export { createIncrementalRenderer, readMarkdown, renderMarkdown, type RenderedBody } from './render.ts'
export { withPlainPictures } from './responsive.ts'
export { markdownStage } from './stage.ts'
export { readingMinutes } from './reading.ts'
export { bodyText, countWords, excerpt, plainText } from './text.ts'
