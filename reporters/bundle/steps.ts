import type { ClauseRow } from '../../model/report.ts'

const alone = [
  '#!/bin/sh',
  '# Set ORIGIN to the address of the API, AUTHORIZATION to the value of the Authorization header or to the key where that goes elsewhere, and KEY to the key where it is asked for.',
  ': "${ORIGIN:?}" "${AUTHORIZATION:?}"',
  '',
]

/** A script that shows a gap again: all steps of its first finding that has them, or its one request. */
export function stepsOf({ findings }: ClauseRow): string | undefined {
  const whole = findings.find(({ script }) => script !== undefined)?.script
  if (whole !== undefined) return whole
  const curl = findings.find((finding) => finding.curl !== '')?.curl
  return curl === undefined ? undefined : [...alone, curl, ''].join('\n')
}
