import type { Report } from '../../model/report.ts'

/** Words of the report's own closed lists, by the key that holds them; everything else can be anything. */
const closed = new Set(
  'format target level verdict severity outcome outage direction problem startedAt finishedAt expires'.split(' '),
)

/** A report in which every string that is not of a closed list carries a payload. */
export function hostileReport(report: Report, payload: string): Report {
  return planted(report, payload, '') as Report
}

function planted(value: unknown, payload: string, key: string): unknown {
  if (typeof value === 'string')
    return value === '' || closed.has(key) || isKind(key, value) ? value : `${payload}${value}`
  if (Array.isArray(value)) return value.map((item) => planted(item, payload, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      item === undefined ? [] : [[isFree(key) ? payload + name : name, planted(item, payload, name)]],
    ),
  )
}

function isFree(key: string): boolean {
  return key === 'expected' || key === 'actual' || key === 'counterexample'
}

function isKind(key: string, value: string): boolean {
  return key === 'kind' && ['document', 'derived', 'elsewhere', 'ours', 'property', 'enum-value'].includes(value)
}

/** Payloads that leave HTML, XML, Markdown or a terminal where something is not escaped. */
export const payloads = [
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</pre></style></title></textarea>--><script>alert(1)</script>',
  ']]><x>',
  '&lt;b&gt;&#0;',
  'javascript:alert(1)//',
  '\u001B[2J\u001B]0;owned\u0007',
  '\u0000\u0008\u007F\u009B31m\uFFFE',
  '\u202Eevil\u2066',
  '\uD800lone',
  '| a | b |\n| --- | --- |\r\n# head\n',
  '`code` **bold** [link](https://evil.example) <b>html</b> ![](x)',
  '${alert(1)} {{7*7}}',
] as const
