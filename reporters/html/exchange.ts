import type { StoredExchange } from '../../model/report.ts'
import { count, duration } from '../figures.ts'
import { indentJson } from '../indent-json.ts'
import { cut } from '../printable.ts'
import { markup } from './markup.ts'
import type { Markup } from './markup.ts'

type Headers = StoredExchange['request']['headers']

/** One exchange: a line that names it, and on opening all that is stored of it. */
export function exchangeBlock(exchange: StoredExchange, showsIt: boolean): Markup {
  const { id, direction, operation, request, response, durationMs } = exchange
  const about = [
    ...(operation === null ? [] : [operation]),
    ...(direction === 'inbound' ? ['inbound delivery'] : []),
    duration(durationMs),
    ...(showsIt ? ['shows it'] : []),
  ]
  return markup`<details class="exchange${showsIt ? ' shows' : ''}" id="exchange-${id}">
<summary><span class="number">${id}</span> <code><b>${request.method}</b> ${cut(request.path, 160)} <b>→ ${response.status}</b></code> <span class="quiet">${about.join(' · ')}</span></summary>
<div class="sides">
${side('Request', `${request.method} ${request.path}`, request.headers, request.body)}
${side('Response', String(response.status), response.headers, response.body)}
</div>
${attempts(exchange)}
</details>
`
}

function side(title: string, first: string, headers: Headers, body: string): Markup {
  const fields = headers.map(([name, value]) => markup`<span class="name">${name}</span>: ${value}\n`)
  return markup`<section><h5>${title}</h5>
<pre tabindex="0"><b>${first}</b>
${fields}
${body === '' ? markup`<span class="quiet">(no body)</span>` : indentJson(body)}</pre></section>`
}

function attempts({ attempts: tries, truncated, startedAt }: StoredExchange): Markup {
  const said = tries.map(
    ({ status, failure, waitedMs }) =>
      markup`<li>${status ?? failure ?? 'no answer'} <span class="quiet">after waiting ${duration(waitedMs)}</span></li>`,
  )
  return markup`<p class="quiet">Started ${startedAt}.${truncated > 0 ? ` ${count(truncated, 'byte')} of bodies are not stored.` : ''}</p>
${said.length === 0 ? undefined : markup`<p class="quiet">Tries, by the provider's retry policy:</p><ol class="tries">${said}</ol>`}`
}
