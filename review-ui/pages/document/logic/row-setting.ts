import { plain } from '../../../../src/model/inline.ts'
import type { Row } from './row.ts'
import type { Section } from './sections.ts'

/** How a row is set under the one before it that shows: the space above it, and whether its section begins with it. */
export interface RowSetting {
  readonly space: 'top' | 'heading' | 'headings' | 'section' | 'block' | 'none'
  readonly begins: boolean
}

export function settingOf(row: Row, before: Row | undefined, sections: readonly Section[]): RowSetting {
  const begins = before?.section !== row.section
  if (!begins) return { space: before?.segment.block === row.segment.block ? 'none' : 'block', begins }
  const isHeading = (of: Row) => sections[of.section]?.type === 'heading'
  if (before === undefined) return { space: 'top', begins }
  if (isHeading(row)) return { space: isHeading(before) ? 'headings' : 'heading', begins }
  return { space: 'section', begins }
}

/**
 * About how high a row is in pixels before it has been drawn, from the length of its texts and the width of the column:
 * side by side, or one under the other where the window is narrow.
 */
export function estimatedHeight({ segment }: Row, width: number, isNarrow: boolean): number {
  const chineseWidth = isNarrow ? width - 32 : (width - 88) * 0.45 - 22
  const englishWidth = isNarrow ? width - 32 : (width - 88) * 0.55 - 22
  const chinese = Math.max(1, Math.ceil((plain(segment.source).length * 17) / Math.max(chineseWidth, 120))) * 32
  const english = Math.max(1, Math.ceil((plain(segment.target).length * 7.6) / Math.max(englishWidth, 120))) * 26
  return isNarrow ? chinese + english + 44 : Math.max(chinese, english + 3) + 20
}
