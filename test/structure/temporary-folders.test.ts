import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../schemas/project-root.ts'
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts'

it('temporary folders are new and empty, and removed with all that is in them', () => {
  const folders = [temporaryFolder(), temporaryFolder()]
  expect(new Set(folders).size).toBe(2)
  expect(folders.map((folder) => readdirSync(folder))).toEqual([[], []])
  for (const folder of folders) {
    mkdirSync(join(folder, 'deep'))
    writeFileSync(join(folder, 'deep', 'file'), '')
  }
  removeTemporaryFolders()
  expect(folders.filter((folder) => existsSync(folder))).toEqual([])
})

it('no test makes one by itself, since nothing would remove it', () => {
  const files = readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
  const making = files.filter(
    (path) =>
      path.endsWith('.ts') && /mkdtemp\w*\(|tmpdir\(/.test(readFileSync(join(projectRoot, 'test', path), 'utf8')),
  )
  expect(making).toEqual(['temporary-folder.ts'])
})
