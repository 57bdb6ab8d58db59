import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { reporters: ['default', ['assay/reporter', { folder: 'report' }]] } })
