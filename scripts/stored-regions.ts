import { carriers } from '../test/wire/redaction/carriers.ts'
import { plantedKinds } from '../test/wire/redaction/planted-kinds.ts'
import { sinkNames } from '../test/wire/redaction/sinks.ts'
import { markdownTable } from './markdown-table.ts'
import type { Regions } from './regions.ts'

/** What docs/what-is-stored.md promises, from the tables that are planted: each kind, in every carrier, in no output. */
export function storedRegions(): Regions {
  const groups = [...new Set(plantedKinds.map(({ group }) => group))]
  const rows = groups.flatMap((group) =>
    plantedKinds
      .filter((planted) => planted.group === group)
      .map(({ kind, name, random }) => [
        group,
        kind,
        name === undefined ? (random === true ? 'where no id stands' : 'anywhere') : `beside its name: \`${name}\``,
      ]),
  )
  return {
    'stored-kinds': markdownTable(['group', 'kind', 'where'], rows),
    'stored-carriers': listed(
      carriers.map(({ carrier, nameless }) => (nameless === true ? `${carrier} (without a name)` : carrier)),
    ),
    'stored-outputs': listed(sinkNames),
  }
}

function listed(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
