import { conformance } from 'assay/vitest'
import { afterAll } from 'vitest'
import { startMock } from '../src/mock.ts'

const mock = await startMock()

// a promise a test: what the mock does not keep of the real service is red here, or has a waiver with a reason and an owner
await conformance('acinq-strike', { target: mock.origin, waivers: 'waivers.json', environment: {} })

afterAll(() => mock.close())
