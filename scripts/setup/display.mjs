/**
 * Whether a window can be shown: on Linux only where an X or a Wayland server is named.
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {string} [platform]
 */
export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** Chromium refuses to start as root with its sandbox on. */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
