import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { MatchersV3, PactV4 } from '@pact-foundation/pact'
import { request } from 'undici'
import { providers } from '../contracts/index.ts'
import { importModule } from '../schemas/import-module.ts'
import { projectRoot } from '../schemas/project-root.ts'
import type { ConsumerExample, ConsumerExamples } from '../model/consumer-example.ts'
import { encodeBody } from '../wire/encode.ts'

const wanted = process.argv.slice(2)

/** Writes the pact files of every provider, or of those named: each consumer example is really sent to Pact's mock server. */
for (const { name, encoding } of providers.filter(
  (provider) => wanted.length === 0 || wanted.includes(provider.name),
)) {
  const { consumerExamples } = (await importModule(`suites/${name}/consumer-examples`)) as {
    consumerExamples: ConsumerExamples
  }
  const folder = join(projectRoot, 'contracts', name, 'pacts')
  rmSync(folder, { recursive: true, force: true })
  const mediaType = encoding === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'
  for (const consumed of consumerExamples.examples) {
    const pact = new PactV4({ consumer: consumerExamples.consumer, provider: name, dir: folder, logLevel: 'error' })
    await writePact(pact, consumed, mediaType)
  }
  process.stdout.write(`${name}: ${consumerExamples.examples.length} consumer examples\n`)
}

async function writePact(
  pact: PactV4,
  { description, state, request: asked, response }: ConsumerExample,
  mediaType: string,
): Promise<void> {
  const described = pact.addInteraction()
  const begun = state === undefined ? described : described.given(state)
  const path =
    typeof asked.path === 'string'
      ? asked.path
      : MatchersV3.fromProviderState(asked.path.expression, asked.path.example)
  const body = asked.body === undefined ? undefined : encodeBody(asked.body, mediaType)
  const headers = { ...asked.headers, ...(body === undefined ? {} : { 'Content-Type': mediaType }) }
  await begun
    .uponReceiving(description)
    .withRequest(asked.method, path, (builder) => {
      builder.headers(headers)
      if (asked.query !== undefined) builder.query(asked.query)
      if (body !== undefined) writeText(builder, body, mediaType)
    })
    .willRespondWith(response.status, (builder) => {
      if (response.body !== undefined) builder.jsonBody(response.body)
    })
    .executeTest(async ({ url }) => {
      const query = new URLSearchParams(asked.query).toString()
      const target = `${url}${typeof asked.path === 'string' ? asked.path : asked.path.example}${query === '' ? '' : `?${query}`}`
      const answer = await request(target, { method: asked.method, headers, ...(body === undefined ? {} : { body }) })
      await answer.body.dump()
      if (answer.statusCode !== response.status)
        throw new Error(`${description}: the mock server answered ${answer.statusCode}`)
    })
}

/** Pact's builder takes a body as JSON or as bytes, of which it guesses the media type: a form has to go in as text. */
function writeText(builder: unknown, body: string, mediaType: string): void {
  const { interaction } = builder as {
    readonly interaction: { withRequestBody(body: string, mediaType: string): boolean }
  }
  interaction.withRequestBody(body, mediaType)
}
