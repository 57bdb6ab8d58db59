import { all, each, isKept, nothing, reads, unobservable } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Trial } from '../../model/trial.ts'
import { differences, equals, hasStatus, holds, inExchange } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { dayOf } from './bodies.ts'
import { clauseOf } from './payment-clauses.ts'
import type { PaymentRule } from './payment-clauses.ts'
import type { Kind } from './kinds.ts'
import { inState, states, statusOf } from './lives.ts'
import type { State } from './lives.ts'
import { idOf, makePaykey } from './making.ts'
import type { Paykey } from './making.ts'
import { refusesByRule } from './refusal.ts'
import { makes } from './success.ts'

export type Verb = 'update' | 'hold' | 'release' | 'cancel' | 'resubmit' | 'refund'

/** What the documents say of an action in a state: its rule, and where it leads; `either` where they contradict each other. */
interface Cell {
  readonly rule: PaymentRule
  readonly leads: 'on' | 'refused' | 'either'
}

const running: ReadonlySet<State> = new Set(['created', 'scheduled', 'on_hold'])
const ended: ReadonlySet<State> = new Set(['failed', 'reversed', 'cancelled'])

const table: Readonly<Record<Verb, (state: State) => Cell>> = {
  update: (state) => {
    if (state === 'scheduled') return { rule: 'update.scheduled', leads: 'either' }
    return running.has(state) ? { rule: 'update.open', leads: 'on' } : { rule: 'update.closed', leads: 'refused' }
  },
  hold: (state) => {
    if (state === 'on_hold') return { rule: 'hold.held', leads: 'either' }
    return running.has(state) ? { rule: 'hold.open', leads: 'on' } : { rule: 'hold.closed', leads: 'refused' }
  },
  release: (state) => {
    if (state === 'on_hold') return { rule: 'release.held', leads: 'on' }
    return running.has(state)
      ? { rule: 'release.not-held', leads: 'either' }
      : { rule: 'release.closed', leads: 'refused' }
  },
  cancel: (state) =>
    running.has(state) ? { rule: 'cancel.open', leads: 'on' } : { rule: 'cancel.closed', leads: 'refused' },
  resubmit: (state) =>
    ended.has(state) ? { rule: 'resubmit.ended', leads: 'on' } : { rule: 'resubmit.not-ended', leads: 'refused' },
  refund: (state) =>
    state === 'paid' ? { rule: 'refund.answers', leads: 'on' } : { rule: 'refund.not-paid', leads: 'refused' },
}

/** Status that an action brings about, where it brings about one. */
const target: Partial<Readonly<Record<Verb, string>>> = { hold: 'on_hold', release: 'created', cancel: 'cancelled' }
const changedAmount = 4321

/** One action tried in one state. */
interface Tried {
  readonly before: Exchange
  readonly answer: Exchange
  readonly after: Exchange
}

function verbsOf(kind: Kind): readonly Verb[] {
  return kind.name === 'charge'
    ? ['update', 'hold', 'release', 'cancel', 'resubmit', 'refund']
    : ['update', 'hold', 'release', 'cancel', 'resubmit']
}

export function act(trial: Trial, kind: Kind, verb: Verb, id: string): Promise<Exchange> {
  const path = { id }
  if (verb === 'update')
    return trial.call(kind.update, {
      path,
      body: { amount: changedAmount, description: 'Changed', payment_date: dayOf(trial, 3) },
    })
  if (verb === 'resubmit') return trial.call(kind.resubmit, { path, body: { external_id: trial.unique('AGAIN-') } })
  if (verb === 'refund') return trial.call('refundCharge', { path, body: {} })
  return trial.call(kind.actions[verb], { path, body: { reason: 'Asked for' } })
}

/** An action that is allowed does what it is for. */
function leadsOn(verb: Verb, { answer, after }: Tried): Judgement {
  if (verb === 'resubmit' || verb === 'refund') return makes(answer)
  const status = target[verb]
  return all(
    hasStatus(answer, 200),
    status === undefined ? equals(after, '/data/amount', changedAmount) : equals(answer, '/data/status', status),
  )
}

/** What no processing moves. */
const written = ['amount', 'currency', 'description', 'payment_date', 'external_id', 'paykey', 'metadata']

/** An action that is refused, or has no effect, changes nothing: whatever status comes next, it is not the action's. */
function leavesAlone(verb: Verb, { before, after }: Tried): Judgement {
  const status = target[verb]
  return all(
    each(written, (name) => sameAt(before, after, `/data/${name}`)),
    holds(
      status === undefined || statusOf(after) !== status || statusOf(before) === status,
      '/data/status',
      statusOf(before),
      statusOf(after),
    ),
  )
}

function sameAt(before: Exchange, after: Exchange, at: string): Judgement {
  return inExchange(after, differences(read(before, at) ?? null, read(after, at) ?? null, at))
}

