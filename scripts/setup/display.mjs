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

// Between two tests no window is open: left to itself, the hidden display begins anew then, and a window that opens at
// that moment finds none.
const SCREEN = '-screen 0 1920x1200x24 -noreset'

/**
 * A command that opens windows, so that it also runs where there is no display: then on a hidden one.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function onSomeDisplay(command, args) {
  if (hasDisplay()) return [command, [...args]]
  return ['xvfb-run', ['--auto-servernum', `--server-args=${SCREEN}`, command, ...args]]
}
