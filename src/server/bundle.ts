import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/** Bundles the review room into `dist/review-ui` and gives the folder. Takes well under a second, so every start does it. */
export async function bundleReviewRoom(): Promise<string> {
  const outdir = join(root, 'dist/review-ui')
  await mkdir(outdir, { recursive: true })
  await build({
    entryPoints: [join(root, 'review-ui/main.tsx')],
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
  return outdir
}
