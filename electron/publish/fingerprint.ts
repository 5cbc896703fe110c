import { hash } from 'node:crypto'

/** A short, stable name for bytes: 128 bits of their SHA-256, in base64url. Alike means: the same bytes. */
export function fingerprint(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url').slice(0, 22)
}

/** The fingerprint of bytes whose SHA-256 is known, in hexadecimal. */
export function fingerprintFrom(sha256: string): string {
  return Buffer.from(sha256, 'hex').toString('base64url').slice(0, 22)
}

/** A lasting identifier (RFC 4122, version 8) made from text. */
export function urn(text: string): string {
  const hex = hash('sha256', text, 'hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `urn:uuid:${groups.join('-')}`
}
