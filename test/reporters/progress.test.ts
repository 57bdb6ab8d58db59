import { describe, expect, it } from 'vitest'
import { progress } from '../../reporters/progress.ts'
import type { ProgressOptions, Step } from '../../reporters/progress.ts'

function written(options: ProgressOptions, steps: readonly Step[]): readonly string[] {
  const texts: string[] = []
  const shown = progress((text) => texts.push(text), options)
  for (const step of steps) shown.step(step)
  shown.end()
  return texts
}

function stepsOf(label: string, total: number, known = true): readonly Step[] {
  return Array.from({ length: total + 1 }, (_, done) => ({ label, done, ...(known ? { total } : {}) }))
}

const log: ProgressOptions = { tty: false, color: false }
const tty: ProgressOptions = { tty: true, color: false, columns: 40 }

describe('progress in a log', () => {
  it('is one plain line at each tenth', () => {
    const lines = written(log, stepsOf('acme', 480))
    expect(lines).toHaveLength(11)
    expect(lines[0]).toBe('acme  0/480  0.0 %\n')
    expect(lines.at(-1)).toBe('acme  480/480  100 %\n')
  })

  it('is a line whenever the count has doubled where nobody knows the total', () => {
    expect(written(log, stepsOf('acme', 100_000, false))).toHaveLength(17)
  })

  it('shows every step of short work, and notes', () => {
    expect(written(log, stepsOf('acme', 3))).toHaveLength(4)
    expect(written(log, [{ label: 'acme', done: 1, total: 2, note: '3 gaps' }])).toEqual([
      'acme  1/2  50.0 %  3 gaps\n',
    ])
  })

  it('counts each piece of work for itself', () => {
    const mixed = stepsOf('acme', 100).flatMap((step) => [step, { ...step, label: 'globex' }])
    expect(written(log, mixed)).toHaveLength(22)
  })

  it('says that work without steps is done', () => {
    expect(written(log, stepsOf('acme', 0))).toEqual(['acme  0/0  none\n'])
  })
})

describe('progress on a terminal', () => {
  it('rewrites one line and leaves none behind', () => {
    const texts = written(tty, stepsOf('acme', 10))
    expect(texts.join('')).not.toContain('\n')
    expect(texts.every((text) => text.startsWith('\r\u001B[2K'))).toBe(true)
    expect(texts.at(-1)).toBe('\r\u001B[2K')
  })

  it('rewrites it a bounded number of times', () => {
    expect(written(tty, stepsOf('acme', 100_000))).toHaveLength(202)
  })

  it('never wraps', () => {
    const [text = ''] = written(tty, [{ label: 'acme', done: 1, total: 2, note: 'x'.repeat(100) }])
    expect(text.replace('\r\u001B[2K', '')).toHaveLength(39)
  })

  it('lets no text of a target move the cursor', () => {
    const [text = ''] = written({ ...tty, columns: 200 }, [
      { label: 'a\u001B[2J', done: 1, total: 2, note: 'b\n\u0007' },
    ])
    expect(text).toBe('\r\u001B[2Ka\\u{1b}[2J  1/2  50.0 %  b\\n\\u{7}')
  })

  it('writes nothing at the end of nothing', () => {
    expect(written(tty, [])).toEqual([])
  })
})
