import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A list of which the first show, and all when asked for. */
export function useLongList<T>(
  items: readonly T[],
  atFirst: number,
): {
  readonly shown: readonly T[]
  /** The button that shows all, named by how many there are; nothing where all show. */
  readonly more: (label: string) => ReactNode
} {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  return {
    shown: all ? items : items.slice(0, atFirst),
    more: (label) =>
      items.length > atFirst && (
        <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('signOff.fewer') : label}
        </button>
      ),
  }
}

/** A table with its heads, which scrolls by itself where the window is narrow. */
export function HeadedTable({
  heads,
  children,
}: {
  heads: readonly (string | { readonly number: string })[]
  children: ReactNode
}) {
  return (
    <div className="scrolls">
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) =>
              typeof head === 'string' ? (
                <th key={head} scope="col">
                  {head}
                </th>
              ) : (
                <th key={head.number} scope="col" className="number">
                  {head.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
