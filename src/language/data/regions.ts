/**
 * Provinces, large regions, rivers and seas, groups of countries, and countries that have several names. A line: how English
 * writes the name and its adjective; the Chinese in full; if it has one, a pattern of how it is shortened. Countries with
 * one name are known from CLDR. Source: GB/T 2260, the romanisation of GB/T 28039, CLDR, school atlases.
 */
export const regions = `
Beijing / Peking ; 北京 ; 京
Tianjin ; 天津 ; 津
Hebei ; 河北 ; 冀
Shanxi ; 山西 ; 晋
Inner Mongolia / Inner Mongolian ; 内蒙古 ; 蒙
Liaoning ; 辽宁 ; 辽
Jilin ; 吉林 ; 吉
Heilongjiang ; 黑龙江 ; 黑
Shanghai ; 上海 ; 沪
Jiangsu ; 江苏 ; 苏
Zhejiang ; 浙江 ; 浙
Anhui ; 安徽 ; 皖
Fujian ; 福建 ; 闽
Jiangxi ; 江西 ; 赣
Shandong ; 山东 ; 鲁
Henan ; 河南 ; 豫
Hubei ; 湖北 ; 鄂
Hunan ; 湖南 ; 湘
Guangdong / Canton ; 广东 ; 粤
Guangxi ; 广西 ; 桂
Hainan ; 海南 ; 琼
Chongqing ; 重庆市 ; 重庆|渝
Sichuan ; 四川 ; 川
Guizhou ; 贵州 ; 黔|云贵
Yunnan ; 云南 ; 滇|云贵
Tibet / Xizang / Tibetan ; 西藏 ; 藏
Shaanxi ; 陕西 ; 陕
Gansu ; 甘肃 ; 甘|陇
Qinghai ; 青海 ; 援青|青藏|甘青|青甘
Ningxia ; 宁夏 ; 陕甘宁|宁[夏蒙]
Xinjiang ; 新疆 ; 疆
Hong Kong ; 香港 ; 港
Macao / Macau ; 澳门 ; 港澳|澳[人区珠]|[粤琴珠]澳
Taiwan ; 台湾 ; 两岸|海峡|[港澳对涉全闽在]台|台[独胞海商企资青属]
Yangtze / Changjiang ; 长江 ; 长三角|三峡
Yangtze River Delta ; 长三角 / 长江三角洲
Yellow River ; 黄河
Pearl River ; 珠江 ; 珠三角
Pearl River Delta ; 珠三角 / 珠江三角洲
Huaihe / Huai River ; 淮河 ; 黄淮|江淮|淮
Haihe River / Hai River ; 海河
Songhua River ; 松花江
Yellow Sea ; 黄海
East China Sea ; 东海
South China Sea ; 南海
Bohai ; 渤海 ; 环渤
South Korea / Republic of Korea / ROK / RoK / Korean / South Korean ; 韩国 ; 韩
DPRK / North Korea / North Korean ; 朝鲜 ; 朝
Japan / Japanese ; 日本 ; 日
United States / US / USA / U.S / U.S. / America / American / Americans ; 美国 ; 美
United Kingdom / UK / Britain / British / Great Britain ; 英国 ; 英
France / French ; 法国 ; 法
Germany / German ; 德国 ; 德
Russia / Russian / Russian Federation ; 俄罗斯 ; 俄
India / Indian ; 印度 ; 印
Indian Ocean ; 印度洋
Indonesia / Indonesian ; 印度尼西亚 / 印尼
Australia / Australian ; 澳大利亚 ; 澳
New Zealand ; 新西兰 ; 新
Canada / Canadian ; 加拿大 ; 加
Brazil / Brazilian ; 巴西 ; 巴
South Africa / South African ; 南非
Mexico / Mexican ; 墨西哥 ; 墨
Italy / Italian ; 意大利 ; 意
Spain / Spanish ; 西班牙 ; 西
Portugal / Portuguese ; 葡萄牙 ; 葡
Netherlands / Dutch / Holland ; 荷兰 ; 荷
Switzerland / Swiss ; 瑞士 ; 瑞
Sweden / Swedish ; 瑞典 ; 瑞
Norway / Norwegian ; 挪威 ; 挪
Denmark / Danish ; 丹麦 ; 丹
Finland / Finnish ; 芬兰 ; 芬
Poland / Polish ; 波兰 ; 波
Greece / Greek ; 希腊 ; 希
Turkey / Türkiye / Turkish ; 土耳其 ; 土
Vietnam / Viet Nam / Vietnamese ; 越南 ; 越
Thailand / Thai ; 泰国 ; 泰
Laos / Lao ; 老挝 ; 老
Myanmar / Burma / Burmese ; 缅甸 ; 缅
Philippines / Philippine / Filipino ; 菲律宾 ; 菲
Malaysia / Malaysian ; 马来西亚 ; 马
Singapore / Singaporean ; 新加坡 ; 新
Pakistan / Pakistani ; 巴基斯坦 ; 巴
Iran / Iranian ; 伊朗 ; 伊
Iraq / Iraqi ; 伊拉克 ; 伊
Syria / Syrian ; 叙利亚 ; 叙
Israel / Israeli ; 以色列 ; 以
Palestine / Palestinian ; 巴勒斯坦 ; 巴
Saudi Arabia / Saudi ; 沙特阿拉伯 / 沙特 ; 沙
Egypt / Egyptian ; 埃及 ; 埃
Ukraine / Ukrainian ; 乌克兰 ; 乌
Mongolia / Mongolian ; 蒙古国 / 蒙古 ; 蒙
Ireland / Irish ; 爱尔兰
Afghanistan / Afghan ; 阿富汗
Congo ; 刚果
Africa / African ; 非洲 ; 非
Latin America / Latin American ; 拉丁美洲 / 拉美 ; 拉
Caribbean ; 加勒比 ; 拉美|中拉
Asia / Asian ; 亚洲 ; 亚|东盟
Central Asia / Central Asian ; 中亚
Southeast Asia / Southeast Asian ; 东南亚
South Asia / South Asian ; 南亚
East Asia / East Asian ; 东亚
Asia-Pacific / Asia Pacific ; 亚太 / 亚洲及太平洋
Middle East ; 中东
Europe / European ; 欧洲 ; 欧
Eurasia / Eurasian / Asia-Europe / Asia Europe / Euro-Asian ; 欧亚 / 亚欧
North America / North American ; 北美
Pacific ; 太平洋 ; 太|亚太
Atlantic ; 大西洋
Arctic ; 北极
Antarctic / Antarctica ; 南极
`

/** The codes of the countries that CLDR names in both languages, and that `regions` lacks (ISO 3166-1). */
export const countryCodes = `
AD AE AL AM AO AR AT AZ BA BB BD BE BF BG BH BI BJ BN BO BS BT BW BY BZ CF CL CM CO CR CU CV CY CZ DJ DZ EC EE ER ET FJ GA GE GH GM
GN GT GW GY HN HR HT HU IS JM JO KE KG KH KI KW KZ LB LI LK LR LS LT LU LV LY MA MC MD MG MK ML MR MT MU MV MW MZ NA NE NG NI NP OM
PA PE PG PW PY QA RO RS RW SB SC SD SI SK SL SM SN SO SR SS SV TD TG TJ TL TM TN TO TT TV TZ UG UY UZ VE VU WS YE ZM ZW
`
