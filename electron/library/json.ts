/** The object in a stored JSON column; an empty one when it holds anything else, as a damaged file may. */
export function parseObject(text: string): Record<string, unknown> {
  const value = parse(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

/** The texts in a stored JSON list; whatever else stands in it is left out. */
export function parseTexts(text: string): string[] {
  const value = parse(text)
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** A value as a message can show it. */
export function inWords(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** Undefined when it is no JSON at all. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
