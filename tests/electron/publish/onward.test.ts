import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Onward } from '../../../core/bridge.ts'
import { Failure } from '../../../core/errors.ts'
import { environmentFor, runOnward } from '../../../electron/publish/onward.ts'
import { tempFolder } from '../library/temp-library.ts'

interface Place {
  readonly root: string
  readonly site: string
  readonly library: string
  readonly day: string
}

function place(site = 'site'): Place {
  const root = tempFolder()
  const made = { root, site: join(root, site), library: join(root, 'library'), day: '2026-01-31' }
  mkdirSync(made.site, { recursive: true })
  mkdirSync(made.library, { recursive: true })
  return made
}

/** A program that node runs. */
function program(at: Place, code: string): Onward {
  const file = join(at.root, 'program.mjs')
  writeFileSync(file, code)
  return { way: 'command', argv: [process.execPath, file, '$HOME; touch ran', '*'] }
}

async function run(
  onward: Onward,
  at: Place,
  controller = new AbortController(),
  onText?: (text: string) => void,
) {
  let text = ''
  const report = await runOnward(onward, at, {
    signal: controller.signal,
    onText: (more) => {
      text += more
      onText?.(more)
    },
  })
  return { ...report, text }
}

const problem = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) =>
      thrown instanceof Failure ? (thrown.detail as { problem?: string }).problem : thrown,
  )

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Noor', '-c', 'user.email=noor@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()

/** A repository in the site's folder with a bare one to push to. */
function repository(at: Place): string {
  const bare = join(at.root, 'bare.git')
  git(at.root, 'init', '--quiet', '--bare', '--initial-branch=main', bare)
  git(at.site, 'init', '--quiet', '--initial-branch=main')
  git(at.site, 'config', 'user.name', 'Noor')
  git(at.site, 'config', 'user.email', 'noor@example.org')
  git(at.site, 'remote', 'add', 'origin', bare)
  mkdirSync(join(at.site, '.longhand'))
  writeFileSync(join(at.site, '.longhand', 'manifest.json'), '{}')
  writeFileSync(join(at.site, 'index.html'), 'een')
  return bare
}

