import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import type { ClausesByRule, Keys, Resource } from '../../model/declaration.ts'
import type { Exchange } from '../../model/exchange.ts'
import { all, departs, each, isKept, kept, nothing } from '../../model/judgement.ts'
import type { Judgement } from '../../model/judgement.ts'
import { isObject, sameJson, valueAt } from '../../model/json.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Call, Trial } from '../../model/trial.ts'
import { differences, hasStatus, inExchange, sameBody } from '../vocabulary/judge.ts'
import { read } from '../vocabulary/read.ts'
import { actingFor } from './acting-for.ts'
import { kebab } from './kebab.ts'
import { checkId, needsOf, sceneOf } from './matrix.ts'
import type { Law, Matrix } from './matrix.ts'
import { bodyOf, filledCall, otherValue, plainValue, withValue, writtenBy } from './written-values.ts'

/** A key stands for one request: a repeat has no second effect, and no other request is taken for it. */
export const keys: Law = {
  name: 'keys',
  text: 'A key stands for one request of one account: a repeat has no second effect, and no other request is taken for it.',
  of(matrix, name) {
    const { keys: declared, resources } = matrix.contract.declaration
    const resource = resources[name] as Resource
    const own = [...resource.create, resource.update, resource.delete, ...resource.act]
    const operations = (declared?.operations ?? []).filter((operation) => own.includes(operation))
    if (declared === undefined) return 'no request may be repeated under a key'
    if (operations.length === 0) return 'no request that writes it may be repeated under a key'
    return operations.flatMap((operation) => checksOf({ matrix, declared, resource, operation }))
  },
}

interface Keyed {
  readonly matrix: Matrix
  readonly declared: Keys
  readonly resource: Resource
  readonly operation: string
}

function checksOf(keyed: Keyed): readonly Check[] {
  const { clauses } = keyed.declared
  return [
    repeated(keyed),
    ...(clauses['account'] === undefined ? [] : [ofAnotherAccount(keyed, clauses['account'])]),
    ...(clauses['forgotten'] === undefined || clauses['known'] === undefined ? [] : [afterTime(keyed)]),
    ...(clauses['in-flight'] === undefined ? [] : [inFlight(keyed)]),
    ...(clauses['failure'] === undefined ? [] : afterFailure(keyed, clauses['failure'])),
  ]
}

/** The rules of a law that have a clause, with how each is judged. */
function judges<Evidence>(
  clauses: ClausesByRule,
  rules: Readonly<Record<string, (evidence: Evidence) => Judgement>>,
): Readonly<Record<string, (evidence: Evidence) => Judgement>> {
  const judged = new Map<string, ((evidence: Evidence) => Judgement)[]>()
  for (const [rule, judge] of Object.entries(rules)) {
    const clause = clauses[rule]
    if (clause !== undefined) judged.set(clause, [...(judged.get(clause) ?? []), judge])
  }
  return Object.fromEntries(
    [...judged].map(([clause, several]) => [clause, (evidence) => all(...several.map((judge) => judge(evidence)))]),
  )
}

/** Keys of the greatest length, so that those that are cut off show: the second differs in its last character, the third in case. */
function threeKeys(trial: Trial, { longest }: Keys): readonly [string, string, string] {
  const key = `${trial.unique('key')}abc`.padEnd(longest, 'k')
  return [key, `${key.slice(0, -1)}j`, `${key.slice(0, -1)}K`]
}

/** A call that succeeds, with a value for all that the operation takes over. */
async function callOf(trial: Trial, { matrix, resource, operation }: Keyed): Promise<Call> {
  const metadata = [resource.metadata?.create, resource.metadata?.update].includes(operation)
  const call = filledCall(await sceneOf(matrix, operation)(trial), writtenBy(resource, operation), trial)
  const mark = markOf(resource, operation)
  const body = mark === undefined ? bodyOf(call) : withValue(call.body, mark.pointer, mark.value(trial))
  if (metadata) return { ...call, body: { ...body, metadata: { order: '1', seat: '14C' } } }
  return mark === undefined ? call : { ...call, body }
}

/** The same call with another value in one place, for each place that the operation takes over, and within metadata. */
function changedCalls(call: Call, { resource, operation }: Keyed): readonly Call[] {
  const body = bodyOf(call)
  const changed = Object.entries(writtenBy(resource, operation)).map(([pointer, property]) =>
    withValue(body, pointer, otherValue(property, valueAt(body, pointer) ?? null)),
  )
  const inMetadata = isObject(body['metadata']) ? [withValue(body, '/metadata/seat', '15A')] : []
  return [...changed, ...inMetadata]
    .filter((other) => !sameJson(other, body))
    .map((other) => ({ ...call, body: other }))
}

