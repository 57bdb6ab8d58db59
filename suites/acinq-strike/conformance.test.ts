import { conformance } from '../../cli/vitest-conformance.ts'
import { acinqStrike } from '../../contracts/acinq-strike/provider.ts'

await conformance(acinqStrike)
