import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { roles } from '../../src/model/people.ts'
import type { Refusal } from '../../src/model/refusal.ts'

/** A finding with what a key inserts for it, in the house's style. */
type Found = Coded & { readonly fix?: string | undefined }

type Coded = { readonly code: string; readonly params?: Readonly<Record<string, string>> | undefined }

/** The number that people know a segment by, from its id; undefined where it has none. */
export const SegmentNumbers = createContext<(segment: string) => number | undefined>(() => undefined)

/** The words for refusals, findings and what is told of files, by their codes. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const numberOf = useContext(SegmentNumbers)
  // Ids of segments are for machines; in words a segment goes by its number.
  const named = (id: string) => {
    const number = numberOf(id)
    return number === undefined ? id : t('document.segmentInWords', { number })
  }
  const roleWords = (name: string) => {
    const role = roles.find((one) => one === name)
    return role === undefined ? name : t(`role.${role}`)
  }
  const numbered = (params: Readonly<Record<string, string>>) => ({
    ...params,
    ...(params.segment && { segment: named(params.segment) }),
    ...(params.roles && { roles: params.roles.split(', ').map(roleWords).join(t('common.listComma')) }),
    ...(params.names && { names: params.names.split(', ').join(t('common.listComma')) }),
    ...(params.successors && { successors: params.successors.split(', ').map(named).join(t('common.listComma')) }),
    ...(params.other && { other: String(numberOf(params.other) ?? params.other) }),
  })
  const coded = (ns: 'refusals' | 'findings' | 'notices', { code, params = {} }: Coded): string => {
    if (!i18n.exists(code, { ns })) return code
    const words = i18n.t(code, { ns, ...numbered(params) })
    return words.slice(0, 1).toUpperCase() + words.slice(1)
  }
  return {
    notice: (notice: Coded) => coded('notices', notice),
    refusal: (refusal: Coded) => coded('refusals', refusal),
    finding: (finding: Found) => coded('findings', inHouseStyle(finding)),
    /** What to say of a call that did not do what was asked. */
    failure: (outcome: Refusal | { readonly type: 'unreachable' }) =>
      outcome.type === 'unreachable' ? t('common.unreachable') : coded('refusals', outcome),
  }
}

/** Writes a figure as its key inserts it, in the style of the office; the code of the finding does not depend on it. */
function inHouseStyle({ code, params, fix }: Found): Coded {
  const hasFigure = code.startsWith('quantity-') && params?.expected !== undefined && fix !== undefined
  return hasFigure ? { code, params: { ...params, expected: fix } } : { code, params }
}
