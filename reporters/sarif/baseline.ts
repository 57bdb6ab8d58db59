import type { Result } from 'sarif'
import type { Past } from '../../model/report.ts'

/**
 * What SARIF calls a gap that earlier runs had, or had not. A gap that is mended is no result: code scanning shows whatever is listed,
 * and closes what is not.
 */
export function baselineOf(past: Past | undefined): NonNullable<Result['baselineState']> {
  switch (past?.change) {
    case 'standing':
      return 'unchanged'
    case 'worse':
      return 'updated'
    default:
      return 'new'
  }
}
