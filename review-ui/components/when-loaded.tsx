import { type ComponentType, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * A component that is in a part of the script of its own; until that has come there is a line that says so. React's own
 * `lazy` would keep that line for 0.3 seconds. What does not come is a fault of the page.
 */
export function whenLoaded<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | null = null
  return function WhenLoaded(props: P) {
    const { t } = useTranslation()
    const [Loaded, setLoaded] = useState(() => known)
    const [fault, setFault] = useState<unknown>(null)
    useEffect(() => {
      if (known !== null) return
      load().then((component) => {
        known = component
        setLoaded(() => component)
      }, setFault)
    }, [])
    if (fault !== null) throw fault
    if (Loaded !== null) return <Loaded {...props} />
    return (
      <p className="waiting" role="status">
        {t('common.loading')}
      </p>
    )
  }
}
