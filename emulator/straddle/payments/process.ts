import { change as changePaykey, verdictOn } from '../paykeys/change.ts'
import { bankAccountKey } from '../paykeys/banks.ts'
import type { Paykey } from '../paykeys/paykey.ts'
import type { Funds, Return, Step } from '../rules/processing.ts'
import { later } from '../world.ts'
import type { Scope, World } from '../world.ts'
import { dateIn, startOf } from './calendar.ts'
import { transit } from './change.ts'
import type { Payment } from './payment.ts'

function fundsOf({ rules }: World, paykey: Paykey | undefined): Funds {
  if (paykey === undefined) return { status: 'inactive', carriesPayments: false }
  const { status, blocks, balance } = paykey
  return { status, carriesPayments: rules.carriesPayments(status), blockedBy: blocks.at(-1), balance: balance?.cents }
}

function verify(world: World, scope: Scope, payment: Payment): Step {
  const { rules } = world
  const funds = fundsOf(world, scope.paykeys.get(payment.paykeyId))
  const stopped =
    (payment.superfluous ? rules.blocksSuperfluous() : undefined) ??
    rules.refusesPaykey(payment, funds) ??
    rules.forcedVerification(payment) ??
    rules.refusesBalance(payment, funds)
  if (stopped !== undefined) return stopped
  const message = 'The payment was verified and scheduled.'
  return { stage: 'verified', status: 'scheduled', reason: 'ok', source: 'system', message }
}

const pending = (stage: Step['stage'], message: string): Step => ({
  stage,
  status: 'pending',
  reason: 'ok',
  source: 'system',
  message,
})

const stepOf = (status: 'failed' | 'reversed', { code, reason, source, message }: Return): Step => ({
  stage: 'stopped',
  status,
  reason,
  source,
  message,
  code,
})

function settle({ rules }: World, payment: Payment): Step {
  const failure = rules.failure(payment)
  if (failure !== undefined) return stepOf('failed', failure)
  const reversal = rules.reversal(payment)
  if (reversal !== undefined && !rules.paysBeforeReversal(payment.kind)) return stepOf('reversed', reversal)
  const message = 'The payment was paid.'
  return { stage: 'settled', status: 'paid', reason: 'ok', source: 'system', message }
}

/** The step that follows a payment's stage; undefined at the end of its way. */
function next(world: World, scope: Scope, payment: Payment): Step | undefined {
  if (payment.stage === 'entered') return verify(world, scope, payment)
  if (payment.stage === 'verified') return pending('sent', 'The payment was sent to the bank.')
  if (payment.stage === 'sent') return pending('posted', 'The bank has posted the payment.')
  if (payment.stage === 'posted') return pending('received', 'The bank has received the payment.')
  if (payment.stage === 'received') return world.rules.settles(payment.kind) ? settle(world, payment) : undefined
  const reversal = payment.stage === 'settled' ? world.rules.reversal(payment) : undefined
  return reversal && stepOf('reversed', reversal)
}

/** What a return does to the paykey that it came in on, and to others of its bank account. */
function sufferReturn(world: World, scope: Scope, { paykeyId }: Payment, code: string): void {
  const { rules, clock } = world
  const origin = scope.paykeys.get(paykeyId)
  if (origin === undefined) return
  const account = bankAccountKey(origin)
  if (rules.returnBars(code)) scope.barred.set(account, code)
  if (!rules.returnBlocks(code)) return
  for (const paykey of scope.paykeys.oldestFirst()) {
    const same = paykey.id === origin.id || (rules.blockSpreads(code) && bankAccountKey(paykey) === account)
    if (!same || paykey.status !== 'active') continue
    const details = { ...verdictOn('blocked', clock.now()), code }
    changePaykey(world, scope, paykey, { status: 'blocked', details, blocks: [...paykey.blocks, code] })
  }
}

function stamps({ stage, status }: Step, now: number): Partial<Payment> {
  if (stage === 'sent') return { stage, processedAt: now }
  return status === 'paid' ? { stage, effectiveAt: now } : { stage }
}

function take(world: World, scope: Scope, payment: Payment): void {
  const step = next(world, scope, payment)
  if (step === undefined) return
  const { stage: _stage, ...entry } = step
  const changed = transit(world, scope, payment, entry, stamps(step, world.clock.now()))
  if (step.code !== undefined && (step.status === 'failed' || step.status === 'reversed')) {
    sufferReturn(world, scope, changed, step.code)
  }
  proceed(world, scope, changed)
}

/** Seconds until the next step; money does not move before the payment's date. */
function wait({ rules, clock }: World, payment: Payment): number {
  const delay = payment.superfluous ? 1 : rules.delay(payment.stage)
  if (payment.stage !== 'verified') return delay
  const zone = rules.paymentZone()
  if (!rules.waitsFor(payment, dateIn(zone, clock.now() + delay * 1000))) return delay
  return Math.max(delay, (startOf(payment.paymentDate, zone) - clock.now()) / 1000)
}

/** Makes an appointment for the next step of a payment's processing. */
export function proceed(world: World, scope: Scope, payment: Payment): void {
  if (payment.stage === 'stopped') return
  later(world, scope, wait(world, payment), () => {
    const current = scope.payments.get(payment.id)
    if (current?.turn === payment.turn) take(world, scope, current)
  })
}
