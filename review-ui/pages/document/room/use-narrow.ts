import { useSyncExternalStore } from 'react'

/** Whether the window is narrower than so many rem. */
export function useNarrow(rem: number): boolean {
  const query = `(max-width: ${rem}rem)`
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}
