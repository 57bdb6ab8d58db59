import { providers } from '../../contracts/index.ts'
import { openRun } from '../../engine/provider-run.ts'
import { planFor } from '../../engine/run.ts'
import { severityOf } from '../../engine/verdict.ts'
import type { Check } from '../../model/check.ts'
import { createRedactor } from '../../wire/redaction/create-redactor.ts'
import { embeddedEmulator } from '../../wire/targets.ts'
import type { Answer } from './mutant.ts'

/** Where Stryker's switches look: which mutant is on, and who executes which. */
interface Switches {
  activeMutant?: string
  currentTestId?: string
  mutantCoverage?: { readonly static: Readonly<Record<string, number>>; readonly perTest: Coverage }
}
type Coverage = Readonly<Record<string, Readonly<Record<string, number>> | undefined>>

// oxlint-disable-next-line no-underscore-dangle -- the name that Stryker's instrumented code reads
const switches = ((globalThis as { __stryker__?: Switches }).__stryker__ ??= {})
const [name = '', own] = process.argv.slice(2)
const plan = await planFor(providers.find((provider) => provider.name === name) ?? throwUnknown(name))
const seed = 1
const runs = 3

if (own === undefined) serve()
else await judgeOwn()

/** One mutant for the life of the process: it was on while the modules were loaded. */
async function judgeOwn(): Promise<void> {
  process.send?.(await judge(plan.checks))
  process.disconnect()
}

/** Mutant after mutant, each by the checks that execute it. */
function serve(): void {
  let reached: Coverage | undefined
  process.on('message', (id: string) => {
    void answer(id).then((said) => process.send?.(said))
  })
  const answer = async (id: string): Promise<Answer> => {
    reached ??= await coverage()
    if (switches.mutantCoverage?.static[id] !== undefined) return { state: 'needs-own-process' }
    const checks = plan.checks.filter((check) => reached?.[check.id]?.[id] !== undefined)
    if (checks.length === 0) return { state: 'unreached' }
    switches.activeMutant = id
    return judge(checks)
  }
}

/** Which checks execute which mutants. */
async function coverage(): Promise<Coverage> {
  const found = await judge(plan.checks, (check) => (switches.currentTestId = check.id))
  if (found.state !== 'survived') throw new Error(`the emulator has a gap of its own: ${JSON.stringify(found)}`)
  delete switches.currentTestId
  return switches.mutantCoverage?.perTest ?? {}
}

/** Runs checks until one shows what fails a run. */
async function judge(checks: readonly Check[], before: (check: Check) => void = () => undefined): Promise<Answer> {
  const run = openRun(plan, await embeddedEmulator(plan.contract.provider, seed), {
    seed,
    runs,
    shrinks: 0,
    nonce: '',
    redactor: createRedactor(plan.contract, []),
    waivers: new Map(),
  })
  let warned: string | undefined
  for (const check of checks) {
    before(check)
    const gaps = (await run.judge(check)).filter(({ verdict }) => verdict === 'gap').map(({ clause }) => clause)
    const failing = gaps.find(fails)
    if (failing !== undefined) return { state: 'killed', clause: failing }
    warned ??= gaps[0]
  }
  return warned === undefined ? { state: 'survived' } : { state: 'warned', clause: warned }
}

function fails(id: string): boolean {
  const clause = plan.contract.clauses.get(id)
  return clause !== undefined && severityOf('gap', clause, { waived: false, known: false }) === 'fail'
}

function throwUnknown(provider: string): never {
  throw new Error(`there is no provider "${provider}"`)
}
