import { join, resolve } from 'node:path'
import { checkSitePath, isSitePath, type Site } from '../../ports/site.ts'
import { type Disk, publicDisk } from './disk.ts'
import { replaceFile } from './replace-file.ts'

/** A site as a folder that any web server can serve unchanged. */
export function openDiskSite(folder: string, disk: Disk = publicDisk): Site {
  const root = resolve(folder)
  const fileAt = (path: string) => {
    checkSitePath(path)
    return join(root, ...path.split('/'))
  }
  return {
    read: async (path) => disk.read(fileAt(path)),
    write: async (path, bytes) => replaceFile(disk, fileAt(path), bytes),
    async list() {
      const files = await disk.list(root)
      return files
        .map(({ path }) => path)
        .filter(isSitePath)
        .sort()
    },
  }
}
