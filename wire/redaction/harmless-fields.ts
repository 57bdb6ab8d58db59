const product =
  /^(?:apache|asp\.net|awselb|caddy|cloudflare|cowboy|envoy|express|gunicorn|kestrel|nginx|openresty|php|uvicorn|varnish)(?:\/[\d.]{1,12})?$/
const date = /^(?:0|-1|[a-z]{3}, \d\d [a-z]{3} \d{4} \d\d:\d\d:\d\d gmt)$/
const seconds = /^\d{1,9}$/

/** Fields of HTTP whose value, where it has this form, tells nothing of anybody. */
const forms: Readonly<Record<string, RegExp>> = {
  'accept-ranges': /^(?:none|bytes)$/,
  'access-control-allow-credentials': /^(?:true|false)$/,
  'access-control-allow-methods': /^[a-z]{3,7}(?:, ?[a-z]{3,7})*$/,
  'access-control-allow-origin': /^\*$/,
  'access-control-max-age': seconds,
  age: seconds,
  connection: /^(?:close|keep-alive|upgrade)$/,
  expires: date,
  'idempotent-replayed': /^(?:true|false)$/,
  'keep-alive': /^(?:timeout|max)=\d{1,6}(?:, ?(?:timeout|max)=\d{1,6})?$/,
  'last-modified': date,
  pragma: /^no-cache$/,
  'referrer-policy': /^[a-z]+(?:-[a-z]+){0,4}$/,
  server: product,
  'strict-transport-security': /^max-age=\d{1,10}(?:; ?(?:includesubdomains|preload)){0,2}$/,
  'x-content-type-options': /^nosniff$/,
  'x-dns-prefetch-control': /^(?:on|off)$/,
  'x-frame-options': /^(?:deny|sameorigin)$/,
  'x-powered-by': product,
  'x-ratelimit-limit': seconds,
  'x-ratelimit-remaining': seconds,
  'x-ratelimit-reset': /^\d{1,10}$/,
  'x-xss-protection': /^[01](?:; ?mode=block)?$/,
}

/** Whether a header field may be stored as it is, although no provider documents it: by its name and the closed form of its value. */
export function isHarmlessField(name: string, value: string): boolean {
  return Object.hasOwn(forms, name) && forms[name]?.test(value.toLowerCase()) === true
}
