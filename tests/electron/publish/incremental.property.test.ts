/** A site that grew by many exports, after any sequence of acts. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLibrary, openLibrary } from '../../../electron/library/library.ts'
import { exportSite, planSite } from '../../../electron/publish/export-site.ts'
import {
  type RandomAct,
  START,
  type Scene,
  furnish,
  meddle,
  perform,
  randomAct,
  randomMeddling,
} from './random-acts.ts'
import { bytesOf, filesOf } from './site.ts'

/** More of them: `LONGHAND_RUNS=500`. */
const RUNS = Number(process.env['LONGHAND_RUNS'] ?? 6)

/** What happens up to an export, and how that is done. */
const step = fc.record({
  acts: fc.array(randomAct, { minLength: 1, maxLength: 4 }),
  meddling: randomMeddling,
  /** By a connection that only reads, as beside the window, or by the one that writes. */
  isBeside: fc.boolean(),
  /** To one of two folders, which then lag behind each other. */
  folder: fc.constantFrom('site', 'site', 'site', 'kopie'),
  /** Another library's site is planned before. */
  isOtherFirst: fc.boolean(),
})

interface Step {
  readonly acts: readonly RandomAct[]
  readonly meddling: { readonly at: number; readonly how: 'removed' | 'changed' } | null
  readonly isBeside: boolean
  readonly folder: string
  readonly isOtherFirst: boolean
}

type Bytes = Readonly<Record<string, string>>

/** Exports into a folder that may stand, and gives the site. */
async function grown(scene: Scene, folder: string, isBeside: boolean): Promise<Bytes> {
  const { library, clock } = scene
  const threads = 0
  if (!isBeside) {
    await exportSite(library, folder, { threads })
    return bytesOf(folder)
  }
  const reading = openLibrary(library.folder, {
    readonly: true,
    isOpen: true,
    now: () => new Date(clock.now),
  })
  const release = reading.hold()
  try {
    const plan = await planSite(reading, folder, { threads })
    await exportSite(reading, folder, { threads, plan: plan.id })
  } finally {
    release()
    reading.close()
  }
  return bytesOf(folder)
}

/** The site of a copy of the library that has nothing of earlier exports, made by nobody who knows of one. */
async function fresh({ library, clock }: Scene, folder: string): Promise<Bytes> {
  const place = mkdtempSync(join(folder, 'vers-'))
  const copy = join(place, 'library')
  mkdirSync(copy)
  await library.copyTo(join(copy, 'library.db'))
  cpSync(join(library.folder, 'media'), join(copy, 'media'), { recursive: true, preserveTimestamps: true })
  const opened = openLibrary(copy, { now: () => new Date(clock.now) })
  try {
    await exportSite(opened, join(place, 'site'), { threads: 0, full: true })
    return bytesOf(join(place, 'site'))
  } finally {
    opened.close()
    rmSync(place, { recursive: true })
  }
}

/** Takes a library through steps; after each, the site that grew and the one from nothing. */
async function* follow(steps: readonly Step[]): AsyncGenerator<readonly [site: Bytes, anew: Bytes]> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-test-'))
  const clock = { now: START }
  const now = { now: () => new Date(clock.now) }
  const other = createLibrary(join(folder, 'other'), { name: 'Ander', language: 'en' }, now)
  const library = createLibrary(join(folder, 'library'), { name: 'Proef', language: 'nl-NL' }, now)
  const scene = { library, clock }
  try {
    furnish(scene)
    for (const { acts, meddling, isBeside, folder: name, isOtherFirst } of steps) {
      clock.now += 1000
      for (const act of acts) perform(scene, act)
      const site = join(folder, name)
      if (meddling && existsSync(site)) meddle(site, [...filesOf(site).keys()], meddling)
      if (isOtherFirst) await planSite(other, join(folder, 'other-site'), { threads: 0 })
      yield [await grown(scene, site, isBeside), await fresh(scene, folder)]
    }
  } finally {
    for (const one of [library, other]) one.close()
    rmSync(folder, { recursive: true })
  }
}

describe('a site that was exported again and again', () => {
  it('is byte for byte what a new folder gets, whatever was done to library and site in between', async () => {
    // Always the same ones, unless more are asked for.
    const seed = process.env['LONGHAND_RUNS'] === undefined ? { seed: 2026 } : {}
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        for await (const [site, anew] of follow(steps)) expect(site).toEqual(anew)
      }),
      { numRuns: RUNS, ...seed },
    )
  }, 7_200_000)
})
