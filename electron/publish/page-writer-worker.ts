/** Runs in a thread of its own: stages the pages of an export. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerInTurn } from './helper-thread.ts'
import { type Pages, eachOf } from './pages.ts'
import { type WriterSetup, type Written, pageWriter } from './page-writer.ts'

if (parentPort) {
  const write = pageWriter(workerData as WriterSetup)
  answerInTurn(parentPort, (pages: Pages): readonly Written[] => eachOf(pages, write))
}
