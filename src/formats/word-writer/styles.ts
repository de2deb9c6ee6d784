/** The part of styles of our documents: Chinese in the fonts of official documents, English in Times New Roman. */
export const stylesPart = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
  '<w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  paragraphStyle(
    'Title',
    'Title',
    '<w:keepNext/><w:spacing w:before="120" w:after="120"/>',
    '<w:b/><w:sz w:val="32"/>',
  ),
  ...[28, 24, 22, 21, 21, 21].map((size, at) =>
    paragraphStyle(
      `Heading${at + 1}`,
      `heading ${at + 1}`,
      `<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${at}"/>`,
      `<w:b/><w:sz w:val="${size}"/>`,
    ),
  ),
  paragraphStyle('Byline', 'Byline', '<w:spacing w:after="240"/>', '<w:i/>'),
  paragraphStyle('Quote', 'Quote', '<w:ind w:left="567" w:right="567"/>', ''),
  paragraphStyle('Item', 'Item', '<w:ind w:left="425"/>', ''),
  paragraphStyle('Question', 'Question', '<w:keepNext/><w:spacing w:before="240"/>', '<w:b/>'),
  paragraphStyle('Draft', 'Draft', '<w:spacing w:after="240"/>', '<w:b/>'),
  paragraphStyle('Note', 'Note', '<w:spacing w:after="0"/>', '<w:color w:val="595959"/><w:sz w:val="18"/>'),
  characterStyle(
    'Code',
    '<w:b/><w:noProof/><w:color w:val="595959"/><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>',
  ),
  characterStyle('Small', '<w:color w:val="595959"/><w:sz w:val="18"/>'),
  characterStyle('Strong', '<w:b/>'),
  characterStyle('Emphasis', '<w:i/>'),
  characterStyle('Link', '<w:color w:val="0B57A4"/><w:u w:val="single"/>'),
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>`).join('')}</w:tblBorders></w:tblPr></w:style>`,
].join('')

function paragraphStyle(id: string, name: string, pPr: string, rPr: string): string {
  return `<w:style w:type="paragraph"${name === id && id !== 'Title' && id !== 'Quote' ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${pPr}</w:pPr><w:rPr>${rPr}</w:rPr></w:style>`
}

function characterStyle(id: string, rPr: string): string {
  const isOwn = id !== 'Strong' && id !== 'Emphasis'
  return `<w:style w:type="character"${isOwn ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${isOwn ? `Duizhao ${id}` : id}"/><w:qFormat/><w:rPr>${rPr}</w:rPr></w:style>`
}
