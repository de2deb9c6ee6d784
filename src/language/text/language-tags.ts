/** Whether a language tag (BCP 47, also with `_`; ISO 639-2 codes too) names Chinese: `zh-CN`, `cmn-Hans-CN`, `zho`. */
export const isChineseTag = (tag: string) => /^(?:zh|cmn|zho|chi)(?:[-_]|$)/i.test(tag)

/** Whether a language tag names English: `en`, `en_US`, `eng`. */
export const isEnglishTag = (tag: string) => /^(?:en|eng)(?:[-_]|$)/i.test(tag)
