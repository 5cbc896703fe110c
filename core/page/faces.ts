/** The faces that pages can be set in: those that come with Longhand, then what the reader's own system has. */
export const FACES = ['newsreader', 'literata', 'inter', 'serif', 'sans'] as const

export type Face = (typeof FACES)[number]

/** What stands in a style sheet for a face that is the reader's own; those that come along have files. */
export const SYSTEM_FACES: Readonly<Partial<Record<Face, string>>> = {
  serif: rootOf(
    "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, 'Liberation Serif', serif",
    0.93,
    31,
  ),
  sans: rootOf(
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
    0.87,
    32.5,
  ),
}

function rootOf(face: string, size: number, measure: number): string {
  return `:root{--face:${face};--face-size:${size};--face-measure:${measure}}`
}
