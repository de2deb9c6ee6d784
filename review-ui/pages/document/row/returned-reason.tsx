import type { ReactNode } from 'react'
import { Icon } from '../../../components/icon.tsx'

/** Who sent the sentence back, and why. */
export function ReturnedReason({
  by,
  at,
  reason,
  urgent = true,
}: {
  by: string
  at?: ReactNode
  reason: string
  /** Whether it still waits to be put right. */
  urgent?: boolean
}) {
  return (
    <p className="said">
      <Icon name="returned" />
      <span>
        <b className={urgent ? 'red' : ''}>{by}</b> {at}
        <br />
        {reason}
      </span>
    </p>
  )
}
