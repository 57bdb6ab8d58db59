import { describe, expect, it } from 'vitest'
import { replayCommand } from '../../engine/replay.ts'

describe('the command that replays a check alone', () => {
  it.each([
    ['emulator', 'npx assay run acme --only acme/a --seed 7 --runs 3'],
    ['live', 'npx assay run acme --target live --only acme/a --seed 7 --runs 3'],
    ['url', 'npx assay run acme --target "$ORIGIN" --only acme/a --seed 7 --runs 3'],
  ] as const)('on %s', (target, command) => {
    expect(replayCommand('acme', { kind: target, capabilities: new Set() }, 'acme/a', { seed: 7, runs: 3 })).toBe(
      command,
    )
  })
  it('judges a recording as a whole', () => {
    expect(
      replayCommand('acme', { kind: 'recording', capabilities: new Set() }, 'acme/a', { seed: 7, runs: 3 }),
    ).not.toContain('--only')
  })
})
