import { useEffect } from 'react'

/** The title of the window: where one is, then the name of the product. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? '对照 Duizhao' : `${title} · 对照 Duizhao`
  }, [title])
}
