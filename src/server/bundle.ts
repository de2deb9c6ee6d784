import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { dialects, dictionaryFile } from './proofreader.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Bundles the review room, the worker beside it and what the page about the API loads into a folder, with the
 * dictionaries, and gives the folder. It takes
 * well under a second, so every start from the sources does it.
 */
export async function bundleReviewRoom(outdir: string, { sourceMaps }: { sourceMaps: boolean }): Promise<string> {
  await mkdir(join(outdir, 'dictionaries'), { recursive: true })
  await build({
    entryPoints: {
      main: join(root, 'review-ui/main.tsx'),
      reader: join(root, 'review-ui/background-checks/worker.ts'),
      'api-docs': join(root, 'review-ui/api-docs/api-docs.ts'),
    },
    outdir,
    bundle: true,
    minify: true,
    sourcemap: sourceMaps ? 'linked' : false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  await copyFile(join(root, 'review-ui/index.html'), join(outdir, 'index.html'))
  for (const dialect of dialects) {
    for (const part of ['aff', 'dic'] as const) {
      await copyFile(dictionaryFile(dialect, part), join(outdir, 'dictionaries', `${dialect}.${part}`))
    }
  }
  return outdir
}
