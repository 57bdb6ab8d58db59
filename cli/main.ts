import { main } from './assay.ts'
import { processIo } from './process-io.ts'
import { surviveOutput } from './survive-output.ts'

surviveOutput()

process.exitCode = await main(process.argv.slice(2), processIo())
