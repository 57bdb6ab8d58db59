import { Command, Option } from 'commander'
import { writeFileSync } from 'node:fs'
import { serveEmulator } from './serve-emulator.ts'
import type { Served } from '../emulator/server.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import type { Io, Running } from './io.ts'
import { hosts, several, wholeNumber } from './option-values.ts'

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
    .argument('<provider>', 'the provider')
    .option('--port <number>', 'port; 0 takes any free one', wholeNumber(0, 65_535), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--tls', 'speak HTTPS with a certificate made for this run')
    .addOption(
      new Option('--ca <file>', 'write the certificate authority for clients to trust, and speak HTTPS').implies({
        tls: true,
      }),
    )
    .option('--seed <number>', 'fixes every generated id', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--frozen', 'emulated time stands still until the control interface moves it')
    .option('--fault <name>', 'switch on a named departure of the live service; may be repeated', several, [])
    .option(
      '--allow-host <host>',
      'webhooks may go to this host, and the control interface may be asked by its name; may be repeated',
      hosts,
      [],
    )
    .option('--memory <megabytes>', 'most that the accounts keep', wholeNumber(1, 100_000), 256)
    .option(
      '--strict-version',
      'refuse versions of the API that the emulator does not model, where it would answer in its own',
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
