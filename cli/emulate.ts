import { Command, Option } from 'commander'
import { writeFileSync } from 'node:fs'
import { createEmulator } from '../emulator/module.ts'
import { loadModel } from '../emulator/load.ts'
import type { Emulator } from '../emulator/http.ts'
import { CannotListen, serve } from '../emulator/server.ts'
import type { Served } from '../emulator/server.ts'
import { deliver } from '../emulator/deliver.ts'
import { UsageError } from '../wire/errors.ts'
import { chooseProviders } from './choose-providers.ts'
import { several, wholeNumber } from './numbers.ts'

interface EmulateFlags {
  readonly port: number
  readonly host: string
  readonly seed: number
  readonly tls?: boolean
  readonly ca?: string
  readonly frozen?: boolean
  readonly fault: readonly string[]
}

export function emulateCommand(): Command {
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
    .action(async (name: string, flags: EmulateFlags) => {
      const [provider] = chooseProviders([name])
      if (provider === undefined) return
      const model = await loadModel(provider.name)
      const faults = flags.fault.map((id) => {
        const known = model.faults.find((fault) => fault.id === id)
        if (known === undefined)
          throw new UsageError(
            `${provider.name} has no fault "${id}"; it has ${model.faults.map((fault) => fault.id).join(', ') || 'none'}.`,
          )
        return known
      })
      const ticking = flags.frozen !== true
      const emulator = createEmulator(model, { seed: flags.seed, start: Date.now(), ticking, deliver }, faults)
      const served = await listening(emulator, flags)
      process.stdout.write(
        `${provider.title} at ${served.origin} (any key that begins with ${provider.authentication.keyPrefix} opens an account of its own)\n`,
      )
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void served.close())
    })
}

async function listening(emulator: Emulator, { port, host, tls = false, ca }: EmulateFlags): Promise<Served> {
  try {
    const served = await serve(emulator, { port, host, tls })
    if (ca !== undefined && served.certificateAuthority !== undefined)
      await writeAuthority(ca, served.certificateAuthority, served)
    return served
  } catch (thrown) {
    if (thrown instanceof CannotListen) throw new UsageError(thrown.message)
    throw thrown
  }
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
