/** Where the window finds a picture of the library: beside its own page, under `site/`. */
export function pictureAddress(path: string): string {
  return `site/${path.split('/').map(encodeURIComponent).join('/')}`
}

/** What a picture is called: its file's name without the folder and the size that the library put behind it. */
export function nameOfPath(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1)
  return file.replace(/(-\d+x\d+)?\.[^.]*$/, '')
}
