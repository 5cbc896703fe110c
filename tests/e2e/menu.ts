/** The menu bar, for tests: the system draws it, so no key that a test sends to the window reaches it. */
import type { ElectronApplication } from 'playwright'
import type { Command } from '../../core/bridge.ts'

/** Chooses the item of the menu bar that gives `command`. */
export async function chooseInMenu(app: ElectronApplication, command: Command): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id)
    if (!item) throw new Error(`no menu item ${id}`)
    item.click()
  }, command)
}
