#!/usr/bin/env node
import { existsSync } from 'node:fs'
import * as module from 'node:module'

// newer versions of Node keep what they compiled
module.enableCompileCache?.()

// A package has the built files. A clone that was installed without scripts has none yet, and runs from the sources.
if (existsSync(new URL('../dist/cli/main.js', import.meta.url))) await import('../dist/cli/main.js')
else {
  const { register } = await import('tsx/esm/api')
  register()
  await import('../cli/main.ts')
}
