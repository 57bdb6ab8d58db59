import { Command } from 'commander'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { providers } from '../contracts/index.ts'
import { readDocument } from '../init/document.ts'
import { folderFor } from '../init/folder.ts'
import { kebabOf } from '../init/names.ts'
import { UsageError } from '../wire/errors.ts'
import type { Io, Running } from './io.ts'
import { makeFolder } from '../wire/make-folder.ts'
import { sayingWhere } from './write-report.ts'

export function initCommand(running: Running): Command {
  return new Command('init')
    .description('Create a provider of your own from its OpenAPI description.')
    .argument('<folder>', 'folder to write; its name becomes the name of the provider')
    .requiredOption('--openapi <file>', 'OpenAPI 3.0 or 3.1 description, in JSON or YAML')
    .action(running(initAction))
}

async function initAction({ stdout }: Io, folder: string, { openapi }: { readonly openapi: string }): Promise<number> {
  const name = kebabOf(basename(resolve(folder)))
  if (providers.some((known) => known.name === name))
    throw new UsageError(`"${name}" is a provider that Assay has itself; choose another name.`)
  if (existsSync(folder) && !(statSync(folder).isDirectory() && readdirSync(folder).length === 0))
    throw new UsageError(`${folder} is there already and is no empty folder; name another one.`)
  const { files, notes, counts } = folderFor(readDocument(openapi), name)
  const write = (): void => {
    for (const [path, text] of files) {
      makeFolder(dirname(join(folder, path)))
      writeFileSync(join(folder, path), text)
    }
  }
  sayingWhere(folder, write, { what: 'The provider', instead: 'name another folder' })
  const path = /^[./]/.test(folder) ? folder : `./${folder}`
  const named = /^[\w./-]+$/.test(path) ? path : `'${path}'`
  stdout.write(`${folder}: ${counts.operations} operations, ${counts.clauses} clauses, ${files.size} files.\n`)
  for (const note of notes) stdout.write(`Not understood: ${note}\n`)
  stdout.write(`Next: npx assay run ${named} --target http://localhost:8080\n`)
  return 0
}
