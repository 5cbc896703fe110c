/** Markdown to HTML: one renderer for preview, page and command line. */
export { type Heading, type ImageFound, type LinkFound } from './body-state.ts'
export { headingSlug, isReservedId } from './ids.ts'
export { type RenderedBlock } from './pieces.ts'
export { createIncrementalRenderer, renderMarkdown, type RenderedBody } from './render.ts'
export { markdownStage, type StageOptions } from './stage.ts'
export { readingMinutes } from './reading.ts'
export { bodyText, countWords, excerpt, plainText } from './text.ts'
