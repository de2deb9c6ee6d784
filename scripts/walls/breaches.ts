import { posix } from 'node:path'
import { rooms } from './rules.ts'

export interface Breach {
  readonly file: string
  readonly imports: string
}

const specifier = /^\s*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

/** The imports of a file that its room does not allow. Tests may import what they like. */
export function breachesIn(file: string, text: string): readonly Breach[] {
  const name = roomOf(file)
  const room = name === undefined ? undefined : rooms[name]
  if (name === undefined || room === undefined) return [{ file, imports: 'no room of this name' }]
  const breaches: Breach[] = []
  for (const match of text.matchAll(specifier)) {
    const imported = match[1] ?? match[2] ?? ''
    if (!allowed(file, name, room, imported)) breaches.push({ file, imports: imported })
  }
  return breaches
}

function allowed(file: string, name: string, room: (typeof rooms)[string], imported: string): boolean {
  if (!imported.startsWith('.')) {
    return room.packages.some((pattern) =>
      pattern.endsWith('*') ? imported.startsWith(pattern.slice(0, -1)) : imported === pattern,
    )
  }
  const target = posix.join(posix.dirname(file), imported)
  // Pages, files and e-mails that people read have words of their own.
  const hasWords = ['review-ui', 'src/publishing', 'src/formats', 'src/workspace'].includes(name)
  if (target.startsWith('locales/')) return hasWords || !isPure(name)
  const other = roomOf(target)
  return other === name || (other !== undefined && room.rooms.includes(other.replace('src/', '')))
}

function isPure(name: string): boolean {
  return !(rooms[name]?.packages.includes('node:*') ?? true)
}

function roomOf(file: string): string | undefined {
  if (file.startsWith('review-ui/')) return 'review-ui'
  return /^src\/[^/]+(?=\/)/.exec(file)?.[0]
}
