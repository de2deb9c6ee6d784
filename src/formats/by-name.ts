import type { TextFormat } from '../ports/format.ts'
import { markdownFormat } from './markdown.ts'
import { textFormat } from './text.ts'

/** Every kind of text file that can be imported. */
export const textFormats: readonly TextFormat[] = [textFormat, markdownFormat]
