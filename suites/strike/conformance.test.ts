import { conformance } from '../../cli/vitest-conformance.ts'
import { strike } from '../../contracts/strike/provider.ts'

await conformance(strike)
