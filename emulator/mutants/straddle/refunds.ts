import type { Lie } from '../../module.ts'
import type { Rules } from '../../straddle/index.ts'

/** Answers of the operations below a path have this description. */
function described(path: string, description: string): Required<Lie<Rules>>['tamper'] {
  return () => (request, response) =>
    request.method === 'POST' && new RegExp(`${path}$`, 'u').test(request.url) && response.status < 300
      ? {
          ...response,
          body: response.body.replace(/"description":(?:null|"(?:[^"\\]|\\.)*")/u, `"description":"${description}"`),
        }
      : response
}

/** Lies about refunds of charges. */
export const refundLies: readonly Lie<Rules>[] = [
  {
    id: 'refunds-described-alike',
    breaks: 'straddle.charges.refund.echoes',
    text: 'Every refund has the usual description.',
    tamper: described('/refund', 'Refund'),
  },
  {
    id: 'resubmitted-charges-described-alike',
    breaks: 'straddle.charges.resubmit.echoes',
    text: 'Every resubmitted charge has the usual description.',
    tamper: described('/v1/charges/[^/]+/resubmit', 'Resubmitted'),
  },
  {
    id: 'resubmitted-payouts-described-alike',
    breaks: 'straddle.payouts.resubmit.echoes',
    text: 'Every resubmitted payout has the usual description.',
    tamper: described('/v1/payouts/[^/]+/resubmit', 'Resubmitted'),
  },
  {
    id: 'unpaid-charges-refunded',
    breaks: 'straddle.charges.refund.not-paid',
    text: 'A charge that was not paid can be refunded.',
    rules: ({ mayAct }) => ({
      mayAct: (action, status, kind) => (action === 'refund' && status !== 'paid') || mayAct(action, status, kind),
    }),
  },
  {
    id: 'refunds-above-the-charge',
    breaks: 'straddle.charges.refund.above',
    text: 'A refund may be above its charge.',
    rules: () => ({ acceptsRefund: (amount) => amount > 0 }),
  },
  {
    id: 'refunds-of-nothing',
    breaks: 'straddle.charges.refund.positive',
    text: 'A refund of nothing, or less, is accepted.',
    rules: () => ({ acceptsRefund: (amount, charge) => amount <= charge }),
  },
  {
    id: 'refunds-always-full',
    breaks: 'straddle.charges.refund.partial',
    text: 'A refund of a part returns the whole charge.',
    rules: () => ({ refundAmount: (_asked, charge) => charge }),
  },
  {
    id: 'refunds-a-dollar-at-least',
    breaks: 'straddle.charges.refund.partial',
    text: 'A refund of less than a dollar returns a dollar.',
    rules: ({ refundAmount }) => ({
      refundAmount: (asked, charge) =>
        refundAmount(typeof asked === 'number' && asked > 0 ? Math.max(100, asked) : asked, charge),
    }),
  },
  {
    id: 'refunds-a-cent-short',
    breaks: 'straddle.charges.refund.full',
    text: 'A refund without an amount keeps a cent back.',
    rules: () => ({ refundAmount: (asked, charge) => asked ?? charge - 1 }),
  },
  {
    id: 'refunded-twice',
    breaks: 'straddle.charges.refund.once',
    text: 'A charge is paid back as often as that is asked for.',
    rules: ({ superfluous }) => ({
      superfluous: (original, relationship) => relationship === 'resubmit' && superfluous(original, relationship),
    }),
  },
]
