import { basename, resolve } from 'node:path'
import { Failure, failureData } from '../../../core/errors.ts'
import { type Library, type NewSite, createLibrary } from '../../library/library.ts'
import { type Command, WrongUsage, required } from '../command.ts'
import { print, printJson } from '../io.ts'

export const init: Command = {
  name: 'init',
  usage: 'init --library DIR [--name N] [--language nl-NL] [--base-url U] [--json]',
  summary: 'Makes a library in a new or empty folder.',
  options: {
    library: { type: 'string' },
    name: { type: 'string' },
    language: { type: 'string' },
    'base-url': { type: 'string' },
    json: { type: 'boolean' },
  },
  help: {
    'library DIR': 'the folder to make it in',
    'name N': 'name of the site; otherwise the name of the folder',
    'language L': 'language of the site, such as nl-NL; otherwise en-GB',
    'base-url U': 'where the site will live, such as https://example.org/',
    json: 'print {"folder", "site"}',
  },
  run: async (words, io) => {
    const folder = resolve(required(words, 'library'))
    const library = made(folder, {
      name: words.text('name') ?? basename(folder),
      language: words.text('language') ?? 'en-GB',
      ...(words.text('base-url') !== undefined && { baseUrl: words.text('base-url') }),
    })
    try {
      const site = library.site.get()
      if (words.has('json')) await printJson(io, { folder, site })
      else await print(io, `Made the library “${site.name}” in ${folder}\n`)
    } finally {
      library.close()
    }
  },
}

/** What each option of a site wants. */
const WANTED: Readonly<Record<string, readonly [option: string, wanted: string]>> = {
  name: ['name', 'a name'],
  language: ['language', 'a language tag, such as nl-NL or en'],
  baseUrl: ['base-url', 'a whole address, such as https://example.org/ or https://example.org/blog/'],
}

/** @throws WrongUsage for a setting that is none, Failure as {@link createLibrary} */
function made(folder: string, site: NewSite): Library {
  try {
    return createLibrary(folder, site)
  } catch (thrown) {
    const data = thrown instanceof Failure ? failureData(thrown) : null
    const [option, wanted] = (data?.code === 'value.refused' ? WANTED[data.detail.field] : undefined) ?? []
    if (data?.code !== 'value.refused' || option === undefined) throw thrown
    throw new WrongUsage(`--${option} wants ${wanted}, not "${data.detail.value}"`)
  }
}
