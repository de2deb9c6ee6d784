import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { dialects, dictionaryFile } from './proofreader.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Bundles the review room, the worker beside it and what the page about the API loads into a folder, with the
 * dictionaries, and gives the folder. It takes well under a second, so every start from the sources does it. Another
 * server may be sending these very files: one that has not changed is not written, and any other is replaced whole.
 */
export async function bundleReviewRoom(outdir: string, { sourceMaps }: { sourceMaps: boolean }): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: {
      main: join(root, 'review-ui/main.tsx'),
      reader: join(root, 'review-ui/background-checks/worker.ts'),
      'api-docs': join(root, 'review-ui/api-docs/api-docs.ts'),
    },
    outdir,
    write: false,
    bundle: true,
    minify: true,
    sourcemap: sourceMaps ? 'linked' : false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  for (const { path, contents } of outputFiles) await replaceWhereChanged(path, contents)
  await replaceWhereChanged(join(outdir, 'index.html'), await readFile(join(root, 'review-ui/index.html')))
  for (const dialect of dialects) {
    for (const part of ['aff', 'dic'] as const) {
      const path = join(outdir, 'dictionaries', `${dialect}.${part}`)
      await replaceWhereChanged(path, await readFile(dictionaryFile(dialect, part)))
    }
  }
  return outdir
}

async function replaceWhereChanged(path: string, contents: Uint8Array): Promise<void> {
  const present = await readFile(path).catch(() => null)
  if (present?.equals(contents)) return
  await mkdir(dirname(path), { recursive: true })
  // Its own name in each process: two servers may start at once.
  const aside = `${path}.${process.pid}.new`
  await writeFile(aside, contents)
  await rename(aside, path)
}
