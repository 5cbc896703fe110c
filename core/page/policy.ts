/** What a page asks of a browser beyond its own style sheet, pictures and faces. */
export interface PolicyNeeds {
  /** Whether a script of the site's own runs on it: the search page's. */
  readonly runsScript?: boolean
  readonly hasManifest?: boolean
  /** Of the rules that stand in the page itself. */
  readonly styleHash?: string | undefined
}

/**
 * Where a page may lead by itself: no `<base>`, no form. A policy of its own, which a browser holds to as well: a
 * validator that reads a page from a file knows no origin, takes every `'self'` for a refusal, and looks at the last
 * policy only.
 */
export const WHERE_TO = "base-uri 'none'; form-action 'none'"

/**
 * The elements of a page's head that hold a browser to what a page may do: show what lies beside it, and nothing
 * else. Nothing written in the page runs or styles, nothing is fetched from elsewhere, nothing is sent anywhere, and
 * another site is not told where a reader came from. Content Security Policy Level 3, § 3.3: a policy in an element
 * binds what comes after it, so these stand before whatever fetches. `'self'` holds for a page opened as a file too.
 */
export function policyElements({
  runsScript = false,
  hasManifest = false,
  styleHash,
}: PolicyNeeds = {}): readonly string[] {
  const policy = [
    "default-src 'none'",
    ...(runsScript ? ["script-src 'self'"] : []),
    styleHash === undefined ? "style-src 'self'" : `style-src 'self' '${styleHash}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    ...(hasManifest ? ["manifest-src 'self'"] : []),
  ].join('; ')
  return [policyElement(policy), policyElement(WHERE_TO), '<meta name="referrer" content="same-origin">']
}

function policyElement(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`
}
