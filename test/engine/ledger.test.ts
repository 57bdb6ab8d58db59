import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanUp } from '../../engine/clean-up.ts'
import { readLeavings } from '../../engine/leavings.ts'
import { openLedger } from '../../engine/ledger.ts'
import type { Exchange, WireResponse } from '../../model/exchange.ts'
import type { Json } from '../../model/json.ts'
import { WireError } from '../../wire/errors.ts'
import { answered, requestOf } from '../answered.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { answering, contract, json } from './acme.ts'

const newFolder = (): string => join(temporaryFolder(), 'deep')
const here = 'http://here.example/'

const creation = (id: Json | undefined, status = 200): Exchange =>
  answered({ ...(id === undefined ? {} : { id }), amount: 1 }, status, {
    operation: 'createThing',
    request: requestOf({ method: 'POST', path: '/things', credentials: { kind: 'account', account: 'a' } }),
  })

/** The ledger of a run that made things. */
function ledgerWith(ids: readonly string[], folder = newFolder(), target = here) {
  const ledger = openLedger(folder, target)
  for (const id of ids) ledger.see(contract, creation(id))
  return { folder, ledger }
}

const filesIn = (folder: string): readonly string[] => readdirSync(folder).map((name) => join(folder, name))
const linesIn = (folder: string): readonly string[] =>
  filesIn(folder).flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n'))
const idsIn = (folder: string): readonly string[] =>
  readLeavings(folder, here)
    .entries()
    .map(({ id }) => id)

/** A folder with one file in it, which a run of another time wrote. */
function folderWith(text: string, name = 'ledger.jsonl') {
  const folder = temporaryFolder()
  const path = join(folder, name)
  writeFileSync(path, text)
  return { folder, path }
}

const lineOf = (entry: object): string =>
  `${JSON.stringify({ provider: 'acme', target: here, kind: 'thing', id: 't_1', ...entry })}\n`

