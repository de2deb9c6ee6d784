/**
 * Common characters of one script only, and their counterparts at the same place in the other. 后, 台, 里 are in both
 * scripts and prove nothing.
 */
const simplified =
  '个们来为这国会时说对发经实现进学业产动关设体济质战义务机开问题员长东车书区县镇乡农环护资组织级领导创办处节约结构标准规划认识记见观视听读写讲话请让应该还过选达运边连远给绿红线总维续统单双变当头买卖价钱银铁门间闻际阳陆队难电气无灵点热爱爷独获龙鱼马麦黄齐样权树桥楼极检欢岁历归残杀汉汤沟没泽洁测湾满灾炼图团园围场坏块坚声备复够夺奋妇宝审宪宽宾寻将层岛岭师帮庄庆库废张强录忆怀态戏户扩扫担拥择据挥损换摄敌数断旧显晓条杂'
const traditional =
  '個們來為這國會時說對發經實現進學業產動關設體濟質戰義務機開問題員長東車書區縣鎮鄉農環護資組織級領導創辦處節約結構標準規劃認識記見觀視聽讀寫講話請讓應該還過選達運邊連遠給綠紅線總維續統單雙變當頭買賣價錢銀鐵門間聞際陽陸隊難電氣無靈點熱愛爺獨獲龍魚馬麥黃齊樣權樹橋樓極檢歡歲歷歸殘殺漢湯溝沒澤潔測灣滿災煉圖團園圍場壞塊堅聲備復夠奪奮婦寶審憲寬賓尋將層島嶺師幫莊慶庫廢張強錄憶懷態戲戶擴掃擔擁擇據揮損換攝敵數斷舊顯曉條雜'

const simplifiedOnly = new Set(simplified)
const traditionalOnly = new Set(traditional)
const word =
  /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv

/** The least share of Chinese among the words of a Chinese text, each Chinese character being a word. */
const leastChinese = 0.3
/** The share of kana among the characters above which a text is Japanese. */
const mostKana = 0.1

/** The script of a Chinese text, by its common characters; `not-chinese` for other languages. */
export function scriptOf(text: string): 'simplified' | 'traditional' | 'not-chinese' {
  let han = 0
  let kana = 0
  let words = 0
  let balance = 0
  for (const [match] of text.matchAll(word)) {
    words++
    if (/^\p{Script=Han}/u.test(match)) {
      han++
      if (simplifiedOnly.has(match)) balance++
      else if (traditionalOnly.has(match)) balance--
    } else if (/^[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(match)) kana++
  }
  if (han === 0 || han < words * leastChinese || kana > (han + kana) * mostKana) return 'not-chinese'
  return balance < 0 ? 'traditional' : 'simplified'
}
