import { departs, kept } from '../../../model/judgement.ts'
import type { Judgement } from '../../../model/judgement.ts'
import type { Observer } from '../../../model/check.ts'
import type { Exchange } from '../../../model/exchange.ts'
import { pointerStep, valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { requestJson } from '../../../model/request-json.ts'

/** One kind of secret: how it looks in a body, where it becomes known, and which operations show it in full. */
interface Secret {
  readonly clause: string
  readonly form: RegExp
  readonly learn: (exchange: Exchange, sent: Json | undefined) => readonly (Json | undefined)[]
  readonly shownBy: ReadonlySet<string>
}

const most = 5000

const secrets: readonly Secret[] = [
  {
    clause: 'straddle.masking.everywhere.account-number',
    form: /(?<![0-9a-f+-])\d{6,17}(?![0-9a-f-])/g,
    learn: (_, sent) => [valueAt(sent, '/account_number'), valueAt(sent, '/bank_account/account_number')],
    shownBy: new Set(['getUnmaskedPaykey', 'unmaskLinkedBankAccount']),
  },
  {
    clause: 'straddle.masking.everywhere.ssn',
    form: /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g,
    learn: (_, sent) => [valueAt(sent, '/compliance_profile/ssn')],
    shownBy: new Set(['getUnmaskedCustomer']),
  },
  {
    clause: 'straddle.masking.everywhere.paykey',
    form: /(?<![0-9a-f])[0-9a-f]{8}\.\d{2}\.[0-9a-f]{64}(?![0-9a-f])/g,
    learn: ({ operation, response }) =>
      operation?.endsWith('Paykey') === true ? [valueAt(response.json, '/data/paykey')] : [],
    shownBy: new Set([
      'createBankAccountPaykey',
      'createPlaidPaykey',
      'createQuilttPaykey',
      'revealPaykey',
      'getUnmaskedPaykey',
      'unmaskCharge',
      'unmaskPayout',
    ]),
  },
]

/** What was told in confidence comes back in full from no operation but those made for it, whoever asks. */
export const secretsStayMasked: Observer = {
  id: 'straddle/observers/secrets-stay-masked',
  clauses: () => secrets.map(({ clause }) => clause),
  watch: () => {
    const known = secrets.map(() => new Set<string>())
    return (exchange) => {
      if (exchange.direction === 'inbound') return []
      const sent = requestJson(exchange.request)
      return secrets.flatMap((secret, index) => {
        const values = known[index] as Set<string>
        remember(values, secret.learn(exchange, sent))
        if (values.size === 0 || (exchange.operation !== undefined && secret.shownBy.has(exchange.operation))) return []
        return [{ clause: secret.clause, judgement: leaks(exchange, secret, values) }]
      })
    }
  },
}

function remember(values: Set<string>, learnt: readonly (Json | undefined)[]): void {
  for (const value of learnt) {
    if (typeof value !== 'string' || value.includes('*') || value.length < 6) continue
    values.add(value)
    const [oldest] = values
    if (values.size > most && oldest !== undefined) values.delete(oldest)
  }
}

function leaks({ response }: Exchange, { form }: Secret, values: ReadonlySet<string>): Judgement {
  const isLeaked = (text: string): boolean => [...text.matchAll(form)].some(([match]) => values.has(match))
  if (!isLeaked(response.body)) return kept()
  return departs({ at: placeOf(response.json, isLeaked) ?? '', expected: 'masked', actual: 'in full' })
}

/** JSON Pointer of the first text for which a condition holds. */
function placeOf(value: Json | undefined, holds: (text: string) => boolean, at = ''): string | undefined {
  if (typeof value === 'string' || typeof value === 'number') return holds(String(value)) ? at : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [step, inner] of Object.entries(value)) {
    const found = placeOf(inner, holds, `${at}${pointerStep(step)}`)
    if (found !== undefined) return found
  }
  return undefined
}
