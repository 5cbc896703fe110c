/** `npm run torture -- --kills N --seed S`: kills every act N times, and prints a table of what was left. */
import { ACTS } from './acts.ts'
import { killAct } from './killing.ts'

const [kills = '20', seed = '1', only = ''] = process.argv.slice(2)
const problems: string[] = []
console.log('act                      kills  old  new  other')
for (const [index, act] of ACTS.filter(({ name }) => name.includes(only)).entries()) {
  const killed = await killAct(act, Number(kills), Number(seed) + index)
  const numbers = [killed.kills, killed.old, killed.new, killed.problems.length]
  console.log(`${act.name.padEnd(24)}${numbers.map((number) => String(number).padStart(5)).join('')}`)
  problems.push(...killed.problems)
}
for (const problem of problems) console.log(problem)
process.exitCode = problems.length > 0 ? 1 : 0
