/**
 * Stands in for the preview that `@uiw/react-md-editor` brings along (see electron.vite.config.ts). Ours is given
 * to it in its place, and the 400 kB of another Markdown renderer would only delay the start.
 */
export default function NoPreview(): null {
  return null
}
