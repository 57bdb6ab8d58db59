import { generate } from 'selfsigned'

/** What a TLS server on this machine needs, and the file that its clients have to trust. */
export interface Certificates {
  readonly key: string
  readonly certificate: string
  /** PEM of the one authority that a client trusts, e.g. by SSL_CERT_FILE. */
  readonly authority: string
}

const names = [
  { type: 2 as const, value: 'localhost' },
  { type: 7 as const, ip: '127.0.0.1' },
  { type: 7 as const, ip: '::1' },
]

/**
 * Makes a certificate for this machine. It is its own authority: strict clients (Python 3.13 and later) refuse a chain
 * whose certificates carry no key identifiers, and `selfsigned` writes none; of a trusted certificate they ask for none.
 */
export async function makeCertificates(): Promise<Certificates> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // an hour back, for clients whose clock is a little behind
    notBeforeDate: new Date(Date.now() - 3_600_000),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names },
    ],
  })
  return { key: made.private, certificate: made.cert, authority: made.cert }
}
