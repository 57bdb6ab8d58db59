import type { Emulator } from '../http.ts'
import { honest } from './rules.ts'

const header = 'stripe-version'
const own = honest.accountVersion

/** A version as clients of later years name theirs: a date, and a word from 2024 on. */
const version = /^(\d{4}-\d{2}-\d{2})(\.[a-z]+)?$/

/**
 * Answers requests of later versions in the emulator's own, and says so in `x-assay-version`: a client at its usual settings
 * asks for the version of its release, which the real service knows and a model of one version cannot. Versions that never
 * existed are refused as before.
 */
export function answerLaterVersions(emulator: Emulator): Emulator {
  return {
    ...emulator,
    async handle(request) {
      const asked = request.headers.get(header) ?? ''
      if (!isLater(asked)) return emulator.handle(request)
      const response = await emulator.handle({ ...request, headers: new Map([...request.headers, [header, own]]) })
      const notice = ['x-assay-version', `answered in ${own}, asked for ${asked}`] as const
      return { ...response, headers: [...response.headers, notice] }
    },
  }
}

function isLater(asked: string): boolean {
  const date = version.exec(asked)?.[1]
  return date !== undefined && date > own
}
