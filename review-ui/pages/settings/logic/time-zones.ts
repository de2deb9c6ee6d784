/** Every time zone that can be chosen, with UTC, which browsers leave out, and the one that is set. */
export function timeZones(present: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(present === '' ? [] : [present])])].sort()
}

/** The name of a time zone and the time there. */
export function zoneWords(zone: string, language: string, now: Date): { readonly name: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' }).formatToParts(now)
  const time = new Intl.DateTimeFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false })
  return { name: parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone, time: time.format(now) }
}
