import { main } from './assay.ts'
import { processIo } from './process-io.ts'

// whoever reads along may leave early; a run goes on to its report and its clean-up all the same
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.exitCode = await main(process.argv.slice(2), processIo())
