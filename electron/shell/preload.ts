/** Runs in the window's sandbox before the page: puts the bridge on `window.longhand`, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../../core/bridge.ts'
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../ipc/channels.ts'

// More parts of the window listen than Node expects of one sender; that they became many more would still be said.
ipcRenderer.setMaxListeners(60)

const bridge: Bridge = {
  request: (name, args) => ipcRenderer.invoke(REQUEST_CHANNEL, name, args) as never,
  on: (name, listener) => {
    const heard = (_event: unknown, eventName: unknown, payload: unknown): void => {
      if (eventName === name) listener(payload as never)
    }
    ipcRenderer.on(EVENT_CHANNEL, heard)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, heard)
    }
  },
}

contextBridge.exposeInMainWorld('longhand', bridge)
