/** What stands behind a field's colon, made into a wish. */
import { daysOf } from './dates.ts'
import { type FieldName, havingOf, statusOf } from './fields.ts'
import type { Wish } from './query.ts'

/** The wish for a field and a value that is not empty; null when that cannot be a value of this field. */
export function wishFor(field: FieldName, value: string, today: string, isUnfinished: boolean): Wish | null {
  switch (field) {
    case 'category':
    case 'tag':
    case 'author':
      return { kind: 'named', what: field, name: value }
    case 'title':
    case 'summary':
      return { kind: 'text', text: value, isUnfinished, column: field }
    case 'slug':
      return { kind: 'slug', slug: value.toLowerCase() }
    case 'status': {
      const status = statusOf(value)
      return status ? { kind: 'status', status } : null
    }
    case 'language':
      return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value)
        ? { kind: 'language', language: value.toLowerCase() }
        : null
    case 'has':
    case 'no': {
      const what = havingOf(value)
      if (!what) return null
      return field === 'has' ? { kind: 'has', what } : { kind: 'not', wish: { kind: 'has', what } }
    }
    case 'words':
      return wordsWish(value)
    case 'before':
    case 'after': {
      const days = daysOf(value, today)
      if (!days) return null
      const [from, until] = field === 'after' ? [days.from, null] : [null, days.from]
      return { kind: 'days', column: 'published', from, until }
    }
    case 'date':
      return daysWish('published', value, today)
    case 'changed':
      return daysWish('changed', value, today)
  }
}

function daysWish(column: 'published' | 'changed', value: string, today: string): Wish | null {
  const range = /^(.*?)\.\.(.*)$/.exec(value)
  if (range) {
    const [, first = '', last = ''] = range
    const [from, until] = [daysOf(first, today), daysOf(last, today)]
    if ((first !== '' && !from) || (last !== '' && !until) || (!from && !until)) return null
    return { kind: 'days', column, from: from?.from ?? null, until: until?.until ?? null }
  }
  const [, sign = '', day = ''] = /^([<>]=?)?(.*)$/.exec(value) ?? []
  const days = daysOf(day, today)
  if (!days) return null
  const from = sign === '>' ? days.until : sign === '<' || sign === '<=' ? null : days.from
  const until = sign === '<' ? days.from : sign === '>' || sign === '>=' ? null : days.until
  return { kind: 'days', column, from, until }
}

function wordsWish(value: string): Wish | null {
  const range = /^(\d{0,9})\.\.(\d{0,9})$/.exec(value)
  if (range) {
    const [, least = '', most = ''] = range
    if (least === '' && most === '') return null
    return { kind: 'words', least: Number(least), most: most === '' ? null : Number(most) }
  }
  const found = /^([<>]=?)?(\d{1,9})$/.exec(value)
  if (!found) return null
  const count = Number(found[2])
  const sign = found[1] ?? ''
  if (sign === '>') return { kind: 'words', least: count + 1, most: null }
  if (sign === '>=') return { kind: 'words', least: count, most: null }
  if (sign === '<') return { kind: 'words', least: 0, most: count - 1 }
  return { kind: 'words', least: sign === '' ? count : 0, most: count }
}
