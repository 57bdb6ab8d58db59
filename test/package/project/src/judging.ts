import { judge, judgeExchanges, matchers, toConformTo, UsageError } from 'assay'
import type { HttpExchange, JudgeSetting, Report } from 'assay'

const setting: JudgeSetting = { provider: ['stripe', 'strike'], target: new URL('http://localhost'), runs: 1 }

export async function test(response: Response): Promise<void> {
  const report: Report = await judge(setting)
  const [first] = report.clauses.filter(({ severity }) => severity === 'fail')
  const exchange: HttpExchange = {
    request: { method: 'GET', url: '/v1/charges' },
    response: { status: 200, headers: response.headers, body: await response.text() },
  }
  const again = await judgeExchanges('stripe', [exchange], { anyVersion: true })
  const { pass } = await toConformTo(response, 'stripe', 'createCharge')
  if (!pass || matchers.toConformTo !== toConformTo || first === undefined) throw new UsageError(String(again.exitCode))
  // @ts-expect-error -- there is no such setting
  await judge({ targets: 'live' })
  // @ts-expect-error -- a seed is a number
  await judge({ seed: '1' })
}
