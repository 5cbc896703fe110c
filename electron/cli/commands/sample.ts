import { resolve } from 'node:path'
import type { UiLanguage } from '../../../core/bridge.ts'
import { createSample } from '../../intake/sample.ts'
import { RESOURCES } from '../../publish/resources.ts'
import { type Command, WrongUsage, required } from '../command.ts'
import { print, printJson } from '../io.ts'

export const sample: Command = {
  name: 'sample',
  usage: 'sample --language nl|en --library DIR [--json]',
  summary: 'Makes the sample library in a new or empty folder.',
  options: { language: { type: 'string' }, library: { type: 'string' }, json: { type: 'boolean' } },
  help: {
    'language L': 'nl or en',
    'library DIR': 'the folder to make it in',
    json: 'print {"folder"}',
  },
  run: async (words, io) => {
    const folder = resolve(required(words, 'library'))
    await createSample(RESOURCES, languageOf(required(words, 'language')), folder)
    if (words.has('json')) await printJson(io, { folder })
    else await print(io, `Made the sample library in ${folder}\n`)
  },
}

function languageOf(text: string): UiLanguage {
  if (text !== 'nl' && text !== 'en') throw new WrongUsage(`--language is nl or en, not "${text}"`)
  return text
}
