// npm 11 refuses a lock that names an optional platform package without having its entry.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'))
const missing = Object.entries(packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter(name => !isLocked(path, name))
    .map(name => `${path || '.'} -> ${name}`)
)

/** A package is looked for beside its dependent, then in every folder above, as Node does. */
function isLocked(from, name) {
  const folders = from.split('node_modules/')
  for (let depth = folders.length; depth > 0; depth--) {
    const base = folders.slice(0, depth).join('node_modules/').replace(/\/$/, '')
    if (packages[`${base === '' ? '' : `${base}/`}node_modules/${name}`]) return true
  }
  return packages[`node_modules/${name}`] !== undefined
}

for (const line of missing) console.error(line)
console.log(`${missing.length} optional packages are missing from the lock`)
process.exitCode = missing.length === 0 ? 0 : 1