const reversed = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body)
      .toReversed()
      .map(([name, value]) => [name, isObject(value) ? reversed(value) : value]),
  )

/** What shows whether a request had an effect: the object that it is about, or how many there are that look like the one it made. */
async function effects(trial: Trial, { matrix, resource, operation }: Keyed, call: Call): Promise<Json | undefined> {
  const { declaration } = matrix.contract
  const { retrieve, parameter } = resource
  const path = call.path ?? {}
  if (retrieve !== undefined && parameter !== undefined && Object.hasOwn(path, parameter)) {
    const { status, json } = (await trial.call(retrieve, { path })).response
    return { status, resource: valueAt(json, resource.at) ?? null }
  }
  const [list] =
    Object.entries(declaration.lists).find(([, { of }]) => of.some((one) => declaration.resources[one] === resource)) ??
    []
  const mark = markOf(resource, operation)
  if (list === undefined || mark === undefined || declaration.paging === undefined) return undefined
  const { size, most } = declaration.paging
  const parameters = matrix.contract.operations.get(list)?.pathParameters.map(({ name }) => name) ?? []
  const page = await trial.call(list, {
    path: Object.fromEntries(Object.entries(path).filter(([name]) => parameters.includes(name))),
    query: most === undefined ? {} : { [size]: most },
  })
  const items = declaration.lists[list]?.items.map((at) => read(page, at)).find(Array.isArray) as
    | readonly Json[]
    | undefined
  return items?.filter((item) => sameJson(valueAt(item, mark.at), valueAt(call.body as Json, mark.pointer))).length
}

/** A property by which what a request made is told from all else: a text that is new with each call. */
interface Mark {
  readonly pointer: string
  readonly at: string
  readonly value: (trial: Trial) => Json
}

function markOf(resource: Resource, operation: string): Mark | undefined {
  const written = Object.entries(writtenBy(resource, operation))
  const [pointer, property] = written.find(([, { kind }]) => kind === 'text' || kind === 'email') ?? []
  if (pointer === undefined || property === undefined) return undefined
  return { pointer, at: property.at ?? pointer, value: (trial) => plainValue(property, trial) }
}

/** Where the answer has the id of what it is about. */
function idAt({ matrix, resource, operation }: Keyed): string {
  return matrix.contract.operations.get(operation)?.creates?.id ?? `${resource.at}${resource.id}`
}

const sameAnswer = (first: Exchange, repeat: Exchange): Judgement =>
  all(hasStatus(repeat, first.response.status), sameBody(first, repeat))

function unchanged(before: Json | undefined, after: Json | undefined, latest: Exchange): Judgement {
  if (before === undefined || before === 0) return nothing
  return inExchange(latest, differences(before, after, ''))
}

/** It was carried out, and not taken for a repeat of an earlier request. */
function isOneOfItsOwn(earlier: readonly Exchange[], exchange: Exchange, id: string): Judgement {
  const known = earlier.map((other) => read(other, id)).filter((value) => value !== undefined)
  const own = read(exchange, id)
  return all(
    hasStatus(exchange, (earlier[0] as Exchange).response.status),
    own === undefined || !known.some((other) => sameJson(own, other))
      ? nothing
      : departs({ at: id, expected: 'an answer of its own', actual: own, in: exchange }),
  )
}

interface Repeated {
  readonly first: Exchange
  readonly repeats: readonly Exchange[]
  readonly otherParameters: readonly Exchange[]
  readonly elsewhere: readonly Exchange[]
  readonly otherKeys: readonly Exchange[]
  readonly before: Json | undefined
  readonly repeatedly: Json | undefined
  readonly after: Json | undefined
}

