/**
 * Characters that show nothing: inside a word they hide it from whatever reads it. One range or character a line, with
 * its name. Source: the property Default_Ignorable_Code_Point of the Unicode Character Database 16.0.0, complete; the
 * controls (Cc) that are no white space; and what stands for an object, an annotation or nothing at all, marked +.
 */
export const invisible = `
0000-0008 controls
000E-001F controls
007F-0084 controls
0086-009F controls
00AD soft hyphen
034F combining grapheme joiner
061C Arabic letter mark
115F-1160 Hangul fillers
17B4-17B5 Khmer inherent vowels
180B-180F Mongolian variation selectors and vowel separator
200B-200F zero-width space, non-joiner, joiner, direction marks
202A-202E direction embeddings and overrides
2060-206F word joiner, invisible operators, direction isolates
3164 Hangul filler
FE00-FE0F variation selectors
FEFF zero-width no-break space, byte order mark
FFA0 halfwidth Hangul filler
FFF0-FFF8 unassigned
FFF9-FFFB + interlinear annotation
FFFC + object replacement
FFFE-FFFF + noncharacters
1BCA0-1BCA3 shorthand format controls
1D173-1D17A musical format controls
E0000-E0FFF tags, variation selectors supplement
`
