/** The first file that runs. With a command word it is the command line; without one it is the application. */
import { app } from 'electron'
import { isCliCommand, runCli } from '../cli.ts'
import { startApplication } from './application.ts'

const words = process.argv.slice(app.isPackaged ? 1 : 2).filter((word) => !isSwitch(word))

if (isCliCommand(words[0])) {
  const from = process.argv.indexOf(words[0] as string)
  void runCli(process.argv.slice(from)).then((code) => {
    app.exit(code)
  })
} else {
  startApplication()
}

/** Whether Chromium, and not the command line, is meant. */
function isSwitch(word: string): boolean {
  return word.startsWith('-') || word === '.'
}