function judgeCell(verb: Verb, { leads }: Cell, tried: Tried): Judgement {
  if (leads === 'on') return leadsOn(verb, tried)
  if (leads === 'refused') return all(refusesByRule(tried.answer), leavesAlone(verb, tried))
  if (verb !== 'update') return all(hasStatus(tried.answer, 200, 422), leavesAlone(verb, tried))
  const refused = tried.answer.response.status === 422
  const judgement = refused ? leavesAlone(verb, tried) : leadsOn(verb, tried)
  return isKept(judgement) ? reads(refused ? 'refused' : 'accepted') : judgement
}

/** Every action in one state: allowed or refused as tabled. */
function stateCheck(kind: Kind, state: State): Check {
  const verbs = verbsOf(kind)
  const processed = !['created', 'on_hold', 'cancelled'].includes(state)
  return example<InState>(`straddle/${kind.section}/in-state-${state.replace('_', '-')}`, {
    needs: processed ? ['clock'] : [],
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      const tried: [string, Tried][] = []
      for (const verb of verbs) {
        const before = await inState(
          trial,
          kind,
          state,
          paykey,
          state === 'scheduled' ? { payment_date: dayOf(trial, 5) } : {},
        )
        const answer = await act(trial, kind, verb, idOf(before))
        tried.push([verb, { before, answer, after: await trial.given(kind.get, { path: { id: idOf(before) } }) }])
      }
      // one that came to its end by an action is unmasked like any other
      const [, { before }] = tried.at(-1) as [string, Tried]
      const path = { id: idOf(before) }
      return { tried: Object.fromEntries(tried), paykey, unmasked: await trial.call(kind.unmask, { path }) }
    },
    judge: {
      ...Object.fromEntries(
        verbs.map((verb) => {
          const cell = table[verb](state)
          return [
            clauseOf(kind, cell.rule),
            ({ tried }: InState): Judgement => {
              const one = tried[verb] as Tried
              return statusOf(one.before) === state
                ? judgeCell(verb, cell, one)
                : unobservable(`no ${kind.name} became ${state}`)
            },
          ]
        }),
      ),
      ...(running.has(state)
        ? { [clauseOf(kind, 'actions.user')]: ({ tried }: InState): Judgement => byRequest(state, tried) }
        : {}),
      [clauseOf(kind, 'unmask.in-full')]: ({ paykey, unmasked }) =>
        unmasked.response.status >= 300 ? nothing : equals(unmasked, '/data/paykey', paykey.token),
    },
  })
}

interface InState {
  readonly tried: Readonly<Record<string, Tried>>
  readonly paykey: Paykey
  readonly unmasked: Exchange
}

/** Whatever state it is held or cancelled in, that is by the request of a user. */
function byRequest(state: State, tried: Readonly<Record<string, Tried>>): Judgement {
  const done = (['hold', 'cancel'] as const).filter((verb) => table[verb](state).leads === 'on')
  return each(done, (verb) => {
    const { answer } = tried[verb] as Tried
    if (answer.response.status >= 300) return nothing
    return all(
      equals(answer, '/data/status_details/reason', 'user_request'),
      equals(answer, '/data/status_details/source', 'user_action'),
    )
  })
}

/** Longer than a line, and in no single alphabet. */
const wordy = `The goods of Zoë \u{1F375} 漢字 are ${'very '.repeat(30)}late`

interface Reasons {
  readonly held: Exchange
  readonly released: Exchange
  readonly cancelled: Exchange
  /** Cancelled without a reason. */
  readonly silent: Exchange
}

function reasons(kind: Kind): Check {
  return example<Reasons>(`straddle/${kind.section}/reasons`, {
    arrange: async (trial) => {
      const paykey = await makePaykey(trial)
      const created = await inState(trial, kind, 'created', paykey)
      const path = { id: idOf(created) }
      const held = await trial.given(kind.actions.hold, { path, body: { reason: wordy } })
      const released = await trial.given(kind.actions.release, { path, body: { reason: 'The goods are here' } })
      const cancelled = await trial.given(kind.actions.cancel, { path, body: { reason: 'The order is void' } })
      const silent = await trial.call(kind.actions.cancel, {
        path: { id: idOf(await inState(trial, kind, 'created', paykey)) },
        body: {},
      })
      return { held, released, cancelled, silent }
    },
    judge: {
      [clauseOf(kind, 'actions.reason')]: ({ held, released, cancelled }) =>
        all(
          equals(held, '/data/status_details/message', wordy),
          equals(released, '/data/status_details/message', 'The goods are here'),
          equals(cancelled, '/data/status_details/message', 'The order is void'),
        ),
      [clauseOf(kind, 'actions.user')]: ({ held, cancelled }) =>
        each([held, cancelled], (answer) =>
          all(
            equals(answer, '/data/status_details/reason', 'user_request'),
            equals(answer, '/data/status_details/source', 'user_action'),
          ),
        ),
      ...(kind.name === 'charge'
        ? {}
        : {
            [clauseOf(kind, 'actions.reason-optional')]: ({ silent }: Reasons): Judgement => {
              if (silent.response.status === 200) return reads('optional')
              return isKept(hasStatus(silent, 400, 422)) ? reads('required') : hasStatus(silent, 200)
            },
          }),
    },
  })
}

export function paymentActions(kind: Kind): readonly Check[] {
  return [...states.map((state) => stateCheck(kind, state)), reasons(kind)]
}
