import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadOwnProvider } from '../../cli/own-provider.ts'
import { loadContract } from '../../contracts/load.ts'
import { derived } from '../../suites/derived/index.ts'
import { judgeOf } from '../../suites/observers/schemas-hold.ts'
import { runMain } from '../cli/run-main.ts'
import { temporaryFolder } from '../temporary-folder.ts'

interface Made {
  readonly code: number
  readonly said: string
  readonly folder: string
}

/** Runs init on files, of which the first is the description. */
async function made(files: Readonly<Record<string, string | Buffer>>): Promise<Made> {
  const at = temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true })
    writeFileSync(join(at, name), text)
  }
  const folder = join(at, 'odd')
  const [name = ''] = Object.keys(files)
  const { code, stdout, stderr } = await runMain(['init', folder, '--openapi', join(at, name)])
  return { code, said: `${stdout}${stderr}`, folder }
}

/** Loads a folder that was made, with its suite, and compiles each of its schemas. */
async function load(folder: string) {
  const contract = loadContract(await loadOwnProvider(folder))
  const { checks } = derived(contract)
  for (const id of contract.schemas.keys()) judgeOf(contract)(id, {})
  return { contract, checks }
}

/** A description of one operation. */
const oneOperation = (operation: string, rest = ''): string =>
  `{openapi: 3.1.0, info: {title: Odd, version: 1}, paths: {/things: {get: ${operation}}}${rest}}`
const answering = (schema: string, rest = ''): string =>
  oneOperation(`{operationId: getThings, responses: {200: {content: {application/json: {schema: ${schema}}}}}}`, rest)

describe('a description that cannot be used is refused in a sentence', () => {
  it.each<[string, string | Buffer, string]>([
    ['no text', '', 'is no object in JSON or YAML.'],
    ['a list', '- a', 'is no object in JSON or YAML.'],
    ['broken JSON', '{"openapi": ', 'is neither JSON nor YAML: Flow map'],
    ['broken YAML', 'a: [1\nb: }', 'is neither JSON nor YAML: Flow sequence'],
    ['a Swagger document', 'swagger: "2.0"', 'is a Swagger 2.0 document; convert it to OpenAPI 3 first.'],
    ['another version', 'openapi: 3.2.0\npaths: {/a: {}}', 'is not an OpenAPI document of version 3.0 or 3.1'],
    ['no paths', 'openapi: 3.1.0', 'describes no operation: it has no "paths".'],
    ['empty paths', 'openapi: 3.1.0\npaths: {}', 'describes no operation: it has no "paths".'],
    ['paths that hold nothing', 'openapi: 3.0.0\npaths: {/a: null, b: 7}', 'has no operation that Assay can call.'],
    [
      'an anchor in itself',
      'openapi: 3.1.0\npaths: &p {/a: {get: *p}}',
      'an anchor in it stands for a value that holds it.',
    ],
  ])('%s', async (_, text, sentence) => {
    const { code, said } = await made({ 'odd.yaml': text })
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining(sentence) })
    expect(said.trim().split('\n')).toHaveLength(1)
  })

  it('a file that is not there', async () => {
    expect(await runMain(['init', join(temporaryFolder(), 'odd'), '--openapi', 'no-such.yaml'])).toMatchObject({
      code: 2,
      stderr: 'assay: The description no-such.yaml cannot be read (ENOENT).\n',
    })
  })
})

