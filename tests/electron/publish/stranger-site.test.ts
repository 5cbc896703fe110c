import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'yauzl'
import { beforeAll, describe, expect, it } from 'vitest'
import { Failure } from '../../../core/errors.ts'
import { type Library, createLibrary } from '../../../electron/library/library.ts'
import { exportSite, planSite } from '../../../electron/publish/export-site.ts'
import { mendSite } from '../../../electron/publish/mend-site.ts'
import { zipSite } from '../../../electron/publish/site-zip.ts'
import { tempFolder } from '../library/temp-library.ts'

/** What a stranger would like to get at. */
const SECRET = 'the words of a key'

interface Ground {
  /** A site that a stranger hands over, by way of an archive or a repository. */
  readonly site: string
  /** A folder of the writer's own, with files that nobody may read, change or take away. */
  readonly home: string
  /** Adds to what the manifest says that Longhand made. */
  claim(...paths: readonly string[]): void
  /** Writes a file below the site, with the folders above it. */
  put(path: string, text?: string): void
  /** Has a path of the site lead elsewhere. */
  link(path: string, to: string): void
}

interface Hostile {
  readonly name: string
  lay(ground: Ground): void
}

/** With a manifest that names these files as Longhand's own. */
const named = (what: string, ...paths: readonly string[]): Hostile => ({
  name: `a manifest that names ${what}`,
  lay: ({ claim }) => claim(...paths),
})

/** With what an export that was stopped amid its swap leaves, or what looks like it. */
const journal = (name: string, text: unknown, more?: (ground: Ground) => void): Hostile => ({
  name: `a journal ${name}`,
  lay: (ground) => {
    ground.put('.longhand/journal.json', typeof text === 'string' ? text : JSON.stringify(text))
    ground.put('.longhand/manifest.next', '{"madeBy":"Longhand","version":1,"files":{}}')
    more?.(ground)
  },
})

const manifest = (name: string, text: string): Hostile => ({
  name: `a manifest ${name}`,
  lay: ({ put }) => put('.longhand/manifest.json', text),
})

const replaced = (path: string, to: (home: string) => string): Hostile => ({
  name: `${path} leading to ${to('HOME')}`,
  lay: ({ link, home }) => link(path, to(home)),
})

const SOURCE_OF_ALL = '{"madeBy":"Longhand","version":1,"files":'

/** What SQLite would play back, and the file that it would then take away (https://sqlite.org/fileformat2.html#the_rollback_journal). */
function hotJournal(file: string, other: string): void {
  const db = new Database(file)
  db.exec('CREATE TABLE a (b); INSERT INTO a VALUES (1)')
  db.close()
  const header = Buffer.alloc(512)
  Buffer.from('d9d505f920a163d7', 'hex').copy(header)
  header.writeUInt32BE(2, 16)
  header.writeUInt32BE(512, 20)
  header.writeUInt32BE(4096, 24)
  const name = Buffer.from(other)
  const tail = Buffer.alloc(16)
  tail.writeUInt32BE(name.length, 0)
  tail.writeInt32BE(
    [...name].reduce((sum, byte) => sum + ((byte << 24) >> 24), 0),
    4,
  )
  Buffer.from('d9d505f920a163d7', 'hex').copy(tail, 8)
  const page = Buffer.alloc(4)
  page.writeUInt32BE(0x40000000 / 4096 + 1)
  writeFileSync(`${file}-journal`, Buffer.concat([header, page, name, tail]))
}

