/**
 * Bodies that official texts name and what is often put in their place. A line: how English writes the name; the Chinese in
 * full; if it has one, a pattern of how it is shortened. Source: the English pages of the bodies themselves, and the
 * Constitution and the laws that name them.
 */
export const knownBodies = `
State Council ; 国务院
Central Committee / CPC Central Committee / Party Central Committee ; 党中央 / 中共中央 / 中央委员会 ; 中央|[一二三四五六七八九十][中]全会|党的.{1,4}全会
Central Military Commission / CMC ; 中央军委 / 中央军事委员会 ; 军委
National People's Congress / NPC ; 全国人民代表大会 / 全国人大 ; 人民代表大会|人大
Chinese People's Political Consultative Conference / CPPCC ; 中国人民政治协商会议 / 全国政协 / 人民政协 ; 政协|政治协商
Supreme People's Court ; 最高人民法院 ; 最高法|两高
Supreme People's Procuratorate ; 最高人民检察院 ; 最高检|两高
Central Commission for Discipline Inspection / CCDI ; 中央纪律检查委员会 / 中央纪委 ; 纪委
National Supervisory Commission ; 国家监察委员会 / 国家监委 ; 监委|监察委
People's Liberation Army / PLA ; 中国人民解放军 / 人民解放军 ; 解放军
Communist Youth League / Communist youth league ; 共青团 / 共产主义青年团 ; 团中央
Chinese Academy of Sciences ; 中国科学院 ; 中科院|两院
Chinese Academy of Engineering ; 中国工程院 ; 两院
Chinese Academy of Social Sciences ; 中国社会科学院 ; 社科院
Xinhua News Agency ; 新华社
National Development and Reform Commission / NDRC ; 国家发展和改革委员会 / 国家发展改革委 / 国家发改委 ; 发改委|发展改革委
National Health Commission ; 国家卫生健康委员会 / 国家卫生健康委 / 国家卫健委 ; 卫健委|卫生健康委
National Bureau of Statistics ; 国家统计局 ; 统计局
National Audit Office ; 审计署
People's Bank of China / PBOC ; 中国人民银行 ; 央行|人民银行
Ministry of Foreign Affairs ; 外交部
Ministry of National Defense / Ministry of Defense ; 国防部
Ministry of Education ; 教育部
Ministry of Science and Technology ; 科学技术部 / 科技部
Ministry of Industry and Information Technology ; 工业和信息化部 / 工信部
Ministry of Public Security ; 公安部
Ministry of State Security ; 国家安全部
Ministry of Civil Affairs ; 民政部
Ministry of Justice ; 司法部
Ministry of Finance ; 财政部
Ministry of Human Resources and Social Security ; 人力资源和社会保障部 / 人社部 ; 人力资源社会保障部
Ministry of Natural Resources ; 自然资源部
Ministry of Ecology and Environment ; 生态环境部
Ministry of Housing and Urban-Rural Development ; 住房和城乡建设部 / 住建部 ; 住房城乡建设部
Ministry of Transport ; 交通运输部
Ministry of Water Resources ; 水利部
Ministry of Agriculture and Rural Affairs ; 农业农村部
Ministry of Commerce ; 商务部
Ministry of Culture and Tourism ; 文化和旅游部 / 文旅部
Ministry of Veterans Affairs ; 退役军人事务部
Ministry of Emergency Management ; 应急管理部
State Taxation Administration ; 国家税务总局 ; 税务总局
General Administration of Customs ; 海关总署
State Administration for Market Regulation ; 国家市场监督管理总局 ; 市场监管总局
United Nations / UN ; 联合国 ; 联大|安理会
UN Security Council / Security Council ; 联合国安理会 / 安理会 / 安全理事会
European Union / EU ; 欧盟 ; 欧
African Union / AU ; 非盟 / 非洲联盟
ASEAN / Association of Southeast Asian Nations ; 东盟 / 东南亚国家联盟
World Trade Organization / WTO ; 世界贸易组织 / 世贸组织 ; 世贸
World Health Organization / WHO ; 世界卫生组织 / 世卫组织 ; 世卫
World Bank ; 世界银行 ; 世行
International Monetary Fund / IMF ; 国际货币基金组织 ; 货币基金
Asian Infrastructure Investment Bank / AIIB ; 亚洲基础设施投资银行 / 亚投行
Shanghai Cooperation Organization / Shanghai Cooperation Organisation / SCO ; 上海合作组织 / 上合组织 ; 上合
BRICS ; 金砖
G20 / Group of 20 ; 二十国集团 ; 20国集团|G20
APEC / Asia-Pacific Economic Cooperation ; 亚太经合组织 / 亚太经济合作组织 ; APEC|亚太经合
NATO ; 北约 / 北大西洋公约组织
OPEC ; 欧佩克 / 石油输出国组织
OECD ; 经合组织 / 经济合作与发展组织
`
