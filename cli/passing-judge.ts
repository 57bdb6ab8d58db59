import { passive } from '../engine/judge-recording.ts'
import { openRun, passing } from '../engine/provider-run.ts'
import type { Plan } from '../engine/plan.ts'
import { assembleReport } from '../engine/report.ts'
import { readWaivers, waiversInForce } from '../engine/waivers.ts'
import type { Exchange } from '../model/exchange.ts'
import { createRecorder } from '../wire/har/recorder.ts'
import type { Memory } from '../history/memory.ts'
import type { Redactor } from '../wire/redaction/redactor.ts'
import { announceGaps } from './announce-gaps.ts'
import { openEventLog } from './event-log.ts'
import type { Io } from './io.ts'
import { wantsEvents } from './output-flags.ts'
import type { OutputFlags } from './output-flags.ts'
import { present } from './present.ts'
import { version } from './version.ts'

export interface PassingJudgeSetting {
  readonly io: Io
  readonly plan: Plan
  readonly redactor: Redactor
  /** File of the recording. */
  readonly record: string
  readonly output: OutputFlags
  readonly memory: Memory
  readonly waivers?: string
  readonly say: (line: string) => void
}

/** Judges and records traffic as it passes, and reports when it ends. */
export interface PassingJudge {
  see(exchange: Exchange): void
  /** Writes the report and returns the exit code. */
  finish(): number
}

export function createPassingJudge({
  io,
  plan,
  redactor,
  record,
  output,
  memory,
  waivers: file,
  say,
}: PassingJudgeSetting): PassingJudge {
  const startedAt = Date.now()
  const events = wantsEvents(output) ? openEventLog(output.report) : undefined
  const waivers = file === undefined ? [] : readWaivers(file)
  const today = new Date(startedAt).toISOString().slice(0, 10)
  const judge = openRun(plan, passing, { ...passive, redactor, waivers: waiversInForce(waivers, 'recording', today) })
  const recorder = createRecorder(record, version, () => redactor)
  const announce = announceGaps(plan.contract, redactor, say)
  return {
    see(exchange) {
      recorder.see(plan.contract, exchange)
      const outcomes = judge.see(exchange)
      events?.exchange(plan.contract.provider, exchange, outcomes)
      announce(outcomes)
    },
    finish() {
      const report = memory.compare(
        assembleReport([judge.conclude()], {
          ...passive,
          target: 'proxy',
          partial: false,
          startedAt,
          version,
          waivers,
        }),
      )
      try {
        return present(io, report, output, events)
      } finally {
        recorder.close()
        say(`The recording is ${record}.`)
        memory.keep(report)
      }
    },
  }
}
