import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml'
import type { AssayConfiguration } from '../model/configuration.ts'
import { importOwn } from '../schemas/import-own.ts'
import { errorsIn } from '../schemas/own.ts'
import { UsageError } from '../wire/errors.ts'
import { problemOf } from './configuration-problem.ts'

/** A configuration and the folder that its paths start from. */
export interface Configuration {
  /** Relative to where the command runs, as messages name it. */
  readonly file: string
  readonly folder: string
  readonly values: AssayConfiguration
}

const names = ['assay.config.ts', 'assay.config.mts', 'assay.config.js', 'assay.config.mjs', 'assay.config.json']

/** The configuration of a file, or that of the folder where the command runs; undefined where that has none. */
export async function loadConfiguration(given?: string): Promise<Configuration | undefined> {
  if (given !== undefined && !existsSync(given)) throw new UsageError(`There is no configuration file ${given}.`)
  const found = names.filter((name) => existsSync(name))
  const [file, another] = given === undefined ? found : [given]
  if (file === undefined) return undefined
  if (another !== undefined)
    throw new UsageError(`There are two configurations, ${file} and ${another}; keep one of them.`)
  const path = resolve(file)
  const values = file.endsWith('.json') ? readJson(path, file) : await importModule(path, file)
  const problem = problemOf(errorsIn('configuration', values))
  if (problem !== undefined) {
    const line = lineOf(readFileSync(path, 'utf8'), problem.path, file.endsWith('.json'))
    throw new UsageError(`${at(file, line)}: ${problem.text}.`)
  }
  return { file: relative('.', path), folder: dirname(path), values: values as AssayConfiguration }
}

function readJson(path: string, file: string): unknown {
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch (thrown) {
    const { message } = thrown as Error
    const position = /position (\d+)/.exec(message)?.[1]
    const line = text.slice(0, position === undefined ? undefined : Number(position)).split('\n').length
    throw new UsageError(
      `${at(file, line)}: this is no JSON: ${message.replace(/ in JSON at position.*| \(line.*/, '')}.`,
    )
  }
}

async function importModule(path: string, file: string): Promise<unknown> {
  const module = await imported(path, file)
  if (module?.['default'] === undefined)
    throw new UsageError(`${file} has no default export; write export default defineConfig({ … }).`)
  return module['default']
}

async function imported(path: string, file: string): ReturnType<typeof importOwn> {
  try {
    return await importOwn(dirname(path), basename(path).replace(/\.m?[jt]s$/, ''))
  } catch (thrown) {
    const { message = String(thrown), stack = '' } = thrown as Partial<Error>
    const line = new RegExp(`${basename(path).replaceAll('.', String.raw`\.`)}:(\\d+)`).exec(
      `${message}\n${stack}`,
    )?.[1]
    throw new UsageError(
      `${at(file, line === undefined ? undefined : Number(line))}: it cannot be loaded: ${message.split('\n')[0]}`,
    )
  }
}

const at = (file: string, line: number | undefined): string => (line === undefined ? file : `${file}, line ${line}`)

/** The line that a setting stands in, as far as the text shows it. */
function lineOf(text: string, path: readonly string[], isJson: boolean): number | undefined {
  return isJson ? lineInJson(text, path) : lineInSource(text, path)
}

/** JSON is YAML, whose parser knows where everything stands. */
function lineInJson(text: string, path: readonly string[]): number | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true })
  const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  const node = isScalar(pair?.key) ? pair.key : document.getIn(path, true)
  const start = (node as { readonly range?: readonly number[] } | undefined)?.range?.[0]
  return start === undefined ? 1 : lines.linePos(start).line
}

/** In a module the setting is looked for by its names, one below the other; a value that is computed has no line. */
function lineInSource(text: string, path: readonly string[]): number | undefined {
  let from = 0
  for (const step of path.filter((one) => !/^\d+$/.test(one))) {
    const name = step.replaceAll(/[^\w-]/g, String.raw`\$&`)
    const found = new RegExp(`(?<![\\w$-])(['"]?)${name}\\1\\s*[:,}]`).exec(text.slice(from))
    if (found === null) return undefined
    from += found.index
  }
  return path.length === 0 ? undefined : text.slice(0, from).split('\n').length
}

/** A path of a configuration, as it is written from where the command runs. */
export function fromHere({ folder }: Configuration, path: string): string {
  return relative('.', join(resolve(folder), path)) || '.'
}
