import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { eventually } from '../eventually.ts'
import { startCli } from './spawn-cli.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { runMain } from './run-main.ts'
import { linesOf, watched } from './watched.ts'

it('two runs at once share a folder for their ledgers, and neither touches what the other made', async () => {
  let held: Promise<void> | undefined
  let release = (): void => undefined
  const { server, removed } = await watched('strike', async (_, honestly) => {
    await held
    return honestly()
  })
  const cwd = temporaryFolder()
  const ledgers = join(cwd, '.assay')
  const start = (seed: string) =>
    startCli(['run', 'strike', '--target', server.origin, '--seed', seed, '--report', `report-${seed}`], { cwd })
  const clean = () => runMain(['cleanup', '--target', server.origin, '--ledger', ledgers])
  try {
    const [killed, other] = [start('3'), start('4')]
    const files = await eventually(() => {
      const names = existsSync(ledgers) ? readdirSync(ledgers).filter((name) => name.endsWith('.jsonl')) : []
      const busy = names.filter((name) => linesOf(ledgers, name).length > 3)
      return busy.length === 2 ? busy : undefined
    })
    const mineOf = ({ child }: typeof killed): string => files.find((name) => name.includes(`-${child.pid}-`)) ?? ''

    // a clean-up meanwhile leaves both alone; nobody gets an answer, lest a run be through before it
    held = new Promise((resolve) => (release = resolve))
    const meanwhile = await clean()
    expect(meanwhile).toMatchObject({ code: 0, stdout: expect.stringMatching(/^There is nothing to remove\./) })
    for (const { child } of [killed, other])
      expect(meanwhile.stdout).toContain(`is still in progress (process ${child.pid})`)

    killed.child.kill('SIGKILL')
    await killed.ended
    release()
    const left = linesOf(ledgers, mineOf(killed)).map(({ id }) => id)
    expect(left.length).toBeGreaterThan(3)
    expect((await other.ended).code).toBe(0)
    expect(readdirSync(ledgers)).toEqual([mineOf(killed)])
    expect(linesOf(ledgers, mineOf(killed)).map(({ id }) => id)).toEqual(left)

    // what the checks themselves deleted is no more there to be removed
    const before = removed.length
    expect(await clean()).toMatchObject({ code: 0, stdout: expect.stringContaining(`of ${left.length} removed`) })
    const taken = removed.slice(before).map(({ id }) => id)
    expect(taken.length).toBeGreaterThan(0)
    expect(left).toEqual(expect.arrayContaining(taken))
    expect(readdirSync(ledgers)).toEqual([])
  } finally {
    release()
    await server.close()
  }
})
