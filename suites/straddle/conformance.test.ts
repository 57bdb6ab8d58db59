import { conformance } from '../../cli/vitest-conformance.ts'
import { straddle } from '../../contracts/straddle/provider.ts'

await conformance(straddle)
