import { Command } from 'commander'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { providers } from '../contracts/index.ts'
import { readDocument } from '../init/document.ts'
import { folderFor } from '../init/folder.ts'
import { kebabOf } from '../init/names.ts'
import { UsageError } from '../wire/errors.ts'
import type { Io, Running } from './io.ts'

export function initCommand(running: Running): Command {
  return new Command('init')
    .description('Write a provider of your own, made from its OpenAPI description.')
    .argument('<folder>', 'the folder to write; its name is that of the provider')
    .requiredOption('--openapi <file>', 'the description: OpenAPI 3.0 or 3.1, JSON or YAML')
    .action(running(initAction))
}

async function initAction({ stdout }: Io, folder: string, { openapi }: { readonly openapi: string }): Promise<number> {
  const name = kebabOf(basename(resolve(folder)))
  if (providers.some((known) => known.name === name))
    throw new UsageError(`"${name}" is a provider that Assay has itself; choose another name.`)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`The folder ${folder} is there already and not empty; name another one.`)
  const { files, notes, counts } = folderFor(readDocument(openapi), name)
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const path = /^[./]/.test(folder) ? folder : `./${folder}`
  const named = /^[\w./-]+$/.test(path) ? path : `'${path}'`
  stdout.write(`${folder}: ${counts.operations} operations, ${counts.clauses} clauses, ${files.size} files.\n`)
  for (const note of notes) stdout.write(`Not understood: ${note}\n`)
  stdout.write(`Next: npx assay run ${named} --target http://localhost:8080\n`)
  return 0
}
