import { resolve } from 'node:path'
import type { Sharing } from '../../../core/bridge/sharing.ts'
import type { Diagnosis, FindingCode, LibraryState } from '../../../core/diagnosis.ts'
import { Failure } from '../../../core/errors.ts'
import { findCopies } from '../../library/sync-copies.ts'
import { findPictureCopies } from '../../library/sync-pictures.ts'
import { placeOf } from '../../library/sync-facts.ts'
import type { RescueReport } from '../../library/rescue.ts'
import { failureLine } from '../failure-line.ts'
import { type Command, Refused, required } from '../command.ts'
import { type CliIo, print, printJson } from '../io.ts'
import { withKeeper } from '../keeper.ts'
import { table } from '../table.ts'

const FINDINGS: Readonly<Record<FindingCode, string>> = {
  structure: 'places where SQLite finds the file damaged',
  references: 'rows that refer to what is not there',
  log: 'saves in the log that would be passed over',
  index: 'faults in the search index, which can be made anew',
  media: 'pictures that are not in the folder as they should be',
  text: 'articles whose text is not what was saved',
  schema: 'older schema, brought up to date at opening',
  translations: 'articles whose language another translation of the same has too',
  unfinished: 'the check did not come to its end',
}

/** What can be rescued from, rather than only restored over. */
const RESCUABLE: readonly LibraryState[] = ['damaged', 'notOne']

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor --library DIR [--rescue] [--json]',
  summary: 'Examines a library without writing to it; with --rescue saves what can be read of a damaged one.',
  options: { library: { type: 'string' }, rescue: { type: 'boolean' }, json: { type: 'boolean' } },
  help: {
    'library DIR': 'the library',
    rescue: 'if it is damaged: put what can be read in its place, and move the damaged one aside, untouched',
    json: 'print {"state", "findings", "articles", …}; with --rescue {"diagnosis", "rescue"}',
  },
  run: async (words, io) => {
    const folder = resolve(required(words, 'library'))
    await withKeeper(io, async (keeper, follower) => {
      const diagnosis = await keeper.diagnose(folder, { full: true, texts: true }, follower)
      const mayRescue = words.has('rescue') && RESCUABLE.includes(diagnosis.state)
      const rescue = mayRescue ? await keeper.follow(follower, 'rescueBeside', folder) : null
      const sharing = sharingOf(diagnosis)
      if (words.has('json')) {
        const found = { ...diagnosis, ...sharing }
        await printJson(io, words.has('rescue') ? { diagnosis: found, rescue } : found)
      } else {
        // Where nothing could be examined, the one line that says why is all there is to say.
        if (diagnosis.state === 'sound' || diagnosis.state === 'damaged') await printDiagnosis(io, diagnosis)
        await printSharing(io, sharing)
        if (rescue) await printRescue(io, rescue)
      }
      if (!rescue) refuseUnsound(diagnosis)
    })
  },
}

/** Who else reaches the library, and what came of it. */
function sharingOf({ folder, state }: Diagnosis): Sharing {
  const isThere = state !== 'missing'
  return {
    place: placeOf(folder),
    copies: isThere ? findCopies(folder) : [],
    pictures: isThere ? findPictureCopies(folder) : [],
  }
}

async function printSharing(io: CliIo, { place, copies, pictures }: Sharing): Promise<void> {
  if (place?.kind === 'synced') {
    await print(
      io,
      `${place.service} synchronises its folder: better keep it on this computer, and backups there\n`,
    )
  }
  if (place?.kind === 'network') {
    await print(
      io,
      `It lies on another computer’s disk (${place.service}): better keep it on this one, and backups there\n`,
    )
  }
  if (pictures.length > 0) await print(io, `${pictures.length}  second versions of pictures\n`)
  for (const name of pictures) await print(io, `   media/${name}\n`)
  if (copies.length === 0) return
  await print(io, `${copies.length}  other versions of it lie beside it: see longhand copies\n`)
  for (const { name } of copies) await print(io, `   ${name}\n`)
}

/** Exit code 1 for a library that cannot be worked in, with one line that says why. */
function refuseUnsound({ state, failure, folder }: Diagnosis): void {
  if (state === 'sound') return
  if (failure && state !== 'damaged') {
    throw new Refused(failureLine(new Failure(failure.code, failure.detail)))
  }
  throw new Refused(
    `The library in ${folder} is damaged. Restore a backup (longhand restore), or rescue what can be read (longhand doctor --rescue).`,
  )
}

async function printDiagnosis(io: CliIo, diagnosis: Diagnosis): Promise<void> {
  const { folder, state, failure, articles, findings } = diagnosis
  await print(io, `${folder}\n${state}${articles === null ? '' : `, ${articles} articles`}\n`)
  if (failure?.code === 'library.damaged') await print(io, `   ${failure.detail.problem}\n`)
  for (const { code, count, examples } of findings) {
    await print(io, `${count}  ${FINDINGS[code]}\n${examples.map((example) => `   ${example}\n`).join('')}`)
  }
}

async function printRescue(io: CliIo, report: RescueReport): Promise<void> {
  await print(io, `\nRescued ${report.articles} articles\n`)
  if (report.aside !== null) await print(io, `The damaged library lies, untouched, in ${report.aside}\n`)
  if (report.lostRows > 0) await print(io, `${report.lostRows} rows could not be made out\n`)
  const rows = report.mended.map(({ title, body, isNew }) => [
    'mended',
    `text: ${body}${isNew ? ', title and dates: lost' : ''}`,
    title,
  ])
  await print(io, table(rows))
  for (const path of report.missing) await print(io, `missing  ${path}\n`)
}
