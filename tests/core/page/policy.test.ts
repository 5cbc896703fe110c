import { describe, expect, it } from 'vitest'
import { type PageRef, pageModel } from '../../../core/page/index.ts'
import { LOPEN, head, mapOf } from './site.ts'

const MAP = mapOf([head(1, { categoryId: LOPEN.id })])
const PAGES: readonly PageRef[] = [
  { kind: 'article', id: 1 },
  { kind: 'index', page: 1 },
  { kind: 'category', id: LOPEN.id, page: 1 },
  { kind: 'archive', year: null, page: 1 },
  { kind: 'search' },
  { kind: 'notFound' },
]

function metaOf(ref: PageRef, map = MAP): string {
  return pageModel(map, ref)?.page.meta ?? ''
}

/** What all policies of a page ask together; they stand first. */
function policyOf(meta: string): readonly string[] {
  const policies = /^(?:<meta http-equiv="Content-Security-Policy" content="[^"]*">\n)+/.exec(meta)?.[0] ?? ''
  return Array.from(policies.matchAll(/content="([^"]*)"/g), ([, policy = '']) => policy.split('; ')).flat()
}

describe('the policy of a page', () => {
  it('stands before all that fetches, and lets a page show what lies beside it and nothing else', () => {
    for (const ref of PAGES) {
      const policy = policyOf(metaOf(ref))
      expect(policy, ref.kind).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "style-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
        ]),
      )
      expect(policy.join(), ref.kind).not.toMatch(/unsafe|https?:|\*/)
    }
  })

  it('lets a script run on the page that searches, and on no other', () => {
    const running = PAGES.filter((ref) => policyOf(metaOf(ref)).some((part) => part.startsWith('script-src')))
    expect(running).toEqual([{ kind: 'search' }])
    expect(policyOf(metaOf({ kind: 'search' }))).toContain("script-src 'self'")
  })

  it('lets a browser read the manifest where there is one', () => {
    const front: PageRef = { kind: 'index', page: 1 }
    expect(policyOf(metaOf(front))).toContain("manifest-src 'self'")
    expect(metaOf(front, mapOf([], { baseUrl: '' }))).not.toContain('manifest')
  })

  it('tells other sites nothing of where a reader came from', () => {
    for (const ref of PAGES) expect(metaOf(ref)).toContain('<meta name="referrer" content="same-origin">')
  })
})
