import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { dialects, dictionaryFile } from './proofreader.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Bundles the review room, the workers beside it and what the page about the API loads into a folder, with the
 * dictionaries, and gives the folder. It takes well under a second, so every start from the sources does it. Another
 * server may be sending these very files: one that has not changed is not written, and any other is replaced whole.
 */
export async function bundleReviewRoom(outdir: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: {
      main: join(root, 'review-ui/main.tsx'),
      reader: join(root, 'review-ui/background-checks/worker.ts'),
      aligner: join(root, 'review-ui/pages/alignment/worker.ts'),
      'api-docs': join(root, 'review-ui/api-docs/api-docs.ts'),
    },
    outdir,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const files = new Map<string, Uint8Array>(outputFiles.map(({ path, contents }) => [path, contents]))
  files.set(join(outdir, 'index.html'), await readFile(join(root, 'review-ui/index.html')))
  for (const dialect of dialects) {
    for (const part of ['aff', 'dic'] as const) {
      files.set(join(outdir, 'dictionaries', `${dialect}.${part}`), await readFile(dictionaryFile(dialect, part)))
    }
  }
  for (const [path, contents] of files) await replaceWhereChanged(path, contents)
  await removeOthers(outdir, files)
  return outdir
}

async function replaceWhereChanged(path: string, contents: Uint8Array): Promise<void> {
  const present = await readFile(path).catch(() => null)
  if (present?.equals(contents)) return
  await mkdir(dirname(path), { recursive: true })
  // Its own name in each process: two servers may start at once.
  const aside = `${path}.${process.pid}${beingWritten}`
  await writeFile(aside, contents)
  await rename(aside, path)
}

const beingWritten = '.new'

/** Removes what an earlier version has left: everything in the folder is served. */
async function removeOthers(folder: string, files: ReadonlyMap<string, unknown>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !files.has(path) && !path.endsWith(beingWritten)) await rm(path, { force: true })
  }
}
