import { createColors } from 'picocolors'
import { grouped, percent } from './figures.ts'
import { oneLine } from './printable.ts'

/** Where long work stands: how many of its steps are done, and what is worth knowing meanwhile. */
export interface Step {
  /** What is being worked on, such as a provider. */
  readonly label: string
  readonly done: number
  /** Absent where nobody knows. */
  readonly total?: number
  readonly note?: string
}

export interface ProgressOptions {
  /** Rewrites one line of a terminal; else writes a plain line now and then. */
  readonly tty: boolean
  readonly color: boolean
  readonly columns?: number
}

export interface Progress {
  step(step: Step): void
  /** Removes the rewritten line, so that what follows starts on a clean one. */
  end(): void
}

const clearLine = '\r\u001B[2K'
// By count and never by time, so that the same run writes the same lines: a log gets tenths, a terminal two-hundredths.
const logParts = 10
const terminalParts = 200

/** Shows long work through a passed-in writer. */
export function progress(write: (text: string) => void, options: ProgressOptions): Progress {
  const colors = createColors(options.color)
  const shown = new Map<string, number>()
  const parts = options.tty ? terminalParts : logParts
  let onScreen = ''

  const isDue = (step: Step): boolean => {
    const part = partOf(step, parts)
    const due = shown.get(step.label) !== part || (options.tty && onScreen !== step.label)
    shown.set(step.label, part)
    return due
  }
  const draw = (step: Step): void => {
    const width = options.tty ? (options.columns ?? 80) - 1 : Infinity
    const label = oneLine(step.label).slice(0, width)
    const rest = restOf(step).slice(0, Math.max(0, width - label.length))
    onScreen = step.label
    write(`${options.tty ? clearLine : ''}${colors.bold(label)}${colors.dim(rest)}${options.tty ? '' : '\n'}`)
  }
  return {
    step(step) {
      if (isDue(step)) draw(step)
    },
    end() {
      if (options.tty && onScreen !== '') write(clearLine)
      onScreen = ''
      shown.clear()
    },
  }
}

/** Which part of the work is done; where the total is unknown, a new part begins whenever the count has doubled. */
function partOf({ done, total }: Step, parts: number): number {
  if (total === undefined) return Math.floor(Math.log2(done + 1))
  return total === 0 ? parts : Math.floor((done * parts) / total)
}

function restOf({ done, total, note }: Step): string {
  const figures = total === undefined ? grouped(done) : `${grouped(done)}/${grouped(total)}  ${percent(done, total)}`
  return `  ${figures}${note === undefined ? '' : `  ${oneLine(note)}`}`
}