function repeated(keyed: Keyed): Check {
  const { matrix, declared, operation } = keyed
  const { clauses } = declared
  const { usedKey = () => nothing } = matrix.scenes.refusals
  const described = matrix.contract.operations.get(operation)
  return example<Repeated>(checkId(matrix, 'keys', kebab(operation)), {
    needs: needsOf(matrix, operation),
    arrange: async (trial) => {
      const [key, lastDiffers, caseDiffers] = threeKeys(trial, declared)
      const under = (idempotencyKey: string, call: Call) => trial.call(operation, { ...call, idempotencyKey })
      const call = await callOf(trial, keyed)
      const first = await trial.given(operation, { ...call, idempotencyKey: key })
      const before = await effects(trial, keyed, call)
      const repeats = [await under(key, call)]
      if (clauses['order'] !== undefined && call.body !== undefined)
        repeats.push(await under(key, { ...call, body: reversed(bodyOf(call)) }))
      const repeatedly = await effects(trial, keyed, call)

      const [second, third] = [await callOf(trial, keyed), await callOf(trial, keyed)]
      const otherParameters: Exchange[] = []
      const elsewhere: Exchange[] = []
      if (clauses['other-parameters'] !== undefined) {
        for (const changed of changedCalls(call, keyed)) otherParameters.push(await under(key, changed))
        const used = await under(key, second)
        if (described?.pathParameters.length === 0) otherParameters.push(used)
        else elsewhere.push(used)
      }
      const other = otherOperation(keyed)
      if (clauses['other-endpoint'] !== undefined && other !== undefined) {
        elsewhere.push(await trial.call(other, { ...(await sceneOf(matrix, other)(trial)), idempotencyKey: key }))
      }
      const after = await effects(trial, keyed, call)
      const otherKeys = [await under(lastDiffers, second), await under(caseDiffers, third)]
      return { first, repeats, otherParameters, elsewhere, otherKeys, before, repeatedly, after }
    },
    judge: judges<Repeated>(clauses, {
      answer: ({ first, repeats }) => each(repeats, (repeat) => sameAnswer(first, repeat)),
      order: ({ first, repeats }) => each(repeats.slice(1), (repeat) => sameAnswer(first, repeat)),
      status: ({ first, repeats }) => each(repeats, (repeat) => hasStatus(repeat, first.response.status)),
      success: ({ repeats }) =>
        each(repeats, ({ response, ...rest }) =>
          response.status < 300 ? kept() : hasStatus({ response, ...rest }, 200, 201),
        ),
      once: ({ first, repeats, before, repeatedly }) =>
        all(
          unchanged(before, repeatedly, repeats[0] as Exchange),
          each(repeats, (repeat) => {
            const [own, again] = [read(first, idAt(keyed)), read(repeat, idAt(keyed))]
            return own === undefined || sameJson(own, again)
              ? kept()
              : departs({ at: idAt(keyed), expected: own, actual: again ?? 'absent', in: repeat })
          }),
        ),
      'other-parameters': ({ otherParameters }) => each(otherParameters, usedKey),
      'other-endpoint': ({ elsewhere }) => each(elsewhere, usedKey),
      'refused-without-effect': ({ otherParameters, elsewhere, repeatedly, after }) => {
        const latest = [...otherParameters, ...elsewhere].at(-1)
        return latest === undefined ? nothing : unchanged(repeatedly, after, latest)
      },
      distinct: ({ first, otherKeys }) =>
        each(otherKeys, (own, index) => isOneOfItsOwn([first, ...otherKeys.slice(0, index)], own, idAt(keyed))),
    }),
  })
}

/** Another request that takes a key, and has nothing in its path. */
function otherOperation({ matrix, declared, operation }: Keyed): string | undefined {
  return declared.operations.find(
    (other) =>
      other !== operation &&
      matrix.scenes.calls[other] !== undefined &&
      matrix.contract.operations.get(other)?.pathParameters.length === 0,
  )
}

interface Apart {
  readonly first: Exchange
  readonly repeats: readonly Exchange[]
  readonly others: readonly Exchange[]
}

function ofAnotherAccount(keyed: Keyed, clause: string): Check {
  const { matrix, declared, resource, operation } = keyed
  const { embedded } = matrix.contract.declaration.isolation ?? {}
  const makeEmbedded = resource.owners.includes('embedded-account') ? matrix.scenes.embedded : undefined
  const answer = declared.clauses['answer']
  return example<Apart>(checkId(matrix, 'keys', `${kebab(operation)}-of-another-account`), {
    needs: needsOf(matrix, operation, 'second-account'),
    arrange: async (trial) => {
      const [idempotencyKey] = threeKeys(trial, declared)
      const send = async (hands: Trial) => hands.call(operation, { ...(await callOf(hands, keyed)), idempotencyKey })
      const call = { ...(await callOf(trial, keyed)), idempotencyKey }
      const first = await trial.given(operation, call)
      const others = [await send(trial.as('other'))]
      const repeats = [await trial.call(operation, call)]
      if (makeEmbedded === undefined || embedded === undefined) return { first, repeats, others }
      const acting = actingFor(trial, embedded.header, await makeEmbedded(trial))
      const own = { ...(await callOf(acting, keyed)), idempotencyKey }
      const ofEmbedded = await acting.call(operation, own)
      others.push(ofEmbedded, await send(actingFor(trial, embedded.header, await makeEmbedded(trial))))
      return { first, repeats: [...repeats, await acting.call(operation, own)], others }
    },
    judge: {
      [clause]: ({ first, others }) =>
        each(others, (own, index) => isOneOfItsOwn([first, ...others.slice(0, index)], own, idAt(keyed))),
      ...(answer === undefined
        ? {}
        : {
            [answer]: ({ first, repeats, others }: Apart) =>
              each(repeats, (repeat, index) => {
                const original = index === 0 ? first : (others[1] as Exchange)
                return original.response.status < 300 ? sameAnswer(original, repeat) : nothing
              }),
          }),
    },
  })
}

