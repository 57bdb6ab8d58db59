import type { Rules } from '../../acinq-strike/index.ts'
import type { Lie } from '../../module.ts'

export const aboutWebHooks: readonly Lie<Rules>[] = [
  {
    id: 'no-web-hooks',
    breaks: 'acinq-strike.hooks.event.on-payment',
    text: 'No web hook is ever sent.',
    rules: () => ({ hookedOn: [] }),
  },
  {
    id: 'web-hooks-on-creation',
    breaks: 'acinq-strike.hooks.event.not-before',
    text: 'A web hook is sent for every new charge too.',
    rules: () => ({ hookedOn: ['creation', 'payment'] }),
  },
  {
    id: 'web-hooks-of-another-charge',
    breaks: 'acinq-strike.hooks.event.paid-charge',
    text: 'A web hook is about the newest charge of the account.',
    rules: () => ({ hookedCharge: (charge, own) => own.newestFirst()[0] ?? charge }),
  },
  {
    id: 'web-hooks-of-the-past',
    breaks: 'acinq-strike.hooks.event.as-retrieved',
    text: 'A web hook carries the charge as it was before the payment.',
    rules: () => ({ hookedCharge: (charge) => ({ ...charge, paid: false, updatedAt: charge.createdAt }) }),
  },
  {
    id: 'web-hooks-as-forms',
    breaks: 'acinq-strike.hooks.event.request',
    text: 'A web hook says that its JSON is a form.',
    rules: () => ({ hookMediaType: 'application/x-www-form-urlencoded' }),
  },
  {
    id: 'web-hooks-named-otherwise',
    breaks: 'acinq-strike.hooks.event.object',
    text: 'The object of a web hook is charge.',
    rules: () => ({ hookEvent: (data) => ({ object: 'charge', data }) }),
  },
  {
    id: 'web-hooks-flat',
    breaks: 'acinq-strike.hooks.event.shape',
    text: 'A web hook is the charge itself, not an event about it.',
    rules: () => ({ hookEvent: (data) => ({ ...data, object: 'event' }) }),
  },
]
