import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import { installPacked } from './consumer.ts'
import { pack } from './pack.ts'

/** Instructions with their arguments, by stage; comments are left out. */
function stagesOf(text: string): readonly (readonly (readonly [instruction: string, rest: string])[])[] {
  const lines = text
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)] as const)
  const starts = lines.flatMap(([instruction], index) => (instruction === 'FROM' ? [index] : []))
  return starts.map((start, index) => lines.slice(start, starts[index + 1]))
}

const stages = stagesOf(readFileSync(join(projectRoot, 'Containerfile'), 'utf8'))
const last = stages.at(-1) ?? []
const argumentOf = (name: string): string => last.findLast(([instruction]) => instruction === name)?.[1] ?? ''

describe('the container file', () => {
  it('starts from an image that says which Node, one that is supported', () => {
    const images = stages.map(([from]) => from?.[1].split(' ')[0])
    expect(images.filter((image) => !/^docker\.io\/library\/node:(20|22|24)-/.test(image ?? ''))).toEqual([])
  })

  it('takes nothing of the checkout but the packed file', () => {
    const copied = stages
      .flat()
      .filter(([instruction, rest]) => /^(COPY|ADD)$/.test(instruction) && !rest.startsWith('--from='))
    expect(copied.map(([, rest]) => rest.split(' ')[0])).toEqual(['assay-*.tgz'])
    expect(
      readFileSync(join(projectRoot, '.dockerignore'), 'utf8')
        .split('\n')
        .filter((line) => /^[^#]/.test(line)),
    ).toEqual(['*', '!assay-*.tgz'])
  })

  it('installs without running scripts of packages', () => {
    const installs = stages.flat().filter(([instruction, rest]) => instruction === 'RUN' && rest.includes('npm '))
    expect(installs.length).toBeGreaterThan(0)
    expect(installs.filter(([, rest]) => !rest.includes('--ignore-scripts'))).toEqual([])
  })

  it('runs as a user that is not root, known by number, in a folder of its own', () => {
    expect(argumentOf('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    const user = argumentOf('USER')
    const folder = argumentOf('WORKDIR')
    expect(last.some(([, rest]) => rest.includes(`chown ${user} ${folder}`))).toBe(true)
    const order = last.map(([instruction]) => instruction)
    expect(order.lastIndexOf('USER')).toBeGreaterThan(order.lastIndexOf('RUN'))
  })

  it('has an entry point that serves an emulator to other hosts and ends on SIGTERM', async () => {
    const [program = ''] = JSON.parse(argumentOf('ENTRYPOINT')) as readonly string[]
    const path = argumentOf('ENV')
      .replace(/^PATH=/, '')
      .replace(':$PATH', '')
    const at = path.replace('/opt/assay', installPacked(pack().tarball))
    const served = spawn(join(at, program), ['emulate', 'acinq-strike', '--host', '0.0.0.0'], {
      env: { PATH: process.env['PATH'] ?? '' },
    })
    const line = await new Promise<string>((resolve) => served.stdout.once('data', (data) => resolve(String(data))))
    served.kill('SIGTERM')
    expect(line).toMatch(/ at http:\/\/localhost:\d+ /)
    expect(await new Promise((resolve) => served.once('exit', resolve))).toBe(0)
  })
})
