import { ContractError } from '../schemas/contract-error.ts'
import { writeCompiled } from './compiled.ts'
import { providers } from './index.ts'
import { loadContract } from './load.ts'

// the last step of a build; what cannot be read is told by the run that needs it
for (const provider of providers) {
  try {
    writeCompiled(loadContract(provider))
  } catch (thrown) {
    if (!(thrown instanceof ContractError)) throw thrown
  }
}
