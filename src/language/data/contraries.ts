/**
 * What Chinese says firmly and English by denying the contrary: never forget, never fail, will not change. A line: patterns
 * of the Chinese and of the English contrary, which without a denial before it says the opposite. Source: official reports
 * and their English.
 */
export const contraries = `
辜负|不负|不辱 ; fail(?:s|ed|ing)? to|lets? [^.;]{1,40} down
不忘|牢记|铭记|谨记|汲取|清醒看到|清醒认识|念之再三|居安思危 ; forget(?:s|ting)?|forgotten|los(?:e|es|ing) sight
坚定不移|始终不渝|矢志不渝|毫不动摇|不动摇|坚持不懈 ; (?:will|shall|must|should) (?:change|shift|waver|falter|relent|vacillate|weaken)|(?:be|is|are) (?:shaken|swayed)
绝不|决不|零容忍 ; tolerat(?:e|es|ed|ing)|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?
不畏|无畏|不惧 ; (?:be|are|is) (?:afraid|daunted|deterred)
`
