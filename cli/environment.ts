import { config } from 'dotenv'

/** The environment with what `.env` adds to it; read once, here only. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  config({ quiet: true })
  // an empty value, as the example file has them, is no value
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
}
