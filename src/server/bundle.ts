import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { dialects, dictionaryFile } from './proofreader.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Bundles the review room and the reader that works beside it into `dist/review-ui`, with the dictionaries, and gives the
 * folder. Takes well under a second, so every start does it.
 */
export async function bundleReviewRoom(): Promise<string> {
  const outdir = join(root, 'dist/review-ui')
  await mkdir(join(outdir, 'dictionaries'), { recursive: true })
  await build({
    entryPoints: {
      main: join(root, 'review-ui/main.tsx'),
      reader: join(root, 'review-ui/background-checks/worker.ts'),
    },
    outdir,
    bundle: true,
    minify: true,
    sourcemap: 'linked',
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
