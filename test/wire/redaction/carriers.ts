import type { exchangeOf } from './exchanges.ts'

type Parts = Parameters<typeof exchangeOf>[0]

/** Something that a value travels in; `name` is what stands beside it. */
export interface Carrier {
  readonly carrier: string
  readonly carry: (value: string, name: string) => Parts
  /** No name stands beside the value, so that it is not for what its name alone tells. */
  readonly nameless?: true
  /** An id stands there, which may look random. */
  readonly ofIds?: true
  /** What it carries cannot be read, so that nothing in it is known to be harmless. */
  readonly opaque?: true
}

const encoded = encodeURIComponent
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const asUnicode = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
const asEntities = (text: string): string => [...text].map((one) => `&#${one.codePointAt(0)};`).join('')
const json = (value: unknown): Parts => ({ answer: JSON.stringify(value) })
const refused = (message: string): Parts => ({
  operation: 'createCustomer',
  status: 400,
  answer: JSON.stringify({ error: { type: 'invalid_request_error', message } }),
})
const html = (body: string): Parts => ({
  status: 502,
  answerHeaders: [['content-type', 'text/html']],
  answer: `<!doctype html><html><head><title>Error</title></head><body>${body}</body></html>`,
})
const text = (answer: string): Parts => ({ status: 500, answerHeaders: [['content-type', 'text/plain']], answer })
const xml = (answer: string): Parts => ({
  status: 400,
  answerHeaders: [['content-type', 'application/xml']],
  answer: `<?xml version="1.0"?>${answer}`,
})
const sent = (type: string, body: string): Parts => ({ headers: [['content-type', type]], body })