/** Whether a process is at work; one that has ended and that nobody asked about is not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

describe('a command that follows an export', () => {
  it('runs in the site’s folder with its words as they are, and says how it ended', async () => {
    const at = place('a $(touch ran) "site" 漢')
    const onward = program(
      at,
      'console.log(process.cwd()); console.error(JSON.stringify(process.argv.slice(2))); process.exit(3)',
    )
    const { exit, text, isCancelled } = await run(onward, at)
    expect([exit, isCancelled]).toEqual([3, false])
    expect(text).toContain(at.site)
    expect(text).toContain('["$HOME; touch ran","*"]')
    expect(existsSync(join(at.site, 'ran'))).toBe(false)
  })

  it('is told where site and library lie, and nothing else of either or of this program', async () => {
    const at = place()
    const env = environmentFor(at, { PATH: '/bin', HOME: '/home/noor', SECRET: 'x', NODE_OPTIONS: '--x' })
    expect(env).toEqual({
      PATH: '/bin',
      HOME: '/home/noor',
      LONGHAND_SITE: at.site,
      LONGHAND_LIBRARY: at.library,
      GIT_TERMINAL_PROMPT: '0',
    })
  })

  it('goes through the shell where that was chosen', async () => {
    const at = place()
    const { exit, text } = await run(
      { way: 'shell', line: 'echo "$LONGHAND_SITE" | tr a-z A-Z && exit 4' },
      at,
    )
    expect(exit).toBe(4)
    expect(text).toContain(at.site.toUpperCase())
  })

  it('shows plain text, and of a flood only the end', async () => {
    const at = place()
    const onward = program(
      at,
      `console.log('\\u001b[31mred'); for (let i = 0; i < 20000; i++) console.log('x'.repeat(100)); console.log('the end')`,
    )
    let longest = 0
    const { text, exit } = await run(
      onward,
      at,
      undefined,
      (more) => (longest = Math.max(longest, more.length)),
    )
    expect(exit).toBe(0)
    expect(text).not.toContain('\u001b')
    expect(text).toContain('the end')
    expect(longest).toBeLessThan(20_000)
  })

  it('is ended with all that it started', async () => {
    const at = place()
    writeFileSync(
      join(at.root, 'child.mjs'),
      `process.on('SIGTERM', () => {}); console.log('child', process.pid); setInterval(() => {}, 1000)`,
    )
    const child = JSON.stringify(join(at.root, 'child.mjs'))
    const onward = program(
      at,
      `import { spawn } from 'node:child_process'; process.on('SIGTERM', () => {}); spawn(process.execPath, [${child}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`,
    )
    const controller = new AbortController()
    const report = await run(onward, at, controller, (text) => {
      if (text.includes('child')) controller.abort()
    })
    expect([report.exit, report.isCancelled]).toEqual([null, true])
    const pid = Number(/child (\d+)/.exec(report.text)?.[1])
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  it('is refused in words when there is no such program', async () => {
    const at = place()
    expect(await problem(run({ way: 'command', argv: ['no-such-program-here'] }, at))).toBe('notFound')
    const file = join(at.root, 'not-executable')
    writeFileSync(file, 'x')
    chmodSync(file, 0o644)
    expect(await problem(run({ way: 'command', argv: [file] }, at))).toBe('notFound')
  })
})

describe('git after an export', () => {
  const GIT: Onward = { way: 'git' }

  it('commits the folder without Longhand’s notes and pushes it, the first time and every time', async () => {
    const at = place()
    const bare = repository(at)
    const first = await run(GIT, at)
    expect(first.exit, first.text).toBe(0)
    expect(git(bare, 'ls-tree', '-r', '--name-only', 'main')).toBe('index.html')
    expect(git(bare, 'log', '-1', '--format=%s', 'main')).toBe('Site of 2026-01-31')

    writeFileSync(join(at.site, 'index.html'), 'twee')
    writeFileSync(join(at.site, '-een "$(touch ran)".html'), 'x')
    const second = await run(GIT, at)
    expect(second.exit, second.text).toBe(0)
    expect(git(bare, 'show', 'main:index.html')).toBe('twee')
    expect(existsSync(join(at.site, 'ran'))).toBe(false)

    const third = await run(GIT, at)
    expect(third.exit, third.text).toBe(0)
    expect(git(bare, 'rev-list', '--count', 'main')).toBe('2')
  })

  it('says what is missing: a repository, a remote, git itself', async () => {
    const at = place()
    expect(await problem(run(GIT, at))).toBe('noRepository')
    repository(at)
    git(at.site, 'remote', 'remove', 'origin')
    expect(await problem(run(GIT, at))).toBe('noRemote')
    const path = process.env['PATH']
    try {
      process.env['PATH'] = at.root
      expect(await problem(run(GIT, at))).toBe('noGit')
    } finally {
      process.env['PATH'] = path
    }
  })

  it('uses no repository that came with a library, nor one that only looks like one', async () => {
    const inside = place('library/site')
    repository(inside)
    const hook = join(inside.site, '.git', 'hooks', 'pre-commit')
    writeFileSync(hook, `#!/bin/sh\ntouch ${join(inside.root, 'ran')}\n`)
    chmodSync(hook, 0o755)
    expect(await problem(run(GIT, inside))).toBe('foreignRepository')
    expect(existsSync(join(inside.root, 'ran'))).toBe(false)

    const bare = place()
    git(bare.root, 'init', '--quiet', '--bare', bare.site)
    expect(await problem(run(GIT, bare))).toBe('noRepository')
  })

  it('gives back what git gave when a push is refused', async () => {
    const at = place()
    const bare = repository(at)
    const hook = join(bare, 'hooks', 'pre-receive')
    mkdirSync(join(bare, 'hooks'), { recursive: true })
    writeFileSync(hook, '#!/bin/sh\necho not today >&2\nexit 1\n')
    chmodSync(hook, 0o755)
    const { exit, text } = await run(GIT, at)
    expect(exit).not.toBe(0)
    expect(text).toContain('not today')
  })
})
