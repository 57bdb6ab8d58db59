import { createHash } from 'node:crypto'
import type { Report } from '../../model/report.ts'
import { headline } from '../headline.ts'
import { targetNames } from '../wording.ts'
import { markup, trusted } from './markup.ts'
import type { Markup } from './markup.ts'
import { script } from './script/index.ts'
import { style } from './style.ts'

/** The head of the page. Its policy lets our own script and style run and nothing else, should escaping ever fail. */
export function pageHead(report: Report): Markup {
  const { word, sentence } = headline(report)
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Assay on ${targetNames[report.target]}: ${word}. ${sentence}</title>
<style>${trusted(style)}</style>
</head>`
}

function hashOf(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`
}
