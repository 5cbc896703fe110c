import { Failure } from '../../core/errors.ts'

/** Schemes that may leave the application for the system's browser or mail program. */
const OPENABLE = new Set(['https:', 'http:', 'mailto:'])

/** The address, normalised, when it is one that the system may open; else `request.invalid`. */
export function requireOpenableLink(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !OPENABLE.has(parsed.protocol)) {
    throw new Failure('request.invalid', {
      request: 'app.openLink',
      problem: 'only http, https and mailto addresses open outside Longhand',
    })
  }
  return parsed.href
}
