import { describe, expect, it } from 'vitest'
import { capabilities } from '../../../model/clause.ts'
import type { Level, Source } from '../../../model/clause.ts'
import { outages, verdicts } from '../../../model/finding.ts'
import { valueAt } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import { changes, severities } from '../../../model/report.ts'
import type { ProviderRow, TargetKind, WaiverProblem } from '../../../model/report.ts'
import { shapes } from './shapes.ts'
import { ownSchemas } from '../../../schemas/own.ts'
import type { OwnSchema } from '../../../schemas/own.ts'
import { readSchema, validator } from './validators.ts'

function subschema(name: OwnSchema, pointer: string): Json | undefined {
  return valueAt(readSchema(name) as Json, pointer)
}

const levels: Record<Level, true> = { must: true, should: true, may: true }
const kinds: Record<Source['kind'], true> = { document: true, derived: true, elsewhere: true, ours: true }
const targets: Record<TargetKind, true> = { emulator: true, live: true, url: true, recording: true }
const outcomes: Record<ProviderRow['outcome'], true> = {
  conforms: true,
  gaps: true,
  fault: true,
  interrupted: true,
  'not-judged': true,
}
const problems: Record<WaiverProblem['problem'], true> = { expired: true, conforms: true, 'matches-nothing': true }

describe('our own schemas and the types of the model', () => {
  it.for(ownSchemas)('%s compiles under a strict validator', (name) => {
    expect(() => validator(name)).not.toThrow()
  })

  it.for(shapes)('%s%s has the keys of its type and no others', ([name, pointer, shape]) => {
    const schema = subschema(name, pointer) as {
      properties: Record<string, unknown>
      required: string[]
      additionalProperties: unknown
    }
    expect(Object.keys(schema.properties)).toEqual(Object.keys(shape))
    expect(schema.required).toEqual(Object.entries(shape).flatMap(([key, need]) => (need === 'required' ? [key] : [])))
    expect(schema.additionalProperties).toBe(false)
  })

  it.for([
    ['report', '/$defs/verdict/enum', [...verdicts]],
    ['report', '/$defs/severity/enum', [...severities]],
    ['report', '/$defs/outage/enum', Object.keys(outages)],
    ['report', '/$defs/figures/properties/verdicts/required', [...verdicts]],
    ['report', '/$defs/figures/properties/severities/required', [...severities]],
    ['report', '/$defs/outcome/enum', Object.keys(outcomes)],
    ['report', '/$defs/past/properties/change/enum', [...changes]],
    ['record', '/$defs/severity/enum', [...severities]],
    ['record', '/$defs/provider/properties/outcome/enum', Object.keys(outcomes)],
    ['report', '/$defs/waiver-problem/properties/problem/enum', Object.keys(problems)],
    ['clause', '/$defs/level/enum', Object.keys(levels)],
    ['clause', '/$defs/source-kind/enum', Object.keys(kinds)],
    ['clause', '/$defs/target/enum', Object.keys(targets)],
    ['clause', '/$defs/clause/properties/needs/items/enum', Object.keys(capabilities)],
  ] as const)('%s%s lists what the model lists', ([name, pointer, expected]) => {
    expect(subschema(name, pointer)).toEqual(expected)
  })
})
