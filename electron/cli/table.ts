/** Rows in columns that line up; the last column is as long as it likes. `right` names columns of figures. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, width(cell))))
  return rows
    .map((row) =>
      row
        .map((cell, at) => {
          const gap = ' '.repeat((widths[at] ?? 0) - width(cell))
          if (right.includes(at)) return gap + cell
          return at === row.length - 1 ? cell : cell + gap
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

// Letters, not UTF-16 units: an é written as two characters is one wide.
const width = (text: string): number => [...text.normalize('NFC')].length
