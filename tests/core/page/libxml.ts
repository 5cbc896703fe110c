import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'

/** What libxml2 has against documents, by name, by a schema (with those that it takes in) or a RELAX NG grammar. */
export async function findingsIn(
  documents: ReadonlyMap<string, string>,
  extension: 'schema' | 'relaxng',
  ...files: readonly [string, ...string[]]
): Promise<readonly string[]> {
  const [schema, ...preload] = files.map((fileName) => ({
    fileName,
    contents: readFileSync(join(import.meta.dirname, 'schemas', fileName), 'utf8'),
  }))
  if (!schema) throw new Error('no schema was named')
  const xml = [...documents].map(([fileName, contents]) => ({ fileName, contents }))
  const { errors } = await validateXML({ xml, schema: [schema], preload, extension })
  return errors.map(({ rawMessage }) => rawMessage)
}
