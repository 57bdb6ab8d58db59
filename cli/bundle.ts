import { Command } from 'commander'
import { writeFileSync } from 'node:fs'
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
import { makeFolder } from '../wire/make-folder.ts'

export function bundleCommand(running: Running): Command {
  return new Command('bundle')
    .description('Write a folder about one cause for the team that has to fix it. They can use it without Assay.')
    .argument('<report.json>', 'report of a run')
    .argument('<cause>', 'number of the cause in the report, its fingerprint, or the id of a clause that it breaks')
    .option('--out <folder>', 'folder to write (default: bundle-FINGERPRINT)')
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
  const written = { what: 'The bundle', instead: 'name another folder with --out' }
  const write = (): void => {
    for (const [file, text] of Object.entries(files)) {
      makeFolder(dirname(join(folder, file)))
      writeFileSync(join(folder, file), text, { mode: file.endsWith('.sh') ? 0o755 : 0o644 })
    }
  }
  sayingWhere(folder, write, written)
  stdout.write(`${cause.title}: ${Object.keys(files).length} files are in ${folder}.\n`)
  return 0
}

function causeNamed(report: Report, name: string): Cause {
  const shown = shownCauses(report).map(({ cause }) => cause)
  const numbered = /^\d{1,4}$/.test(name) ? shown[Number(name) - 1] : undefined
  const found =
    numbered ?? report.causes.find(({ fingerprint, breaks }) => fingerprint === name || breaks.includes(name))
  if (found !== undefined) return found
  if (shown.length === 0) throw new UsageError('The report has no causes, so there is nothing to fix.')
  throw new UsageError(
    `The report has no cause "${name}"; give a number from 1 to ${shown.length}, a fingerprint, or the id of a clause with a gap.`,
  )
}

/** Documented address of a provider, whatever was judged, so that no private address is told. */
function originOf(name: string): string {
  const provider = providers.find((one) => one.name === name)
  if (provider === undefined) return `https://${name}.invalid`
  return provider.live.origin ?? loadContract(provider).servers[0] ?? `https://${name}.invalid`
}
