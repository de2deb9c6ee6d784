import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page of the review room; `base` is what the paths of the public address begin with. */
export function readRoomPage(room: string, base: string): string {
  const page = readFileSync(join(room, 'index.html'), 'utf8')
  return page.replaceAll(/ (href|src)="\//g, ` $1="${base}/`)
}
