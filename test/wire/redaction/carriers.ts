import type { exchangeOf } from './exchanges.ts'

type Parts = Parameters<typeof exchangeOf>[0]

/** Something that a value travels in; `name` is what stands beside it. */
export interface Carrier {
  readonly carrier: string
  readonly carry: (value: string, name: string) => Parts
  /** No name stands beside the value, so that it is not for what its name alone tells. */
  readonly nameless?: true
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
    carry: (value) => ({ answerHeaders: [['request-id', value]] }),
  },
  {
    carrier: 'a key of idempotency',
    nameless: true,
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
]