interface Lived {
  readonly first: Exchange
  readonly repeats: readonly Exchange[]
  readonly forgotten: Exchange
}

const hour = 3600

/** Repeated before its time is over, which does not make it last longer, and used anew afterwards. */
function afterTime(keyed: Keyed): Check {
  const { matrix, declared, operation } = keyed
  const { known = 0, forgotten = 0 } = declared
  return example<Lived>(checkId(matrix, 'keys', `${kebab(operation)}-after-time`), {
    needs: needsOf(matrix, operation, 'clock'),
    arrange: async (trial) => {
      const [idempotencyKey] = threeKeys(trial, declared)
      const call = { ...(await callOf(trial, keyed)), idempotencyKey }
      const first = await trial.given(operation, call)
      await trial.advance(known - hour)
      const repeats = [await trial.call(operation, call)]
      await trial.advance(hour)
      repeats.push(await trial.call(operation, call))
      await trial.advance(forgotten - known)
      const fresh = await callOf(trial, keyed)
      return { first, repeats, forgotten: await trial.call(operation, { ...fresh, idempotencyKey }) }
    },
    judge: judges<Lived>(declared.clauses, {
      known: ({ first, repeats }) => each(repeats, (repeat) => sameAnswer(first, repeat)),
      forgotten: ({ first, forgotten: anew }) => isOneOfItsOwn([first], anew, idAt(keyed)),
    }),
  })
}

interface AtOnce {
  readonly same: readonly Exchange[]
  readonly different: readonly Exchange[]
  readonly counted: Json | undefined
}

function inFlight(keyed: Keyed): Check {
  const { matrix, declared, operation } = keyed
  const { inFlight: conflict = () => nothing, usedKey } = matrix.scenes.refusals
  const succeeded = (answers: readonly Exchange[]) => answers.filter(({ response }) => response.status < 300)
  const failed = (answers: readonly Exchange[]) => answers.filter(({ response }) => response.status >= 300)
  /** One is carried out: where several succeed, they are one answer. */
  const one = (answers: readonly Exchange[]): Judgement => {
    const [first, ...more] = succeeded(answers)
    if (first === undefined) return hasStatus(answers[0] as Exchange, 200, 201)
    return all(
      kept(),
      each(more, (other) => sameBody(first, other)),
    )
  }
  return example<AtOnce>(checkId(matrix, 'keys', `${kebab(operation)}-in-flight`), {
    needs: needsOf(matrix, operation),
    arrange: async (trial) => {
      const [key, other] = threeKeys(trial, declared)
      const call = { ...(await callOf(trial, keyed)), idempotencyKey: key }
      const same = await Promise.all([trial.call(operation, call), trial.call(operation, call)])
      const counted = await effects(trial, keyed, call)
      if (declared.clauses['other-parameters'] === undefined) return { same, different: [], counted }
      const [left, right] = [await callOf(trial, keyed), await callOf(trial, keyed)]
      const send = (one: Call) => trial.call(operation, { ...one, idempotencyKey: other })
      return { same, different: await Promise.all([send(left), send(right)]), counted }
    },
    judge: judges<AtOnce>(declared.clauses, {
      'in-flight': ({ same }) => all(one(same), each(failed(same), conflict)),
      'in-flight-once': ({ same, counted }) =>
        all(
          one(same),
          typeof counted === 'number' && counted > 0 ? unchanged(1, counted, same[1] as Exchange) : nothing,
        ),
      'other-parameters': ({ different }) =>
        all(
          succeeded(different).length > 1 ? hasStatus(different[1] as Exchange, 400, 409) : nothing,
          each(failed(different), (refused) => {
            const inUse = conflict(refused)
            return isKept(inUse) || usedKey === undefined ? inUse : usedKey(refused)
          }),
        ),
    }),
  })
}

/** A repeat of a failure answers the same failure again. */
function afterFailure(keyed: Keyed, clause: string): readonly Check[] {
  const { matrix, declared, operation } = keyed
  const scene = matrix.scenes.failures?.[operation]
  if (scene === undefined) return []
  return [
    example<readonly Exchange[]>(checkId(matrix, 'keys', `${kebab(operation)}-after-failure`), {
      arrange: async (trial) => {
        const [idempotencyKey] = threeKeys(trial, declared)
        const call = { ...(await scene(trial)), idempotencyKey }
        return [await trial.call(operation, call), await trial.call(operation, call)]
      },
      judge: {
        [clause]: ([first, second]) => {
          if (first === undefined || second === undefined || first.response.status < 300) return nothing
          return sameAnswer(first, second)
        },
      },
    }),
  ]
}
