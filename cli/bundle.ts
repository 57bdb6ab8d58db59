import { Command } from 'commander'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadContract } from '../contracts/load.ts'
import { providers } from '../contracts/index.ts'
import { readReport } from '../engine/read-report.ts'
import type { Cause, Report } from '../model/report.ts'
import { bundle } from '../reporters/bundle.ts'
import { shownCauses } from '../reporters/causes.ts'
import { UsageError } from '../wire/errors.ts'
import { entryOf } from '../wire/har/to-entry.ts'
import type { Io, Running } from './io.ts'
import { sayingWhere } from './write-report.ts'

export function bundleCommand(running: Running): Command {
  return new Command('bundle')
    .description('Write a folder about one cause that whoever has to mend it can use without Assay.')
    .argument('<report.json>', 'a report')
    .argument('<cause>', 'number of the cause as the report prints it, its fingerprint, or a clause that it breaks')
    .option('--out <folder>', 'where it is written (default: bundle- and the fingerprint)')
    .action(running(bundleAction))
}

async function bundleAction(
  { stdout }: Io,
  path: string,
  name: string,
  flags: { readonly out?: string },
): Promise<number> {
  const report = readReport(path)
  const cause = causeNamed(report, name)
  const folder = flags.out ?? `bundle-${cause.fingerprint}`
  const title = report.providers.find((row) => row.name === cause.provider)?.title ?? cause.provider
  const origin = originOf(cause.provider)
  const files = bundle(report, cause, { title, entryOf: (exchange) => entryOf(exchange, origin) })
  sayingWhere(folder, () => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text, { mode: file.endsWith('.sh') ? 0o755 : 0o644 })
    }
  })
  stdout.write(`${cause.title}: ${Object.keys(files).length} files are in ${folder}.\n`)
  return 0
}

function causeNamed(report: Report, name: string): Cause {
  const shown = shownCauses(report).map(({ cause }) => cause)
  const numbered = /^\d{1,4}$/.test(name) ? shown[Number(name) - 1] : undefined
  const found =
    numbered ?? report.causes.find(({ fingerprint, breaks }) => fingerprint === name || breaks.includes(name))
  if (found !== undefined) return found
  if (shown.length === 0) throw new UsageError('The report has no cause; nothing has to be mended.')
  throw new UsageError(
    `The report has no cause "${name}"; say a number from 1 to ${shown.length}, a fingerprint, or a clause with a gap.`,
  )
}

/** Documented address of a provider, whatever was judged, so that no private address is told. */
function originOf(name: string): string {
  const provider = providers.find((one) => one.name === name)
  if (provider === undefined) return `https://${name}.invalid`
  return provider.live.origin ?? loadContract(provider).servers[0] ?? `https://${name}.invalid`
}
