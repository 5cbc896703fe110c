/** Markdown to HTML: one renderer for preview, page and command line. */
export { type Heading, type ImageFound, type LinkFound } from './body-state.ts'
export { headingSlug, isReservedId } from './ids.ts'
export { renderMarkdown, type RenderedBlock, type RenderedBody } from './render.ts'
export { markdownStage, type StageOptions } from './stage.ts'
export { bodyText, countWords, excerpt, plainText, readingMinutes } from './text.ts'
