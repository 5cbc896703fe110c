/** `npm run torture -- --exports N --seed S`: lets N exports of each kind come to grief, and prints what was left. */
import { GROUNDS } from './ground.ts'
import { MISHAPS } from './mishaps.ts'
import { onGround } from './trial.ts'

const [tries = '10', seed = '1', only = ''] = process.argv.slice(2)
const problems: string[] = []
const leftOut = new Set<string>()
console.log(`seed ${seed}`)
console.log('folder            mishap                      tries  old  new  between  wrong')
for (const [at, ground] of GROUNDS.entries()) {
  const laid = await onGround(ground)
  try {
    for (const [index, mishap] of MISHAPS.entries()) {
      if (!`${ground.name}, ${mishap.name}`.includes(only)) continue
      const tried = await laid.tryOut(mishap, Number(tries), Number(seed) + at * 100 + index)
      if (tried.leftOut !== null) leftOut.add(`left out: ${mishap.name}: ${tried.leftOut}`)
      const numbers = [tried.tries, tried.old, tried.new].map((number) => String(number).padStart(5)).join('')
      const rest = String(tried.between).padStart(9) + String(tried.problems.length).padStart(7)
      console.log(`${ground.name.padEnd(18)}${mishap.name.padEnd(26)}${numbers.padStart(17)}${rest}`)
      problems.push(...tried.problems)
    }
  } finally {
    laid.end()
  }
}
for (const line of [...leftOut, ...problems]) console.log(line)
process.exitCode = problems.length > 0 ? 1 : 0
