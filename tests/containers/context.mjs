// node context.mjs FOLDER: the files that an engine would send to the builder, one a line: those that .dockerignore does not hide.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import dockerIgnore from '@balena/dockerignore'

const root = process.argv[2]
const ignore = dockerIgnore().add(readFileSync(join(root, '.dockerignore'), 'utf8'))
// Folders that hold hundreds of thousands of files and are hidden wherever they are; the filter is asked before they are left out.
const skipped = ['node_modules', '.git', 'artifacts', 'bin', 'obj']

function* files(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (!entry.isDirectory()) yield path
    else if (!skipped.includes(entry.name) || !ignore.ignores(`${path}/any`)) yield* files(path)
  }
}

for (const file of files('')) if (!ignore.ignores(file)) console.log(file)