describe('a ledger', () => {
  it('is on disk from the moment something was made, and not before', () => {
    const { folder, ledger } = ledgerWith([])
    expect(readdirSync(folder)).toEqual([])
    for (const id of ['t_1', 't_2']) ledger.see(contract, creation(id))
    expect(linesIn(folder).map((line) => JSON.parse(line) as unknown)).toEqual(
      ['t_1', 't_2'].map((id) => ({
        provider: 'acme',
        kind: 'thing',
        id,
        target: here,
        removedBy: { operation: 'deleteThing', parameter: 'thing' },
      })),
    )
  })

  it('notes what was made with an undocumented status, too, and nothing that was refused or has no id', () => {
    const { folder, ledger } = ledgerWith([])
    for (const exchange of [
      creation('t_201', 201),
      creation('t_400', 400),
      creation(undefined),
      creation(7),
      { ...creation('t_read'), operation: 'readThing' },
    ])
      ledger.see(contract, exchange)
    expect(idsIn(folder)).toEqual(['t_201'])
  })

  it('notes once what is answered again, as under a repeated idempotency key', () => {
    const { folder } = ledgerWith(['t1', 't2', 't1'])
    expect(idsIn(folder)).toEqual(['t1', 't2'])
    expect(linesIn(folder)).toHaveLength(2)
  })

  it('refuses a place that cannot be written, before anything is made', () => {
    const { path } = folderWith('')
    expect(() => openLedger(path, here)).toThrow(/cannot be written \(EEXIST\); name another folder with --ledger/)
    expect(() => openLedger(join(path, 'below'), here)).toThrow(/cannot be written \(ENOTDIR\)/)
  })

  it('leaves no file where nothing is left', () => {
    const { folder, ledger } = ledgerWith(['t_1'])
    ledger.keep([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('is of one run alone: another that goes on in the same folder loses nothing and is told nothing', () => {
    const { folder, ledger } = ledgerWith(['t_1'])
    const other = ledgerWith(['t_2'], folder).ledger
    ledger.see(contract, creation('t_3'))
    expect(ledger.entries().map(({ id }) => id)).toEqual(['t_1', 't_3'])
    ledger.keep([])
    other.see(contract, creation('t_4'))
    expect(idsIn(folder)).toEqual(['t_2', 't_4'])
  })
})

describe('what runs left', () => {
  it('is read from all their files, and taken out of each', () => {
    const { folder } = ledgerWith(['t_1', 't_2'])
    ledgerWith(['t_3'], folder)
    ledgerWith(['t_live'], folder, 'live')
    const leavings = readLeavings(folder, here)
    expect(leavings.entries().map(({ id }) => id)).toEqual(['t_1', 't_2', 't_3'])
    expect(leavings.elsewhere).toEqual(['live'])
    leavings.keep(leavings.entries().filter(({ id }) => id === 't_2'))
    expect(idsIn(folder)).toEqual(['t_2'])
    expect(
      readLeavings(folder, 'live')
        .entries()
        .map(({ id }) => id),
    ).toEqual(['t_live'])
    expect(filesIn(folder)).toHaveLength(2)
  })

  it('is nothing where there is no ledger', () => {
    expect(readLeavings(newFolder(), here)).toMatchObject({ elsewhere: [], goingOn: [], cutOff: [] })
    expect(idsIn(newFolder())).toEqual([])
  })

  it('is all but half a last line, which is told', () => {
    const { folder, path } = folderWith(`${lineOf({})}${lineOf({ id: 't_2' }).slice(0, -20)}`)
    expect(idsIn(folder)).toEqual(['t_1'])
    expect(readLeavings(folder, here).cutOff).toEqual([path])
  })

  it('has a last line without an end to it that is whole', () => {
    const { folder } = folderWith(`${lineOf({})}${lineOf({ id: 't_2' }).trimEnd()}`)
    expect(idsIn(folder)).toEqual(['t_1', 't_2'])
    expect(readLeavings(folder, here).cutOff).toEqual([])
  })

  it.each([
    ['that cannot be read', `${lineOf({})}{"id": \n${lineOf({})}`, /^Line 2 of the ledger .* is not readable; mend or/],
    ['that says too little', `${lineOf({})}{}\n`, /^Line 2 of the ledger .* is not readable; mend or remove it/],
    [
      'of an earlier version',
      lineOf({ target: undefined }),
      /^Line 1 of the ledger .* is of an earlier version .* does not say where its object was made; add "target"/,
    ],
    ['of an earlier version, at the end', lineOf({ target: undefined }).trimEnd(), /^Line 1 .* earlier version/],
  ])('with a line %s is told in a sentence, and nothing is lost', (_, text, says) => {
    const { folder, path } = folderWith(text)
    expect(() => readLeavings(folder, here)).toThrow(says)
    expect(readFileSync(path, 'utf8')).toBe(text)
    // a run has a file of its own, and is not kept from it
    ledgerWith(['t_new'], folder).ledger.keep([])
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('is not that of a run that goes on, unless its file is named', () => {
    const { folder, path } = folderWith(lineOf({}), `run-0123456789ab-${process.ppid}-${hostname()}.jsonl`)
    expect(idsIn(folder)).toEqual([])
    expect(readLeavings(folder, here).goingOn).toEqual([process.ppid])
    expect(idsIn(path)).toEqual(['t_1'])
  })

  it.each([
    ['of a process that is no more', `run-0123456789ab-999999999-${hostname()}.jsonl`],
    ['of another machine', `run-0123456789ab-${process.ppid}-elsewhere.jsonl`],
    ['of an earlier process with our number', `run-0123456789ab-${process.pid}-${hostname()}.jsonl`],
  ])('is that %s', (_, name) => {
    const { folder } = folderWith(lineOf({}), name)
    expect(idsIn(folder)).toEqual(['t_1'])
    expect(readLeavings(folder, here).goingOn).toEqual([])
  })

  it('may be gone when another clean-up was faster', () => {
    const { folder } = ledgerWith(['t_1', 't_2'])
    const [one, other] = [readLeavings(folder, here), readLeavings(folder, here)]
    one.keep([])
    expect(existsSync(folder)).toBe(true)
    other.keep(other.entries().slice(1))
    expect(idsIn(folder)).toEqual(['t_2'])
  })
})

/** Cleans up against answers to the deletions, in turn. */
async function cleaned(ids: readonly string[], answer: (path: string) => WireResponse | Error) {
  const { folder, ledger } = ledgerWith(ids)
  const asked: string[] = []
  const target = answering((request) => {
    asked.push(request.path)
    return answer(request.path)
  })
  const left = await cleanUp(contract, target, ledger)
  return { asked, left, kept: idsIn(folder) }
}

describe('cleaning up', () => {
  it('removes the newest first', async () => {
    expect(await cleaned(['t_1', 't_2', 't_3'], () => json(204, null))).toEqual({
      asked: ['/things/t_3', '/things/t_2', '/things/t_1'],
      left: [],
      kept: [],
    })
  })

  it('takes what is gone already for removed', async () => {
    expect(await cleaned(['t_1', 't_2'], (path) => json(path.endsWith('1') ? 404 : 410, {}))).toMatchObject({
      left: [],
      kept: [],
    })
  })

  it('tells what the API refuses to remove, once', async () => {
    const { left, kept } = await cleaned(['t_1', 't_2'], (path) => json(path.endsWith('1') ? 422 : 204, {}))
    expect(left).toEqual([{ kind: 'thing', id: 't_1', reason: 'deleteThing answered 422' }])
    expect(kept).toEqual([])
  })

  it.each([
    ['a wrong key', () => json(401, {}), 'deleteThing answered 401'],
    ['a rate limit', () => json(429, {}), 'the target kept answering that the rate limit is exceeded'],
    ['a server error', () => json(503, {}), expect.stringMatching(/server error/)],
    ['a lost connection', () => new WireError('reset'), 'the connection was closed before the response was complete'],
  ] as const)('keeps what %s kept it from removing for later', async (_, answer, reason) => {
    const { left, kept } = await cleaned(['t_1'], answer)
    expect(left).toEqual([{ kind: 'thing', id: 't_1', reason }])
    expect(kept).toEqual(['t_1'])
  })

  it('gives a target that is down up after three tries, and keeps everything, in order', async () => {
    const ids = ['t_1', 't_2', 't_3', 't_4', 't_5']
    const { asked, left, kept } = await cleaned(ids, () => new WireError('refused'))
    expect(asked).toHaveLength(3)
    expect(left).toHaveLength(5)
    expect(left.at(-1)?.reason).toMatch(/could not be reached any more/)
    expect(kept).toEqual(ids)
  })

  it('goes on past an operation that is given up, and keeps what that one was to remove', async () => {
    const ids = ['t_1', 't_2', 't_3', 't_4', 't_5']
    const never = (path: string) => /[345]$/.test(path)
    const outages = ['timeout', 'given-up', 'given-up'] as const
    let count = 0
    const { asked, kept } = await cleaned(ids, (path) =>
      never(path) ? new WireError(outages[(count += 1) - 1] ?? 'given-up') : json(204, null),
    )
    expect([asked.length, kept]).toEqual([5, ['t_3', 't_4', 't_5']])
  })

  it('tells of what nothing removes', async () => {
    const { folder, ledger } = ledgerWith(['t_1'])
    ledger.keep(ledger.entries().map(({ provider, target, kind, id }) => ({ provider, target, kind, id })))
    expect(
      await cleanUp(
        contract,
        answering(() => json(204, null)),
        ledger,
      ),
    ).toEqual([{ kind: 'thing', id: 't_1', reason: 'the API has no call that removes it' }])
    expect(idsIn(folder)).toEqual([])
  })
})

describe('what was made under a made-up key', () => {
  it.each([
    [true, true, []],
    [false, false, []],
    [true, false, ['t_1']],
    [false, true, ['t_1']],
  ])('is removed under one, and what was not is not: %s, %s', async (made, removing, left) => {
    const ledger = openLedger(newFolder(), here, { hasMadeUpKey: () => made })
    ledger.see(contract, creation('t_1'))
    const target = answering(() => json(404, {}), { madeUpKey: removing })
    const leftovers = await cleanUp(contract, target, ledger)
    expect(leftovers.map(({ id }) => id)).toEqual(left)
    expect(ledger.entries().map(({ id }) => id)).toEqual(left)
  })
})

it('a ledger that cannot be written any more tells so, and knows what was made all the same', () => {
  const failures: string[] = []
  const folder = newFolder()
  const ledger = openLedger(folder, here, { onFailure: ({ message }) => failures.push(message) })
  rmSync(folder, { recursive: true })
  ledger.see(contract, creation('t_1'))
  expect(failures).toEqual([
    expect.stringMatching(/^The ledger .* cannot be written any more \(ENOENT\), so the run has ended\.$/),
  ])
  expect(ledger.entries().map(({ id }) => id)).toEqual(['t_1'])
})
