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
General Office of the State Council / State Council General Office ; 国务院办公厅 ; 国办
National Audit Office ; 国家审计署
National Health and Family Planning Commission ; 国家卫生和计划生育委员会 / 国家卫生计生委 / 国家卫计委 ; 卫计委|卫生计生委
National Ethnic Affairs Commission / State Ethnic Affairs Commission ; 国家民族事务委员会 / 国家民委 ; 民委
Ministry of Environmental Protection ; 环境保护部 ; 环保部
Ministry of Land and Resources ; 国土资源部
Ministry of Agriculture ; 农业部 ; 农业农村部
Ministry of Culture ; 文化部 ; 文化和旅游部|文旅部
Ministry of Supervision ; 监察部
Ministry of Railways ; 铁道部
Ministry of Health ; 卫生部
State-owned Assets Supervision and Administration Commission / SASAC ; 国有资产监督管理委员会 / 国务院国资委 / 国资委
China Securities Regulatory Commission / CSRC ; 中国证券监督管理委员会 / 中国证监会 / 证监会
China Banking and Insurance Regulatory Commission / CBIRC ; 中国银行保险监督管理委员会 / 银保监会
China Banking Regulatory Commission / CBRC ; 中国银行业监督管理委员会 / 银监会
China Insurance Regulatory Commission / CIRC ; 中国保险监督管理委员会 / 保监会
National Financial Regulatory Administration / NFRA ; 国家金融监督管理总局 / 金融监管总局
State Administration of Foreign Exchange / SAFE ; 国家外汇管理局 / 外汇局
National Energy Administration ; 国家能源局
National Railway Administration ; 国家铁路局
Civil Aviation Administration of China / Civil Aviation Administration / CAAC ; 中国民用航空局 / 民航局
State Post Bureau ; 国家邮政局
National Cultural Heritage Administration / State Administration of Cultural Heritage ; 国家文物局
National Administration of Traditional Chinese Medicine / State Administration of Traditional Chinese Medicine ; 国家中医药管理局 / 国家中医药局
National Forestry and Grassland Administration ; 国家林业和草原局 / 国家林草局
China National Intellectual Property Administration / National Intellectual Property Administration / CNIPA / State Intellectual Property Office ; 国家知识产权局
Cyberspace Administration of China / Cyberspace Administration ; 国家互联网信息办公室 / 国家网信办 ; 网信办
National Radio and Television Administration ; 国家广播电视总局 / 国家广电总局 ; 广电总局
General Administration of Sport ; 国家体育总局 ; 体育总局
National Medical Products Administration ; 国家药品监督管理局 / 国家药监局 ; 药监局
National Healthcare Security Administration ; 国家医疗保障局 / 国家医保局 ; 医保局
National International Development Cooperation Agency / China International Development Cooperation Agency ; 国家国际发展合作署
National Immigration Administration ; 国家移民管理局
National Rural Revitalization Administration ; 国家乡村振兴局
National Data Administration ; 国家数据局
China Meteorological Administration ; 中国气象局
China Earthquake Administration ; 中国地震局
Hong Kong and Macao Affairs Office ; 国务院港澳事务办公室 / 港澳办
Taiwan Affairs Office ; 国务院台湾事务办公室 / 国台办
Organization Department ; 中央组织部 / 中组部 ; 组织部
Publicity Department ; 中央宣传部 / 中宣部 ; 宣传部
United Front Work Department ; 中央统战部 / 中央统一战线工作部 ; 统战部
International Department ; 中央对外联络部 / 中联部
All-China Federation of Trade Unions ; 中华全国总工会 / 全国总工会 ; 总工会
All-China Women's Federation ; 中华全国妇女联合会 / 全国妇联 ; 妇联
All-China Federation of Industry and Commerce ; 中华全国工商业联合会 / 全国工商联 ; 工商联
China Disabled Persons' Federation ; 中国残疾人联合会 / 中国残联 ; 残联
Red Cross Society of China ; 中国红十字会 ; 红十字
China Association for Science and Technology ; 中国科学技术协会 / 中国科协 ; 科协
National Natural Science Foundation of China ; 国家自然科学基金委员会
China Development Bank ; 国家开发银行 ; 国开行
Export-Import Bank of China ; 中国进出口银行 ; 进出口银行
Agricultural Development Bank of China ; 中国农业发展银行 ; 农发行
People's Daily ; 人民日报
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
UNESCO ; 联合国教科文组织 / 教科文组织
UNICEF ; 联合国儿童基金会
Asian Development Bank ; 亚洲开发银行 / 亚行
New Development Bank ; 新开发银行 / 金砖国家新开发银行
Silk Road Fund ; 丝路基金
`
