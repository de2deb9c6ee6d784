import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { builtAssets } from '../../src/server/built-assets.ts'
import { bundleReviewRoom } from '../../src/server/bundle.ts'
import { bundleReviewPage, bundleSiteAssets } from '../../src/server/site-assets.ts'

/**
 * Makes `dist`, a package that runs without TypeScript: the sources as JavaScript in the same folders, the types of the
 * API's client, the bundled review room and assets, and the files that are read at run time. `npm pack ./dist` makes the
 * tarball.
 */
const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist')

/** Read at run time, from the same places below the root as in a checkout. */
const copied = ['locales', 'glossary', 'samples', 'LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'docs']

/** Packages that only the sources need: what they make is in the package. */
const bundlers = ['esbuild', 'react', 'react-dom', 'react-i18next', 'wouter']

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true })
  writeFileSync(join(dist, path), text)
}

/** What of `package.json` holds for the package: its one version, what it needs to run, and its command. */
function manifest(): object {
  const { name, version, description, license, type, dependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const needed = Object.entries(dependencies).filter(([dependency]) => !bundlers.includes(dependency))
  return {
    name,
    version,
    description,
    license,
    type,
    engines: { node: '>=22.13' },
    bin: { duizhao: 'bin/duizhao.mjs' },
    // The client of the API, for programs of others.
    exports: {
      './client': { types: './src/contract/client.d.ts', default: './src/contract/client.js' },
      './package.json': './package.json',
    },
    dependencies: Object.fromEntries(needed),
  }
}

rmSync(dist, { recursive: true, force: true })
const tsc = join(root, 'node_modules/typescript/bin/tsc')
for (const project of ['tsconfig.build.json', 'tsconfig.types.json']) {
  const compiled = spawnSync(process.execPath, [tsc, '-p', project], { cwd: root, stdio: 'inherit' })
  if (compiled.status !== 0) process.exit(1)
}
await bundleReviewRoom(join(dist, builtAssets.room))
for (const [bundle, to] of [
  [bundleSiteAssets, builtAssets.site],
  [bundleReviewPage, builtAssets.reviewPage],
] as const) {
  const { style, script } = await bundle()
  write(to.style, style)
  write(to.script, script)
}
for (const path of copied) {
  const isCode = (file: string) => file.endsWith('.ts') || file.endsWith('.png')
  cpSync(join(root, path), join(dist, path), { recursive: true, filter: (file) => !isCode(file) })
}
for (const file of ['duizhao.mjs', 'server-process.mjs'])
  cpSync(join(import.meta.dirname, file), join(dist, 'bin', file))
write('package.json', `${JSON.stringify(manifest(), null, 2)}\n`)
console.log(`dist holds the package; "npm pack ./dist" makes its tarball.`)
