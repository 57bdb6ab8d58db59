import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanUp } from '../../engine/clean-up.ts'
import { openLedger } from '../../engine/ledger.ts'
import type { Exchange, WireResponse } from '../../suites/model/exchange.ts'
import type { Json } from '../../suites/model/json.ts'
import { WireError } from '../../wire/errors.ts'
import { answered, requestOf } from '../answered.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { answering, contract, json } from './acme.ts'

const newPath = (): string => join(temporaryFolder(), 'deep', 'ledger.jsonl')
const here = 'http://here.example/'

const creation = (id: Json | undefined, status = 200): Exchange =>
  answered({ ...(id === undefined ? {} : { id }), amount: 1 }, status, {
    operation: 'createThing',
    request: requestOf({ method: 'POST', path: '/things', credentials: { kind: 'account', account: 'a' } }),
  })

/** A ledger with things in it. */
function ledgerWith(...ids: readonly string[]) {
  const path = newPath()
  const ledger = openLedger(path, here)
  for (const id of ids) ledger.see(contract, creation(id))
  return { path, ledger }
}

const idsIn = (path: string): readonly string[] =>
  openLedger(path, here)
    .entries()
    .map(({ id }) => id)

describe('a ledger', () => {
  it('is on disk from the moment something was made', () => {
    const { path } = ledgerWith('t_1', 't_2')
    expect(
      readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(
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
    const { path, ledger } = ledgerWith()
    for (const exchange of [
      creation('t_201', 201),
      creation('t_400', 400),
      creation(undefined),
      creation(7),
      { ...creation('t_read'), operation: 'readThing' },
    ])
      ledger.see(contract, exchange)
    expect(idsIn(path)).toEqual(['t_201'])
  })

  it('survives half a last line, and what is written after it', () => {
    const { path } = ledgerWith('t_1', 't_2')
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20))
    const ledger = openLedger(path, here)
    ledger.see(contract, creation('t_3'))
    expect(idsIn(path)).toEqual(['t_1', 't_3'])
  })

  it('refuses a file with another line that cannot be read', () => {
    const { path } = ledgerWith('t_1')
    appendFileSync(path, '{"id": \n{}\n')
    expect(() => openLedger(path, here)).toThrow(/Line 2 of the ledger .* is not readable; mend or remove it/)
  })

  it('refuses a place that cannot be written, before anything is made', () => {
    const { path } = ledgerWith('t_1')
    expect(() => openLedger(join(path, 'below.jsonl'), here)).toThrow(
      /cannot be written \(E[A-Z]+\); name another file/,
    )
    expect(() => openLedger(dirname(path), here)).toThrow(/cannot be read \(EISDIR\)/)
  })

  it('keeps apart what was made elsewhere', () => {
    const { path } = ledgerWith('t_1')
    const other = openLedger(path, 'live')
    expect(other.entries()).toEqual([])
    expect(other.elsewhere).toEqual([here])
    other.see(contract, creation('t_live'))
    other.keep([])
    expect(idsIn(path)).toEqual(['t_1'])
  })

  it('leaves no file where nothing is left', () => {
    const { path, ledger } = ledgerWith('t_1')
    ledger.keep([])
    expect(existsSync(path)).toBe(false)
    expect(readdirSync(dirname(path))).toEqual([])
  })
})

/** Cleans up against answers to the deletions, in turn. */
async function cleaned(ids: readonly string[], answer: (path: string) => WireResponse | Error) {
  const { path, ledger } = ledgerWith(...ids)
  const asked: string[] = []
  const target = answering((request) => {
    asked.push(request.path)
    return answer(request.path)
  })
  const left = await cleanUp(contract, target, ledger)
  return { asked, left, kept: idsIn(path) }
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
    ['a server error', () => json(503, {}), /server error/],
    ['a lost connection', () => new WireError('reset'), 'the connection was closed before the response was complete'],
  ] as const)('keeps what %s kept it from removing for later', async (_, answer, reason) => {
    const { left, kept } = await cleaned(['t_1'], answer)
    expect(left).toEqual([
      { kind: 'thing', id: 't_1', reason: typeof reason === 'string' ? reason : expect.stringMatching(reason) },
    ])
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

  it('tells of what nothing removes', async () => {
    const { path, ledger } = ledgerWith('t_1')
    ledger.keep(ledger.entries().map(({ provider, target, kind, id }) => ({ provider, target, kind, id })))
    expect(
      await cleanUp(
        contract,
        answering(() => json(204, null)),
        ledger,
      ),
    ).toEqual([{ kind: 'thing', id: 't_1', reason: 'the API has no call that removes it' }])
    expect(idsIn(path)).toEqual([])
  })
})
