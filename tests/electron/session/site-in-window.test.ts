import { expect, it } from 'vitest'
import { Session } from '../../../electron/session/session.ts'
import { SiteInWindow } from '../../../electron/session/site-in-window.ts'
import { fakeHost } from '../fake-host.ts'

it('shows pages in their own face, however long that takes', async () => {
  const session = new Session(fakeHost())
  await session.create('Veldkers', 'nl', session.defaultParent)
  const file = await new SiteInWindow(session).file('assets/style.css', '/site/', 'out')
  const css = new TextDecoder().decode(file?.bytes)
  expect(css).toContain("font-family:'Newsreader'")
  expect(css).toContain('font-display:swap')
  expect(css).not.toContain('font-display:optional')
  session.quit()
})
