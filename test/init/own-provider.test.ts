import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadOwnProvider } from '../../cli/own-provider.ts'
import { judge } from '../../api/index.ts'
import type { Report } from '../../api/index.ts'
import { projectRoot } from '../../schemas/project-root.ts'
import { runMain } from '../cli/run-main.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { serveTill, tillKey } from './till-server.ts'
import type { Lie } from './till-server.ts'
import { withoutSuite } from './without-suite.ts'

const description = join(projectRoot, 'test/init/fixtures/till.yaml')
let folder: `/${string}`

beforeAll(async () => {
  folder = join(temporaryFolder(), 'till') as `/${string}`
  await runMain(['init', folder, '--openapi', description])
  withoutSuite(folder)
})

async function judged(lie?: Lie, only?: string): Promise<Report> {
  const till = await serveTill(lie)
  try {
    return await judge({
      provider: folder,
      target: till.origin,
      ...(only === undefined ? {} : { only: [`till/${only}`], runs: 2 }),
      ledger: temporaryFolder(),
      allowHost: ['127.0.0.1'],
      environment: { TILL_API_KEY: tillKey },
    })
  } finally {
    await till.close()
  }
}

const gapsOf = ({ clauses }: Report): readonly string[] =>
  clauses.filter(({ verdict }) => verdict === 'gap' || verdict === 'broken').map(({ id }) => id)

describe('a provider of the user’s own', () => {
  it('conforms where the server does what its description says, and judges nearly all of it', async () => {
    const report = await judged()
    expect(gapsOf(report)).toEqual([])
    expect(report.exitCode).toBe(0)
    const open = report.clauses.filter(({ verdict }) => verdict !== 'conforms').map(({ id }) => id)
    expect(open).toEqual([])
    expect(report.providers).toMatchObject([{ name: 'till', title: 'Till API', outcome: 'conforms' }])
  })

  it.each<[Lie, string, string]>([
    ['accepts-no-key', 'till.payments.list-payments.authentication', 'authentication'],
    ['accepts-any-amount', 'till.payments.create-payment.limits', 'bodies'],
    ['accepts-any-limit', 'till.payments.list-payments.parameters', 'parameters'],
    ['accepts-no-objects', 'till.payments.update-payment.types', 'bodies'],
    ['answers-unknown-ids', 'till.payments.get-payment.unknown', 'unknown-ids'],
    ['answers-html', 'till.answers.bodies.json', 'operations'],
    ['changes-others', 'till.payments.get-payment.stays', 'matrix/stays'],
    ['clears-the-rest', 'till.payments.update-payment.keeps', 'matrix/keeps'],
    ['creates-twice', 'till.keys.requests.once', 'matrix/keys'],
    ['forgets-notes', 'till.payments.update-payment.shows', 'matrix/echoes'],
    ['ignores-limit', 'till.payments.list-payments.pages', 'matrix/lists'],
    ['ignores-reference', 'till.payments.list-payments.filters', 'matrix/lists'],
    ['ignores-status', 'till.payments.list-payments.filters', 'matrix/lists'],
    ['lists-deleted', 'till.payments.cancel-payment.gone', 'lives'],
    ['lists-few', 'till.payments.list-payments.lists', 'matrix/lists'],
    ['mangles-text', 'till.payments.create-payment.shows', 'matrix/echoes'],
    ['takes-any-key-for-one', 'till.keys.requests.distinct', 'matrix/keys'],
    ['forgets', 'till.payments.get-payment.answers', 'operations'],
    ['has-no-list', 'till.payments.list-payments.answers', 'operations'],
    ['keeps-deleted', 'till.payments.cancel-payment.gone', 'lives'],
    ['says-202', 'till.payments.create-payment.answers', 'operations'],
    ['says-418', 'till.payments.create-payment.statuses', 'bodies'],
    ['says-times-in-seconds', 'till.formats.date-time.values', 'operations'],
    ['shows-no-status', 'till.schemas.payment.shape', 'operations'],
  ])('a server that %s has a gap of %s', async (lie, clause, only) => {
    expect(gapsOf(await judged(lie, only))).toContain(clause)
  })

  it('holds modules, whatever the project around it is', () => {
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({ type: 'module' })
  })

  it('is called by its folder in what replays a gap', async () => {
    const { clauses } = await judged('keeps-deleted', 'lives')
    const gone = clauses.find(({ id }) => id === 'till.payments.cancel-payment.gone')
    expect(gone?.findings[0]?.replay).toContain(`npx assay run ${folder} --target "$ORIGIN" --only till/lives/payment`)
  })

  it('needs a target, has no emulator, and says so', async () => {
    expect(await runMain(['run', folder])).toMatchObject({
      code: 2,
      stderr: 'assay: Till API has no emulator; name a target with --target.\n',
    })
  })

  it.each<[string, string, string]>([
    ['suite.ts', 'export const suite = (', 'cannot be used: '],
    ['suite.ts', "import 'nothing-there'", 'cannot be used: '],
    ['suite.ts', 'export const suite = 1', 'exports no function "suite".'],
    ['suite.ts', "export const suite = () => { throw new Error('boom\\nat a line') }", 'cannot be used: boom'],
    ['suite.ts', 'export const suite = () => 5', 'is no object with "checks" and "observers".'],
    ['declaration.json', '{', 'cannot be read: '],
    ['openapi.yaml', 'a: [', 'cannot be read: '],
    ['clauses/payments.json', '{}', 'must have required property'],
  ])('whose %s is %j is refused in a sentence', async (file, text, sentence) => {
    const copy = join(temporaryFolder(), 'till')
    cpSync(folder, copy, { recursive: true })
    writeFileSync(join(copy, file), text)
    const { code, stderr } = await runMain(['clauses', copy])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(sentence) })
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('judges nothing by a clause that is excluded', async () => {
    const copy = join(temporaryFolder(), 'till')
    cpSync(folder, copy, { recursive: true })
    const path = join(copy, 'clauses/payments.json')
    const file = JSON.parse(readFileSync(path, 'utf8')) as { clauses: object[] }
    file.clauses = file.clauses.map((clause) => ({ ...clause, excluded: 'It does not hold.' }))
    writeFileSync(path, JSON.stringify(file))
    expect(await runMain(['clauses', copy, '--uncovered'])).toMatchObject({ code: 0 })
  })

  it('is refused in a sentence where a part is missing', async () => {
    await expect(loadOwnProvider('./no-such-folder')).rejects.toThrow('There is no folder ./no-such-folder.')
    await expect(loadOwnProvider(temporaryFolder())).rejects.toThrow('holds no provider: it has no provider.ts')
  })
})
