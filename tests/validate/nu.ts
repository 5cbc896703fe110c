/** The Nu HTML Checker over a site's pages, style sheets and drawings. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

interface Finding {
  readonly url: string
  readonly type: 'error' | 'info' | 'non-document-error'
  readonly subType?: string
  readonly message: string
  readonly lastLine?: number
}

/**
 * Of CSS Anchor Positioning, which browsers have and the checker's list of properties has not: the essay theme sets
 * its notes beside the text with it, where a browser knows it.
 */
const NOTES_SHEET = /\/assets\/notes\.css$/
const NOT_YET_KNOWN = /CSS: (?:“anchor-name”|“top”: (?:“anchor\(|Parse Error))/

export interface Verdict {
  readonly files: number
  readonly findings: readonly string[]
}

/** What the checker finds: errors and warnings, each with its place. Throws when it cannot be started. */
export function checkSite(jar: string, site: string): Verdict {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:html|css|svg)$/.test(path),
  )
  const findings: string[] = []
  for (let start = 0; start < files.length; start += 500) {
    const some = files.slice(start, start + 500).map((path) => join(site, path))
    const words = ['-jar', jar, '--also-check-css', '--also-check-svg', '--format', 'json', ...some]
    const { stderr, error } = spawnSync('java', words, { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 })
    if (error) throw error
    const { messages } = JSON.parse(stderr.slice(stderr.indexOf('{'))) as { messages: Finding[] }
    for (const { url, type, subType, message, lastLine } of messages)
      if (!NOTES_SHEET.test(url) || !NOT_YET_KNOWN.test(message))
        findings.push(`${subType ?? type}: ${url.split(site)[1] ?? url}, line ${lastLine ?? '?'}: ${message}`)
  }
  return { files: files.length, findings }
}
