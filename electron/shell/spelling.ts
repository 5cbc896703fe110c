/** Spelling without a network: dictionaries that come with the application, put where Chromium looks for them. */
import { app, session } from 'electron'
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { log } from './log.ts'
import { resourcesFolder } from './paths.ts'

/** All at once: a Dutch article quotes English, and English is spelled in two ways. */
const LANGUAGES = ['nl', 'en-GB', 'en-US']

/** Before the session first starts: on Linux, puts the dictionaries in place. A refusal costs spelling, no more. */
export function placeDictionaries(): void {
  if (process.platform !== 'linux') return
  try {
    const from = join(resourcesFolder(), 'dictionaries')
    const to = join(app.getPath('userData'), 'Dictionaries')
    mkdirSync(to, { recursive: true })
    for (const name of readdirSync(from)) {
      if (name.endsWith('.bdic') && !existsSync(join(to, name)))
        copyFileSync(join(from, name), join(to, name))
    }
  } catch (error) {
    log.error('The spelling dictionaries could not be put in place:', error)
  }
}

/** Turns the spelling check on or off, and sees to it that no dictionary is ever fetched. */
export function setSpelling(on: boolean): void {
  const own = session.defaultSession
  // An address that answers nothing: a missing dictionary stays missing instead of being downloaded.
  own.setSpellCheckerDictionaryDownloadURL('app://longhand/dictionaries/')
  if (process.platform !== 'darwin') {
    const available = new Set(own.availableSpellCheckerLanguages)
    own.setSpellCheckerLanguages(LANGUAGES.filter((language) => available.has(language)))
  }
  own.setSpellCheckerEnabled(on)
}