const HOSTILE: readonly Hostile[] = [
  named('a file outside', '../home/keys.txt'),
  named('one by way of a folder', 'tag/../../home/keys.txt'),
  named('one by its whole path', '/etc/hostname'),
  named('one as Windows writes it', '..\\home\\keys.txt', 'C:\\keys.txt', '\\\\host\\share', 'C:keys.txt'),
  named('devices and streams', 'con', 'nul.html', 'com1/x.html', 'een.html:stream', 'aux.'),
  named('hidden files', '.git/config', '.htaccess', '.longhand/manifest.json'),
  named('nothing, or too much', '', ' ', '.', '..', './', 'a//b', 'x'.repeat(5000)),
  named('what is no name', 'a\u0000b', 'a\nb', 'a\u202eb', '%2e%2e%2fhome%2fkeys.txt', '..%c0%afkeys.txt'),
  named(
    'what looks like a slash',
    '..\u2215home\u2215keys.txt',
    '\uff0e\uff0e\uff0fhome',
    '..\u2044keys.txt',
  ),
  named('properties of everything', '__proto__', 'constructor', 'prototype', 'toString'),
  named('a folder', 'tag', 'media', 'assets'),
  {
    name: 'a manifest that names files behind a link, to be taken away',
    lay: ({ claim, link, home }) => {
      link('oud', home)
      claim('oud/keys.txt', 'oud/old/keys.txt', 'oud/empty/x')
    },
  },
  {
    name: 'a manifest that names links, to be written over or taken away',
    lay: ({ claim, link, home }) => {
      link('een.html', join(home, 'keys.txt'))
      link('oud.html', join(home, 'keys.txt'))
      claim('een.html', 'oud.html')
    },
  },
  {
    name: 'a manifest that names links upon links, and some that lead in a circle',
    lay: ({ claim, link, home }) => {
      link('a', 'b')
      link('b', home)
      link('c', 'c')
      claim('a/keys.txt', 'b/keys.txt', 'c/x', 'c')
    },
  },
  ...['assets', 'media', 'tag', 'zoeken', 'categorie', 'archief', 'auteur'].map((path) =>
    replaced(path, (home) => home),
  ),
  ...['index.html', 'robots.txt', 'feed.xml', 'site.webmanifest', '404.html', 'favicon.ico'].map((path) =>
    replaced(path, (home) => join(home, 'keys.txt')),
  ),
  replaced('index.html', (home) => join(home, 'not-there')),
  replaced('index.html', () => '/dev/zero'),
  replaced('.longhand/lock', (home) => join(home, 'keys.txt')),
  replaced('.longhand/lock', (home) => join(home, 'empty.txt')),
  replaced('.longhand/lock', (home) => join(home, 'not-there')),
  replaced('.longhand/lock-journal', (home) => join(home, 'keys.txt')),
  replaced('.longhand/lock-wal', (home) => join(home, 'keys.txt')),
  replaced('.longhand/manifest.json', (home) => join(home, 'keys.txt')),
  replaced('.longhand/manifest.json', () => '/dev/zero'),
  replaced('.longhand/manifest.next', (home) => join(home, 'keys.txt')),
  replaced('.longhand/journal.next', (home) => join(home, 'keys.txt')),
  replaced('.longhand/journal.json', (home) => join(home, 'keys.txt')),
  replaced('.longhand/journal.json', () => '/dev/zero'),
  replaced('.longhand/zip.part', (home) => join(home, 'keys.txt')),
  replaced('.longhand/stage', (home) => home),
  replaced('.longhand/old', (home) => home),
  {
    name: 'Longhand’s own folder leading to one that holds folders of these names',
    lay: ({ site, link, home }) => {
      renameSync(join(site, '.longhand'), join(site, 'notes'))
      copyFileSync(join(site, 'notes/manifest.json'), join(home, 'manifest.json'))
      link('.longhand', home)
    },
  },
  {
    name: 'Longhand’s own folder as a file',
    lay: ({ site, put }) => {
      renameSync(join(site, '.longhand'), join(site, 'notes'))
      put('.longhand', 'x')
    },
  },
  {
    name: 'a lock that SQLite would bring in order by taking another file away',
    lay: ({ site, home }) => hotJournal(join(site, '.longhand/lock'), join(home, 'keys.txt')),
  },
  {
    name: 'a lock that is a folder',
    lay: ({ put }) => put('.longhand/lock/x', 'x'),
  },
  {
    name: 'a lock that is a pipe',
    lay: ({ site }) => void execFileSync('/usr/bin/env', ['mkfifo', join(site, '.longhand/lock')]),
  },
  {
    name: 'pipes where files should be',
    lay: ({ site, claim }) => {
      for (const name of ['een.html.new', 'oud.html'])
        execFileSync('/usr/bin/env', ['mkfifo', join(site, name)])
      claim('oud.html', 'een.html.new')
    },
  },
  journal('that is none', 'nothing of that kind'),
  journal('that is cut off', '{"put":["een.html"'),
  ...[null, 5, 'x', [], {}, { put: 'een.html' }, { put: [1, null], remove: [] }, { put: {}, remove: 7 }].map(
    (text) => journal(`that says ${JSON.stringify(text)}`, JSON.stringify(text)),
  ),
  journal('that puts files outside', { put: ['../home/keys.txt', '/etc/hostname'], remove: [] }),
  journal('that takes files outside away', {
    put: [],
    remove: ['../home/keys.txt', 'tag/../../home/keys.txt'],
  }),
  journal('that takes away behind a link', { put: [], remove: ['oud/keys.txt'] }, ({ link, home }) =>
    link('oud', home),
  ),
  journal('that puts behind a link', { put: ['oud/keys.txt'], remove: [] }, ({ link, put, home }) => {
    link('oud', home)
    put('.longhand/stage/oud/keys.txt')
  }),
  journal(
    'that would be taken back from behind a link',
    { put: ['oud/keys.txt', 'een.html'], remove: [] },
    ({ site, link, home }) => {
      link('oud', home)
      mkdirSync(join(site, '.longhand/stage/oud'), { recursive: true })
    },
  ),
  journal('whose pages lie elsewhere', { put: ['keys.txt', 'old/keys.txt'], remove: [] }, ({ link, home }) =>
    link('.longhand/stage', home),
  ),
  journal('whose pages lie elsewhere, further down', { put: ['a/keys.txt'], remove: [] }, (ground) => {
    ground.put('.longhand/stage/x')
    ground.link('.longhand/stage/a', ground.home)
  }),
  journal('whose pages are links', { put: ['keys.html'], remove: [] }, (ground) => {
    ground.put('.longhand/stage/x')
    ground.link('.longhand/stage/keys.html', join(ground.home, 'keys.txt'))
  }),
  journal('whose old pages lie elsewhere', { put: [], remove: ['keys.txt'] }, ({ link, home }) =>
    link('.longhand/old', home),
  ),
  journal(
    'whose old pages lie elsewhere, to be brought back',
    { put: ['keys.txt', 'oud/x'], remove: ['keys.txt'] },
    ({ link, home }) => {
      link('.longhand/old', home)
      link('oud', home)
    },
  ),
  journal('of the notes themselves', { put: ['.longhand/lock'], remove: ['.longhand/manifest.json'] }),
  manifest('that is empty', ''),
  manifest('that is no JSON', '{"madeBy":"Longhand","version":1,'),
  manifest('of lists in lists', `${SOURCE_OF_ALL}${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
  manifest('whose files are a list', `${SOURCE_OF_ALL}["een.html",["x"],null]}`),
  manifest('whose files are a word', `${SOURCE_OF_ALL}"een.html"}`),
  manifest(
    'whose files are of no shape',
    `${SOURCE_OF_ALL}{"een.html":7,"index.html":[],"tag":{"size":{}}}}`,
  ),
  manifest(
    'whose links are of no shape',
    `${SOURCE_OF_ALL}{"een.html":{"hash":"x","size":1,"key":"k","links":"x","images":{"length":9}}}}`,
  ),
  ...['[[1]]', '[[1,{"length":3}]]', '[[{},[{"toString":1}]]]', '[null]', '{"1":[2]}', '7'].map((related) =>
    manifest(
      `whose related articles are ${related}`,
      `{"madeBy":"Longhand","version":1,"related":${related},"files":{}}`,
    ),
  ),
  ...['7', '[]', '{"theme":{"toString":1}}', '"x"'].map((shared) =>
    manifest(`whose notes are ${shared}`, `{"madeBy":"Longhand","version":1,"shared":${shared},"files":{}}`),
  ),
  manifest(
    'that sets what all things have',
    `${SOURCE_OF_ALL}{"__proto__":{"hash":"x"},"een.html":{"__proto__":{"key":"x"}}}}`,
  ),
]

/** Every file below a folder with its words, and where links lead. */
function allOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const says = entry.isSymbolicLink()
        ? `-> ${readlinkSync(file)}`
        : entry.isFile()
          ? `${lstatSync(file).mtimeMs} ${readFileSync(file, 'utf8')}`
          : 'folder'
      return [file, says]
    }),
  )
}

let library: Library
let clean: string

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  library = createLibrary(join(folder, 'library'), { name: 'Proef', language: 'nl-NL' })
  library.articles.create({ title: 'Een', body: 'Tekst. [x](twee.html)', status: 'published', tags: ['x'] })
  clean = join(folder, 'clean')
  await exportSite(library, clean)
  return () => {
    library.close()
    rmSync(folder, { recursive: true })
  }
})

function lay(hostile: Hostile): Ground {
  const root = tempFolder()
  const [site, home] = [join(root, 'site'), join(root, 'home')]
  for (const folder of ['old', 'stage', 'empty']) mkdirSync(join(home, folder), { recursive: true })
  for (const file of ['keys.txt', 'old/keys.txt', 'stage/keys.txt', 'index.html']) {
    writeFileSync(join(home, file), SECRET)
  }
  writeFileSync(join(home, 'empty.txt'), '')
  cpSync(clean, site, { recursive: true, preserveTimestamps: true })
  const ground: Ground = {
    site,
    home,
    claim: (...paths) => {
      const file = join(site, '.longhand/manifest.json')
      const said = JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, unknown> }
      const claimed = paths.map((path) => [path, { hash: 'x', size: SECRET.length, key: 'x' }] as const)
      const files = Object.fromEntries([...Object.entries(said.files), ...claimed])
      writeFileSync(file, JSON.stringify({ ...said, files }))
    },
    put: (path, text = SECRET) => {
      mkdirSync(join(site, path, '..'), { recursive: true })
      writeFileSync(join(site, path), text)
    },
    link: (path, to) => {
      mkdirSync(join(site, path, '..'), { recursive: true })
      rmSync(join(site, path), { recursive: true, force: true })
      symlinkSync(to, join(site, path))
    },
  }
  hostile.lay(ground)
  return ground
}

/** Whether work is done; otherwise it is refused in words. */
async function isDone(work: () => unknown): Promise<boolean> {
  try {
    await work()
    return true
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    return false
  }
}

describe('a site that a stranger hands over', () => {
  it.each(HOSTILE.map((hostile) => [hostile.name, hostile] as const))(
    'has nothing outside it changed, taken away or shown: %s',
    async (_name, hostile) => {
      const { site, home } = lay(hostile)
      const before = allOf(home)
      const zip = `${site}.zip`
      const tried = async (work: () => unknown): Promise<boolean> => {
        const isWell = await isDone(work)
        expect(allOf(home)).toEqual(before)
        if (existsSync(zip)) expect((await textsIn(zip)).includes(SECRET)).toBe(false)
        return isWell
      }
      await tried(() => mendSite(site))
      await tried(() => zipSite(site, zip))
      await tried(() => planSite(library, site))
      rmSync(zip, { force: true })
      const isExported = await tried(() => exportSite(library, site))
      if (!isExported) await tried(() => exportSite(library, site, { overwrite: true }))
    },
  )

  it('is written over without a change to a file that shares its bytes', async () => {
    const { site, home } = lay({ name: '', lay: () => {} })
    rmSync(join(site, 'een.html'))
    linkSync(join(home, 'keys.txt'), join(site, 'een.html'))
    await exportSite(library, site)
    expect(readFileSync(join(home, 'keys.txt'), 'utf8')).toBe(SECRET)
    expect(readFileSync(join(site, 'een.html'), 'utf8')).toContain('<h1')
  })

  it('is exported to as any other, whatever its notes claim of files elsewhere', async () => {
    const { site, claim } = lay({ name: '', lay: () => {} })
    claim('../home/keys.txt', '.git/config', 'con')
    await exportSite(library, site)
    expect(readFileSync(join(site, '.longhand/manifest.json'), 'utf8')).toBe(
      readFileSync(join(clean, '.longhand/manifest.json'), 'utf8'),
    )
  })
})

/** All that a zip holds, one after the other. */
function textsIn(zip: string): Promise<string> {
  return new Promise((resolve, reject) => {
    open(zip, { lazyEntries: true }, (failure, file) => {
      if (failure) return reject(failure)
      let all = ''
      file.on('entry', (entry) =>
        file.openReadStream(entry, (refusal, stream) => {
          if (refusal) return reject(refusal)
          stream.setEncoding('latin1')
          stream.on('data', (text) => (all += String(text)))
          stream.on('end', () => file.readEntry())
        }),
      )
      file.on('end', () => resolve(all))
      file.on('error', reject)
      file.readEntry()
    })
  })
}
