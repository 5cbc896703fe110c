/** A library that is open, with what works beside it. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FailureData } from '../../core/errors.ts'
import type { Library } from '../library/library.ts'
import { RelatedClient } from '../library/related-client.ts'
import { Health, type Lost } from './health.ts'
import { type Since, sinceOf } from './health-takeover.ts'
import type { Host } from './host.ts'
import { Others } from './others.ts'
import type { SettingsFile } from './settings.ts'
import { ThemeWatch } from './theme-watch.ts'
import { Upkeep } from './upkeep.ts'
import { LibraryWatch } from './watch.ts'
import { Writes } from './writes.ts'

/** Milliseconds that a write may wait in this thread; after that it waits in line. */
const PATIENCE = 20
/** The same for those that are still in line when the library is closed. */
const LAST_PATIENCE = 5000

export interface OpenLibrary {
  readonly library: Library
  readonly related: RelatedClient
  readonly writes: Writes
  readonly upkeep: Upkeep
  readonly watch: LibraryWatch
  readonly others: Others
  readonly themes: ThemeWatch
  readonly health: Health
  /** When the session began with this library. */
  readonly since: Since
  /** Ends the news of its commits. */
  stopListening(): void
}

/** Who is told of what becomes of an open library. */
export interface OpenLibraryOptions {
  readonly host: Host
  readonly settings: SettingsFile
  /** When the session began with it; null: now. */
  readonly since: Since | null
  /** What keeps it from being saved to is another trouble than before, or over. */
  readonly troubled: (health: Health) => void
  /** Its file is no longer in its place. */
  readonly lost: (health: Health, how: Lost) => void
  readonly failed: (failure: FailureData) => void
  /** The site's own settings changed. */
  readonly siteChanged: () => void
}

/** Puts to work what goes with an open library. */
export function setUp(library: Library, options: OpenLibraryOptions): OpenLibrary {
  const { host, settings } = options
  const log = (problem: string) => host.log(problem)
  const since = options.since ?? sinceOf(library)
  const related = new RelatedClient(library.folder, log, () => health.require())
  const upkeep = new Upkeep(library.folder, {
    start: host.startKeeper,
    log,
    elsewhere: () => settings.get().elsewhere[library.folder]?.folder ?? null,
    onElsewhere: (utc) => settings.noteElsewhere(library.folder, utc),
    onFailure: options.failed,
    isAway: () => health.trouble !== null && health.trouble.kind !== 'held',
  })
  library.setPatience(PATIENCE)
  const watch = new LibraryWatch(library, { log })
  const others = new Others(library.folder, {
    changed: (sharing) => host.emit('sharing.changed', sharing),
    hasRead: (service) => settings.get().shared[library.folder] === service,
    log,
  })
  const themes = new ThemeWatch(library, {
    changed: (failure) => host.emit('theme.changed', { failure }),
    log,
  })
  const health: Health = new Health(library, {
    changed: () => options.troubled(health),
    writable: () => host.emit('library.writable', {}),
    lost: (how) => options.lost(health, how),
    log,
  })
  const writes = new Writes((isHeld) => health.held(isHeld))
  const stopListening = library.onChange((change) => {
    related.changed(change)
    upkeep.changed()
    host.emit('library.changed', change)
    if (change.parts.includes('site')) options.siteChanged()
  })
  return { library, related, writes, upkeep, watch, others, themes, health, since, stopListening }
}

/** Ends it all and closes the library; what still waits to be written is tried for the last time. */
export function takeDown(open: OpenLibrary, log: (problem: string) => void): void {
  open.stopListening()
  open.related.close()
  open.upkeep.close()
  open.watch.close()
  open.others.close()
  open.themes.close()
  open.library.setPatience(LAST_PATIENCE)
  open.writes.finish()
  try {
    open.library.close()
  } catch (error) {
    // Its disk is away, and it is closed all the same. What was saved was on the disk before.
    log(`The library in ${open.library.folder} could not be closed in order: ${String(error)}`)
  }
  open.health.close()
}

/** A folder below `parent` that does not exist yet: the name itself, or with -2, -3, … */
export function newFolder(parent: string, name: string): string {
  const safe = basename(name)
  for (let count = 1; ; count += 1) {
    const folder = join(parent, count === 1 ? safe : `${safe}-${count}`)
    if (!existsSync(folder)) return folder
  }
}
