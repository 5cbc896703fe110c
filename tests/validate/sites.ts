/** Sites to validate: both samples, and real posts where LONGHAND_CORPORA names their folder, in every theme. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { THEMES } from '../../core/article.ts'
import { intake } from '../../electron/intake/intake.ts'
import { createSample } from '../../electron/intake/sample.ts'
import { createLibrary, openLibrary } from '../../electron/library/library.ts'
import { exportSite } from '../../electron/publish/export-site.ts'
import { RESOURCES } from '../../electron/publish/resources.ts'

/** Makes them under `folder`, each in a folder of its own; gives their names. */
export async function makeSites(folder: string): Promise<readonly string[]> {
  const libraries = [await sample(folder, 'nl'), await sample(folder, 'en')]
  const corpora = process.env['LONGHAND_CORPORA'] ?? ''
  if (corpora !== '') libraries.push(posts(folder, corpora))
  const names: string[] = []
  for (const name of libraries) {
    const library = openLibrary(join(folder, 'libraries', name))
    try {
      library.site.update({ baseUrl: 'https://example.org/site/' })
      for (const theme of THEMES) {
        library.site.update({ theme })
        names.push(`${name}-${theme}`)
        await exportSite(library, join(folder, 'sites', `${name}-${theme}`))
      }
    } finally {
      library.close()
    }
  }
  return names
}

async function sample(folder: string, language: 'nl' | 'en'): Promise<string> {
  const name = `sample-${language}`
  await createSample(RESOURCES, language, join(folder, 'libraries', name))
  return name
}

function posts(folder: string, corpora: string): string {
  const unpacked = join(folder, 'posts')
  mkdirSync(unpacked, { recursive: true })
  execFileSync('tar', ['xzf', join(corpora, '18f-posts.tar.gz'), '-C', unpacked])
  const library = createLibrary(join(folder, 'libraries', 'posts'), { name: 'Posts', language: 'en-US' })
  try {
    intake(library, [join(unpacked, 'posts')], { language: 'en' })
  } finally {
    library.close()
  }
  return 'posts'
}
