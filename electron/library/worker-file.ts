/** A worker's file beside the module that starts it: built ones end in `.js`, those of the source in `.ts`. */
export function workerFile(name: string, starter: string): URL {
  return new URL(`./${name}.${starter.endsWith('.ts') ? 'ts' : 'js'}`, starter)
}
