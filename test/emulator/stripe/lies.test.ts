import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lies } from '../../../emulator/mutants/stripe.ts'
import { model } from '../../../emulator/stripe/index.ts'
import { client, newEmulator } from './client.ts'

const folder = new URL('../../../contracts/stripe/clauses/', import.meta.url)
const clauses = new Set(
  readdirSync(folder).flatMap((file) => {
    const { clauses: listed } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
      readonly clauses: readonly { readonly id: string; readonly excluded?: string }[]
    }
    return listed.filter(({ excluded }) => excluded === undefined).map(({ id }) => id)
  }),
)

it('lies have ids of their own', () => {
  expect(new Set(lies.map(({ id }) => id)).size).toBe(lies.length)
})

describe.for([...lies, ...model.faults].map((lie) => ({ name: lie.id, lie })))('the lie $name', ({ lie }) => {
  it('breaks a clause that can be judged', () => {
    expect(clauses).toContain(lie.breaks)
  })

  it('replaces rules that there are, or rewrites responses', () => {
    const replaced = Object.keys(lie.rules?.(model.honest) ?? {})
    expect(replaced.filter((name) => !Object.hasOwn(model.honest, name))).toEqual([])
    expect(replaced.length > 0 || lie.tamper !== undefined).toBe(true)
  })

  it('leaves an emulator that answers', async () => {
    const { get, post } = client(newEmulator([lie]))
    const answers = [
      await post('/v1/charges', { amount: 500, currency: 'usd', source: 'tok_visa' }),
      await get('/v1/balance'),
    ]
    expect(answers.every(({ status }) => status < 500)).toBe(true)
  })
})
