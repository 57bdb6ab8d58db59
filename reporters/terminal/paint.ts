import type { createColors } from 'picocolors'
import type { Severity } from '../../model/report.ts'

export type Colors = ReturnType<typeof createColors>

/** Text in the colour of a severity. */
export function paint(colors: Colors, severity: Severity, text: string): string {
  const painters: Readonly<Record<Severity, (text: string) => string>> = {
    fail: colors.red,
    fault: colors.magenta,
    warn: colors.yellow,
    waived: colors.cyan,
    open: colors.yellow,
    ok: colors.green,
    none: colors.dim,
  }
  return painters[severity](text)
}

/** Rows of cells with columns of equal width; the last cell is left as it is. */
export function columns(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  )
  return rows.map((row) =>
    row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))),
  )
}
