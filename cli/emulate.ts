import { Command, Option } from 'commander'
import { writeFileSync } from 'node:fs'
import { serveEmulator } from './serve-emulator.ts'
import type { Served } from '../emulator/server.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import type { Io, Running } from './io.ts'
import { hosts, repeatable, wholeNumber } from './option-values.ts'

interface EmulateFlags {
  readonly port: number
  readonly host: string
  readonly seed: number
  readonly tls?: boolean
  readonly ca?: string
  readonly frozen?: boolean
  readonly fault: readonly string[]
  readonly strictVersion?: boolean
  readonly allowHost: readonly string[]
  readonly memory: number
}

export function emulateCommand(running: Running): Command {
  return new Command('emulate')
    .description("Serve a provider's emulator for your own client code.")
    .argument('<provider>', 'provider to emulate')
    .option('--port <number>', 'port to listen on; 0 picks a free one', wholeNumber(0, 65_535), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--tls', 'serve HTTPS, with a certificate made for this run')
    .addOption(
      new Option(
        '--ca <file>',
        'serve HTTPS, and write the certificate authority that clients have to trust to this file',
      ).implies({
        tls: true,
      }),
    )
    .option('--seed <number>', 'seed of all generated ids', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--frozen', 'stop the clock of the emulator; only the control interface advances it')
    .addOption(repeatable('--fault <name>', 'turn on a known fault of the live service, by its name'))
    .addOption(
      repeatable(
        '--allow-host <host>',
        'allow webhooks to this host, and requests to the control interface under this name',
        hosts,
      ),
    )
    .option('--memory <megabytes>', 'maximum memory for the objects of all accounts', wholeNumber(1, 100_000), 256)
    .option(
      '--strict-version',
      'refuse API versions that the emulator does not model, instead of answering in its own version',
    )
    .action(running(emulateAction))
}

async function emulateAction({ signals, stdout }: Io, name: string, flags: EmulateFlags): Promise<number> {
  const [provider] = await chooseProviders([name])
  if (provider === undefined) return 0
  const { port, host, seed, fault: faults, frozen = false, strictVersion = false, tls = false, ca } = flags
  const limits = { keptBytes: flags.memory * 1_000_000 }
  const listening = { port, host, tls, allowedHosts: flags.allowHost, limits }
  const setting = { ...listening, seed, start: Date.now(), ticking: !frozen, faults, strictVersion }
  const { served } = await serveEmulator(provider, setting)
  if (ca !== undefined && served.certificateAuthority !== undefined)
    await writeAuthority(ca, served.certificateAuthority, served)
  // whoever reads the line below may send a signal at once
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) signals.once(signal, resolve)
  })
  stdout.write(
    `${provider.title} at ${served.origin} (any key that begins with ${provider.authentication.keyPrefix} opens an account of its own)\n`,
  )
  await asked
  await served.close()
  return 0
}

async function writeAuthority(path: string, certificate: string, served: Served): Promise<void> {
  try {
    writeFileSync(path, certificate)
  } catch (thrown) {
    await served.close()
    const { code } = thrown as NodeJS.ErrnoException
    throw new UsageError(
      `The certificate authority cannot be written to ${path} (${code}); name another file with --ca.`,
    )
  }
}
