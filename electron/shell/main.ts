/** The first file that runs. With a command word it is the command line; without one it is the application. */
import { app } from 'electron'
import { isCliCommand, runCli } from '../cli.ts'
import { Keeper } from '../library/keeper.ts'
import { startApplication } from './application.ts'
import { compileHere } from './compile-here.ts'
import { startKeeper } from './keeper-process.ts'

compileHere()

const words = process.argv.slice(app.isPackaged ? 1 : 2).filter((word) => !isSwitch(word))

if (isCliCommand(words[0])) {
  const from = process.argv.indexOf(words[0] as string)
  void runCli(process.argv.slice(from), undefined, { keeper }).then((code) => {
    app.exit(code)
  })
} else {
  startApplication()
}

async function keeper(): Promise<Keeper> {
  await app.whenReady()
  return new Keeper({ start: startKeeper })
}

/** Whether Chromium, and not the command line, is meant. */
function isSwitch(word: string): boolean {
  return word.startsWith('-') || word === '.'
}
