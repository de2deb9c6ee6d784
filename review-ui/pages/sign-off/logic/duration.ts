const units = [
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
  { unit: 'second', milliseconds: 1000 },
] as const

/** A length of time in its two largest units: `2 hr 10 min`, `1 min 52 sec`, `0.4 sec`. */
export function durationWords(milliseconds: number, language: string): string {
  const words = (value: number, unit: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(
      value,
    )
  if (milliseconds < 10_000) return words(Math.round(milliseconds / 100) / 10, 'second')
  const parts: string[] = []
  let rest = Math.round(milliseconds / 1000) * 1000
  for (const { unit, milliseconds: length } of units) {
    const value = Math.floor(rest / length)
    rest -= value * length
    if (value > 0 && parts.length < 2) parts.push(words(value, unit))
    else if (parts.length > 0) break
  }
  return parts.join(' ')
}