describe('an odd description becomes a provider, and says what was left out', () => {
  const json = '{"openapi":"3.0.0","paths":{"/a":{"get":{"operationId":"a","responses":{"200":{"description":"x"}}}}}}'
  const junk = `
openapi: 3.0.0
info: 5
servers: [null, 7, {url: 5}, {url: "{x}/a", variables: 7}]
components: 5
security: {}
paths:
  /a/{id}:
    parameters: {a: 1}
    get: {operationId: 5, tags: x, parameters: [null, 5, {}], requestBody: null, responses: [], security: [null, 5]}
    put:
      requestBody: {content: {application/json: {schema: {type: object, required: true, properties: [1], minimum: x, items: [1], pattern: 5, allOf: {}, nullable: 5}}}}
      responses: {200: {content: {application/json: {schema: {type: file, enum: [], minLength: -1, patternProperties: {"[": {}}}}}}, foo: {}}`

  it.each<[string, Readonly<Record<string, string | Buffer>>, string]>([
    ['JSON with a byte order mark', { 'odd.json': `\uFEFF${json}` }, '1 operations'],
    ['JSON in UTF-16', { 'odd.json': Buffer.from(`\uFEFF${json}`, 'utf16le') }, '1 operations'],
    ['a version that is a number', { 'odd.yaml': 'openapi: 3.1\npaths: {/a: {get: {}}}' }, '1 operations'],
    [
      'values of the wrong kind',
      { 'odd.yaml': junk },
      'keywords with a value that JSON Schema does not know are left out',
    ],
    ['no operationId', { 'odd.yaml': oneOperation('{}') }, 'are called by method and path: getThings.'],
    ['a reference to nothing', { 'odd.yaml': answering('{$ref: "#/none"}') }, 'lead to nothing are left out: #/none.'],
    ['a reference to an address', { 'odd.yaml': answering('{$ref: "https://x.example/a"}') }, 'https://x.example/a'],
    [
      'a reference to itself',
      {
        'odd.yaml': answering(
          '{$ref: "#/components/schemas/A"}',
          ', components: {schemas: {A: {$ref: "#/components/schemas/B"}, B: {$ref: "#/components/schemas/A"}}}',
        ),
      },
      'lead to nothing are left out',
    ],
    [
      'a schema that is a part of itself',
      {
        'odd.yaml': answering(
          '{$ref: "#/components/schemas/Pet"}',
          ', components: {schemas: {Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}]}, Cat: {allOf: [{$ref: "#/components/schemas/Pet"}]}}}',
        ),
      },
      'schemas that come back to themselves are any value at that place: pet.',
    ],
    ['a pattern of another language', { 'odd.yaml': answering("{pattern: '(?i)a'}") }, 'are left out: (?i)a.'],
    ['a format of its own', { 'odd.yaml': answering('{format: unix-time}') }, 'are not judged: unix-time.'],
    [
      'a schema called Exchange',
      {
        'odd.yaml': answering(
          '{$ref: "#/components/schemas/Exchange"}',
          ', components: {schemas: {Exchange: {type: object}}}',
        ),
      },
      '1 operations',
    ],
    [
      'a fragment in a path',
      { 'odd.yaml': 'openapi: 3.1.0\npaths: {/a: {get: {operationId: a}}, "/a#b": {get: {}}}' },
      'are left out: /a#b.',
    ],
    [
      'parts of a segment',
      { 'odd.yaml': 'openapi: 3.1.0\npaths: {"/{a}-{b}.json": {get: {}}, "/x/{}": {get: {}}, "/*": {get: {}}}' },
      '3 operations',
    ],
    [
      'a body of any type',
      {
        'odd.yaml': 'openapi: 3.1.0\npaths: {/a: {post: {requestBody: {content: {"*/*": {schema: {type: object}}}}}}}',
      },
      '1 operations',
    ],
    [
      'a key of mutual TLS',
      {
        'odd.yaml': oneOperation('{security: [{k: []}]}', ', components: {securitySchemes: {k: {type: mutualTLS}}}'),
      },
      'k (mutualTLS)',
    ],
    [
      'a header that is required',
      { 'odd.yaml': oneOperation('{operationId: a, parameters: [{in: header, name: X-Tenant, required: true}]}') },
      'the required header parameter X-Tenant is sent by no request',
    ],
  ])('%s', async (_, files, sentence) => {
    const { code, said, folder } = await made(files)
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(sentence) })
    await expect(load(folder)).resolves.toHaveProperty('checks')
  })

  it('operations that differ in capitals and dashes alone keep names of their own', async () => {
    const operation =
      '{requestBody: {content: {application/json: {schema: {properties: {a: {type: integer}}}}}}, operationId: '
    const { folder } = await made({
      'odd.yaml': `openapi: 3.1.0\npaths: {/a: {post: ${operation}getURL}, put: ${operation}get-url}, patch: ${operation}get_url}}}`,
    })
    const { contract } = await load(folder)
    expect([...contract.operations.keys()]).toEqual(['getURL', 'getUrl2', 'getUrl3'])
  })

  it('anchors are merged, and other files are read', async () => {
    const { folder, said } = await made({
      'odd.yaml': `
openapi: 3.1.0
x-base: &base {type: object, required: [id]}
paths:
  /a: {get: {operationId: a, responses: {200: {content: {application/json: {schema: {<<: *base, title: A}}}}}}}
  /b: {$ref: more/path.yaml}`,
      'more/path.yaml':
        'get: {operationId: b, responses: {200: {content: {application/json: {schema: {$ref: "s.yaml#/Pet"}}}}}}',
      'more/s.yaml': 'Pet: {required: [owner], properties: {owner: {$ref: "#/Owner"}}}\nOwner: {type: string}',
    })
    expect(said).not.toContain('Not understood')
    const { contract } = await load(folder)
    const judge = (operation: string, body: object) =>
      judgeOf(contract)(String(contract.operations.get(operation)?.answers['200']), body as never).mismatches.length
    expect([judge('a', {}), judge('a', { id: 1 })]).toEqual([1, 0])
    expect([judge('b', {}), judge('b', { owner: 5 }), judge('b', { owner: 'me' })]).toEqual([1, 1, 0])
  })

  it.each<[string, string, unknown, unknown]>([
    ['nullable without a type', '{allOf: [{type: object}], nullable: true}', null, 5],
    ['nullable beside a reference', '{nullable: true, $ref: "#/components/schemas/A"}', null, 5],
    ['nullable with values', '{type: string, enum: [a], nullable: true}', null, 'b'],
    ['an exclusive bound of 3.0', '{type: number, minimum: 1, exclusiveMinimum: true}', 2, 1],
    ['keywords beside a reference', '{$ref: "#/components/schemas/A", required: [id]}', { id: 1 }, {}],
    ['alternatives that overlap', '{oneOf: [{type: object}, {type: object, required: [id]}]}', { id: 1 }, 'x'],
    ['what is only sent', '{required: [pin], properties: {pin: {writeOnly: true}, id: {type: string}}}', {}, { id: 5 }],
  ])('%s allows and forbids what it says', async (_, schema, allowed, forbidden) => {
    const { folder } = await made({
      'odd.yaml': answering(`{properties: {v: ${schema}}}`, ', components: {schemas: {A: {type: object}}}'),
    })
    const { contract } = await load(folder)
    const id = String(contract.operations.get('getThings')?.answers['200'])
    const count = (v: unknown) => judgeOf(contract)(id, { v } as never).mismatches.length
    expect([count(allowed), count(forbidden) > 0]).toEqual([0, true])
  })
})
