/** What this browser keeps between visits. Where it keeps nothing (private windows), the room works without. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`duizhao.${name}`)
    else localStorage.setItem(`duizhao.${name}`, value)
  } catch {
    // Storage is full or forbidden: preferences are not worth an error.
  }
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`duizhao.${name}`)
  } catch {
    return null
  }
}

/** The names that begin like this and under which something is kept. */
export function rememberedNames(beginning: string): readonly string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(`duizhao.${beginning}`))
    return names.map((name) => name.slice('duizhao.'.length))
  } catch {
    return []
  }
}
