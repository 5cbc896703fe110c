import { expect, it } from 'vitest'
import { directionOf } from '../../../core/locale/direction.ts'

it.each(['ar', 'ar-EG', 'he-IL', 'fa', 'ur-PK', 'yi', 'az-Arab', 'ku-Arab-IQ', 'zh-cmn-Arab'])(
  'writes %s from right to left',
  (tag) => expect(directionOf(tag)).toBe('rtl'),
)

it.each(['nl-NL', 'en', 'ja', 'az', 'ur-Latn', 'pa-Guru', 'de-1996', 'ar-Latn-EG', ''])(
  'writes %s from left to right',
  (tag) => expect(directionOf(tag)).toBe('ltr'),
)