/** Every carrier that is promised. */
export const carriers: readonly Carrier[] = [
  {
    carrier: 'a property of JSON that no schema lists',
    carry: (value, name) => ({
      ...json({ id: 'cus_1', object: 'customer', [name]: value }),
      operation: 'createCustomer',
    }),
  },
  { carrier: 'JSON that no schema describes', carry: (value, name) => json({ data: [{ more: { [name]: value } }] }) },
  { carrier: 'a list in such JSON', carry: (value, name) => json({ [name]: ['ok', value] }) },
  { carrier: 'JSON within a string of JSON', carry: (value, name) => json({ raw: JSON.stringify({ [name]: value }) }) },
  {
    carrier: 'JSON within JSON within a string',
    carry: (value, name) => json({ raw: JSON.stringify({ raw: JSON.stringify([{ [name]: value }]) }) }),
  },
  { carrier: 'a form within a string of JSON', carry: (value, name) => json({ raw: `a=1&${name}=${encoded(value)}` }) },
  {
    carrier: 'JSON that is cut off',
    carry: (value, name) => ({ answer: `{"data":[{"${name}":${JSON.stringify(value)},"more":"v` }),
  },
  {
    carrier: 'lines of JSON',
    carry: (value, name) => ({ answer: `{"status":"ok"}\n${JSON.stringify({ [name]: value })}\n` }),
  },
  { carrier: 'a name of a property', nameless: true, carry: (value) => json({ data: { [value]: 1 } }) },
  {
    carrier: 'a text that a schema describes',
    carry: (value, name) => ({
      operation: 'createCustomer',
      answer: JSON.stringify({ id: 'cus_1', description: `${name}: ${value}` }),
    }),
  },
  {
    carrier: 'metadata',
    carry: (value, name) => ({
      operation: 'createCustomer',
      answer: JSON.stringify({ id: 'cus_1', metadata: { [name]: value } }),
    }),
  },
  { carrier: 'the text of an error', carry: (value, name) => refused(`This cannot be used: ${name} = ${value}`) },
  {
    carrier: 'the text of an error without a name',
    nameless: true,
    carry: (value) => refused(`No such customer: "${value}".`),
  },
  {
    carrier: 'the text of an error, with escapes of Unicode',
    carry: (value, name) => refused(`Invalid ${name}: ${asUnicode(value)}`),
  },
  { carrier: 'plain text', carry: (value, name) => text(`ERROR [2018-02-01T12:00:00Z] ${name}=${value} status=500`) },
  { carrier: 'plain text with quotes', carry: (value, name) => text(`cannot use "${name}": "${value}" here`) },
  {
    carrier: 'text that only begins like JSON',
    nameless: true,
    carry: (value) => text(`[error] cannot use ${value} here`),
  },
  {
    carrier: 'the text of HTML',
    nameless: true,
    carry: (value) => html(`<h1>502 Bad Gateway</h1><p>Cannot use ${escaped(value)} here</p>`),
  },
  {
    carrier: 'a list of terms in HTML',
    carry: (value, name) => html(`<dl><dt>${name}</dt><dd>${escaped(value)}</dd></dl>`),
  },
  {
    carrier: 'a table of HTML',
    carry: (value, name) => html(`<table><tr><th>${name}</th><td>${escaped(value)}</td></tr></table>`),
  },
  {
    carrier: 'a field of HTML',
    carry: (value, name) => html(`<form><input type="hidden" name="${name}" value="${escaped(value)}"></form>`),
  },
  {
    carrier: 'an address in HTML',
    carry: (value, name) => html(`<a href="https://shop.example/x?a=1&amp;${name}=${encoded(value)}">back</a>`),
  },
  { carrier: 'entities of HTML', nameless: true, carry: (value) => html(`<p>${asEntities(value)}</p>`) },
  {
    carrier: 'an element of XML',
    carry: (value, name) => xml(`<response><${name}>${escaped(value)}</${name}></response>`),
  },
  { carrier: 'an attribute of XML', carry: (value, name) => xml(`<response ${name}="${escaped(value)}"/>`) },
  {
    carrier: 'CDATA of XML',
    carry: (value, name) => xml(`<response><${name}><![CDATA[${value}]]></${name}></response>`),
  },
  {
    carrier: 'a form',
    carry: (value, name) => sent('application/x-www-form-urlencoded', `amount=100&${name}=${encoded(value)}`),
  },
  {
    carrier: 'a nested field of a form',
    carry: (value, name) => sent('application/x-www-form-urlencoded', `amount=100&more[0][${name}]=${encoded(value)}`),
  },
  {
    carrier: 'a multipart message',
    carry: (value, name) =>
      sent(
        'multipart/form-data; boundary=b0',
        `--b0\r\nContent-Disposition: form-data; name="amount"\r\n\r\n100\r\n--b0\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b0--\r\n`,
      ),
  },
  {
    carrier: 'a request of JSON',
    carry: (value, name) => sent('application/json', JSON.stringify({ amount: 1, [name]: value })),
  },
  {
    carrier: 'a query',
    carry: (value, name) => ({ method: 'GET', path: `/v1/things?limit=10&${name}=${encoded(value)}` }),
  },
  {
    carrier: 'a path',
    nameless: true,
    carry: (value) => ({ method: 'GET', path: `/v1/things/${encoded(value)}/more` }),
  },
  {
    carrier: 'the header Location',
    carry: (value, name) => ({
      status: 303,
      answerHeaders: [['location', `https://shop.example/done?ok=true&${name}=${encoded(value)}`]],
    }),
  },
  {
    carrier: 'a header that is not documented',
    nameless: true,
    carry: (value) => ({
      headers: [['x-note', value]],
      answerHeaders: [
        ['set-cookie', value],
        ['x-debug', value],
      ],
    }),
  },
  {
    carrier: 'a documented header',
    nameless: true,
    ofIds: true,
    carry: (value) => ({ answerHeaders: [['request-id', value]] }),
  },
  {
    carrier: 'a key of idempotency',
    nameless: true,
    ofIds: true,
    carry: (value) => ({ headers: [['idempotency-key', value]] }),
  },
  {
    carrier: 'base64 in a string',
    nameless: true,
    opaque: true,
    carry: (value) => json({ raw: Buffer.from(value).toString('base64') }),
  },
  {
    carrier: 'JSON in base64',
    carry: (value, name) => json({ raw: Buffer.from(JSON.stringify({ [name]: value })).toString('base64') }),
  },
  {
    carrier: 'URL-encoding in a text',
    nameless: true,
    carry: (value) => refused(`No page at /v1/things/${encoded(value)}`),
  },
  {
    carrier: 'a delivery of a webhook',
    carry: (value, name) => ({
      direction: 'inbound',
      path: '/hook',
      body: JSON.stringify({ type: 'customer.created', data: { object: { [name]: value } } }),
    }),
  },
  {
    carrier: 'an argument of GraphQL',
    carry: (value, name) =>
      sent(
        'application/json',
        JSON.stringify({ query: `mutation { make(${name}: ${JSON.stringify(value)}, amount: 1) { id } }` }),
      ),
  },
  {
    carrier: 'an error of GraphQL',
    carry: (value, name) =>
      json({ errors: [{ message: `Variable "$${name}" got invalid value ${JSON.stringify(value)}; expected Int` }] }),
  },
  { carrier: 'a name and its value', carry: (value, name) => json({ fields: [{ name, value }] }) },
  {
    carrier: 'a field and what was rejected',
    carry: (value, name) => json({ errors: [{ field: name, message: 'is invalid', rejected_value: value }] }),
  },
  { carrier: 'a list of a name and its value', carry: (value, name) => json({ pairs: [[name, value]] }) },
  { carrier: 'an object below its name', carry: (value, name) => json({ [name]: { value, kind: 'x' } }) },
  {
    carrier: 'JSON within JSON six times',
    opaque: true,
    carry: (value, name) =>
      json({
        a: Array.from({ length: 6 }).reduce<string>((a) => JSON.stringify({ a }), JSON.stringify({ [name]: value })),
      }),
  },
  {
    carrier: 'JSON behind a guard',
    carry: (value, name) => ({ answer: `)]}',\n${JSON.stringify({ [name]: value })}` }),
  },
  { carrier: 'a call of JavaScript', carry: (value, name) => text(`callback(${JSON.stringify({ [name]: value })});`) },
  {
    carrier: 'an event of a stream',
    carry: (value, name) => text(`event: x\ndata: ${JSON.stringify({ [name]: value })}\n\n`),
  },
  { carrier: 'YAML', carry: (value, name) => text(`data:\n  ${name}: ${JSON.stringify(value)}\n  ok: true\n`) },
  { carrier: 'CSV', carry: (value, name) => text(`id,${name},amount\n1,"${value.replaceAll('"', '""')}",100\n`) },
  {
    carrier: 'the text of an error of a database',
    carry: (value, name) => refused(`duplicate key value violates a constraint: Key (${name})=(${value}) exists.`),
  },
  { carrier: 'an object as Java writes it', carry: (value, name) => text(`Customer(id=1, ${name}=${value})`) },
  {
    carrier: 'a script in HTML',
    carry: (value, name) => html(`<script>window.data = ${JSON.stringify({ user: { [name]: value } })};</script>`),
  },
  { carrier: 'a comment in HTML', carry: (value, name) => html(`<!-- ${name}: ${value} -->`) },
  {
    carrier: 'an attribute of XML with a namespace',
    carry: (value, name) => xml(`<r a:${name}='${escaped(value).replaceAll("'", '&#39;')}' x='1'/>`),
  },
  {
    carrier: 'a parameter of XML',
    carry: (value, name) =>
      xml(`<r><param name="${name}"><value><string>${escaped(value)}</string></value></param></r>`),
  },
  {
    carrier: 'JSON in a multipart message',
    carry: (value, name) =>
      sent(
        'multipart/mixed; boundary=b0',
        `a preamble\n--b0\nContent-Disposition: form-data; name=doc\nContent-Type: application/json\n\n${JSON.stringify({ [name]: value })}\n--b0--\n`,
      ),
  },
  {
    carrier: 'the name of a file in a multipart message',
    nameless: true,
    carry: (value) =>
      sent(
        'multipart/form-data; boundary=b0',
        `--b0\r\nContent-Disposition: form-data; name="doc"; filename="${value.replaceAll('"', '%22')}"\r\n\r\nx\r\n--b0--\r\n`,
      ),
  },
  {
    carrier: 'an address in a query',
    carry: (value, name) => ({
      method: 'GET',
      path: `/v1/things?back=${encoded(`https://shop.example/?${name}=${encoded(value)}`)}`,
    }),
  },
  {
    carrier: 'JSON in base64 in a query',
    carry: (value, name) => ({
      method: 'GET',
      path: `/v1/things?cursor=${encoded(Buffer.from(JSON.stringify({ [name]: value })).toString('base64'))}`,
    }),
  },
  {
    carrier: 'URL-encoding of URL-encoding in a text',
    nameless: true,
    carry: (value) => refused(`No page at ${encoded(encoded(value))}`),
  },
  {
    carrier: 'a data URL',
    carry: (value, name) =>
      json({
        raw: `data:application/json;base64,${Buffer.from(JSON.stringify({ [name]: value })).toString('base64')}`,
      }),
  },
  {
    carrier: 'base64 of JSON in base64',
    carry: (value, name) =>
      json({
        raw: Buffer.from(Buffer.from(JSON.stringify({ [name]: value })).toString('base64')).toString('base64'),
      }),
  },
  {
    carrier: 'the fragment of the header Location',
    carry: (value, name) => ({
      status: 303,
      answerHeaders: [['location', `https://shop.example/done#${name}=${encoded(value)}`]],
    }),
  },
  {
    carrier: 'a parameter of the header WWW-Authenticate',
    carry: (value, name) => ({
      status: 401,
      answerHeaders: [['www-authenticate', `Bearer realm="x", ${name}="${value.replaceAll('"', "'")}"`]],
    }),
  },
  {
    carrier: 'cookies and other headers that hold addresses',
    carry: (value, name) => ({
      headers: [
        ['cookie', `${name}=${encoded(value)}`],
        ['referer', `https://shop.example/?${name}=${encoded(value)}`],
      ],
      answerHeaders: [
        ['set-cookie', `${name}=${encoded(value)}; Path=/`],
        ['link', `<https://shop.example/?${name}=${encoded(value)}>; rel="next"`],
      ],
    }),
  },
]
