import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Article, type ArticlePatch, BLANK_ARTICLE } from '../../core/article.ts'
import { parseObject } from './json.ts'

/** Every field of an article that a writer can change. */
export type ArticleState = Required<ArticlePatch>

/** A state as it is stored: the body apart, so that it can be small. */
export interface StoredState {
  /** The other fields, as JSON. */
  readonly state: string
  /** Text, or its UTF-8 in raw deflate. */
  readonly body: string | Uint8Array
}

/**
 * Bytes of UTF-8. Shorter bodies stay as they are: what would be saved is less than what a row takes beside them. Up to
 * `plain` they are stored as they are for a time, so that no save waits for the compressing; all that are kept of one
 * article take less together than may be kept.
 */
export const PLAIN = { short: 256, plain: 32_768 } as const
/** Longer ones are compressed faster and a little less: a save waits for it. */
const LONG = 200_000
/** Up to here a small window holds all of a body: making a large one would take longer than the compressing. */
const SMALL = 8_192

/** A state as a save stores it: a body of middling length is left for {@link packBody} to make small, later. */
export function storedState(article: Article): StoredState {
  const { body, ...others } = stateOf(article)
  const isPlain = body.length <= PLAIN.plain && Buffer.byteLength(body) <= PLAIN.plain
  return { state: JSON.stringify(others), body: isPlain ? body : packBody(body) }
}

/** @throws Error when the body is not what {@link storedState} or {@link packBody} made */
export function unpackState(stored: {
  readonly state: string
  readonly body: string | Uint8Array | null
}): ArticleState {
  const state = parseObject(stored.state)
  const body = stored.body === null ? state['body'] : unpackBody(stored.body)
  const known = Object.fromEntries(Object.keys(BLANK_ARTICLE).map((field) => [field, state[field]]))
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return { ...BLANK_ARTICLE, ...given, body: typeof body === 'string' ? body : '' }
}

function stateOf(article: Article): ArticleState {
  return Object.fromEntries(
    Object.keys(BLANK_ARTICLE).map((field) => [field, article[field as keyof ArticleState]]),
  ) as unknown as ArticleState
}

/** A body as small as it gets: raw deflate of its UTF-8, or itself when that is not clearly smaller. */
export function packBody(body: string): string | Uint8Array {
  if (body.length < PLAIN.short) return body
  const bytes = Buffer.from(body)
  const small = bytes.length <= SMALL ? { windowBits: 13, memLevel: 6 } : {}
  const packed = deflateRawSync(bytes, { level: bytes.length > LONG ? 1 : 6, ...small })
  return packed.length < bytes.length * 0.9 ? packed : body
}

/** Also of a body that was found in a damaged library. */
export function unpackBody(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : inflateRawSync(body).toString()
}
