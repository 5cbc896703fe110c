import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportReport } from '../../../core/bridge.ts'
import { intake } from '../../../electron/intake/intake.ts'
import { type Library, createLibrary } from '../../../electron/library/library.ts'
import { exportSite } from '../../../electron/publish/export-site.ts'
import { elementsOf, filesOf } from './site.ts'

/** Not part of Longhand: LONGHAND_CORPORA names a folder that holds 509 real posts as `18f-posts.tar.gz`. */
const CORPORA = process.env['LONGHAND_CORPORA'] ?? ''

describe.skipIf(CORPORA === '')('the site of 509 real posts (LONGHAND_CORPORA names their folder)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-posts-'))
  let library: Library
  let report: ExportReport
  let files: Map<string, Buffer>

  beforeAll(async () => {
    execFileSync('tar', ['xzf', join(CORPORA, '18f-posts.tar.gz'), '-C', folder])
    library = createLibrary(join(folder, 'library'), { name: 'Posts', language: 'en-US' })
    intake(library, [join(folder, 'posts')], { language: 'en' })
    report = await exportSite(library, join(folder, 'site'))
    files = filesOf(join(folder, 'site'))
  })

  afterAll(() => {
    library.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has a page for each of them', () => {
    expect(report.articles).toBe(509)
    const articlePages = [...files].filter(
      ([path, bytes]) => !path.includes('/') && bytes.includes('<div class="article-body">'),
    )
    expect(articlePages).toHaveLength(509)
  })

  it('has no broken internal link or picture except those that the posts themselves break, which the report lists', () => {
    const isReported = (path: string, target: string): boolean =>
      report.warnings.some(
        (warning) => `${warning.slug}.html` === path && plain(warning.target).startsWith(plain(target)),
      )
    const broken: string[] = []
    let checked = 0
    for (const [path, bytes] of files) {
      if (!path.endsWith('.html')) continue
      for (const { properties } of elementsOf(bytes.toString('utf8'))) {
        for (const target of [properties['href'], properties['src']]) {
          if (typeof target !== 'string' || /^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target)) continue
          checked += 1
          if (leadsSomewhere(path, target)) continue
          if (!isReported(path, target)) broken.push(`${path}: ${target}`)
        }
      }
    }
    expect(checked).toBeGreaterThan(10_000)
    expect(broken).toEqual([])
  })

  function leadsSomewhere(from: string, target: string): boolean {
    const [address = ''] = target.split(/[?#]/)
    if (address === '') return true
    return files.has(decoded(posix.normalize(posix.join(posix.dirname(from), address))))
  }
})

/** An address as its writer and as a page spell it: the remains of a template stand in it with and without quotes. */
function plain(target: string): string {
  return decoded(target).replace(/\s+/g, '')
}

/** A path without percent signs; one that cannot be decoded stays as it is, and names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
