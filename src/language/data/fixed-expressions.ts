/**
 * Expressions of Chinese official texts that their English hardly ever renders otherwise. A line: the Chinese forms; then
 * what the English has of them, in any order and inflection, of which one is enough. The usual rendering stands first.
 * No termbase, which says what an office wants: this says where to look, and only as far as a document agrees with it.
 * Source: the official English of government work reports, white papers and laws.
 */
export const fixedExpressions = `
党中央 / 中共中央 ; Party Central Committee / Central Committee / Communist Party of China
中国特色社会主义 ; socialism with Chinese characteristics / Chinese socialism
社会主义现代化 ; socialist modernization / modern socialist / modernizing socialist
社会主义市场经济 ; socialist market economy
社会主义核心价值观 ; core socialist values
改革开放 ; reform and opening up / reform and opening-up / reform and open
对外开放 ; opening up / open / opening-up
供给侧结构性改革 ; supply-side structural reform
一带一路 ; Belt and Road / Silk Road Economic Belt
小康社会 ; moderately prosperous / Xiaokang
中国梦 ; Chinese Dream
民族复兴 / 中华民族伟大复兴 ; rejuvenation / revitalization of the nation
两个一百年 ; Two Centenary Goals / centenary / centenaries
人类命运共同体 ; shared future / common future
高质量发展 ; high-quality development / quality of development / high quality
新发展理念 ; new development philosophy / new vision of development / new development concept
新发展格局 ; new development pattern / new development dynamic / new pattern of development
共同富裕 ; common prosperity / prosperity for all / shared prosperity
依法治国 ; law-based governance / rule of law / governed by law
从严治党 ; self-governance / governance over the Party / Party discipline / strict discipline
一国两制 ; one country, two systems
高度自治 ; high degree of autonomy
九二共识 ; 1992 Consensus
两岸关系 ; cross-Strait relations / cross-Straits relations / across the Strait / across the Taiwan Strait
台独 ; Taiwan independence / independence of Taiwan / separatist
分裂活动 / 分裂行径 ; separatist / separatism / secession / splitting
祖国和平统一 / 和平统一 ; peaceful reunification / reunification
祖国统一 ; reunification
民族区域自治 ; regional ethnic autonomy / autonomy of ethnic
少数民族 ; ethnic minorities / ethnic minority / ethnic groups / minority
领土完整 ; territorial integrity
国家安全 ; national security / state security / security of the state
军民融合 ; military-civilian integration / military-civil integration / civilian and military / civil-military
财政政策 ; fiscal policy / fiscal policies
积极的财政政策 ; proactive fiscal policy / active fiscal policy / proactive fiscal policies
货币政策 ; monetary policy / monetary policies
稳健的货币政策 ; prudent monetary policy / prudent monetary policies / sound monetary policy
宏观调控 ; macro regulation / macro-regulation / macro control / macro-control / macroeconomic regulation / macro-level / macroeconomic
市场主体 ; market entities / market entity / market participants / businesses / enterprises
营商环境 ; business environment
负面清单 ; negative list / negative lists
放管服 ; delegate power / delegating / delegation / streamline administration
简政放权 ; streamline administration / streamlining administration / delegate power / delegating powers
实体经济 ; real economy
非公有制 ; non-public / nonpublic / private
混合所有制 ; mixed ownership / mixed-ownership
国有企业 / 国企 ; state-owned enterprises / SOEs / SOE / state-owned companies / state enterprises
国有资本 ; state capital / state-owned capital
民营企业 ; private enterprises / private businesses / private companies / private firms / private sector / non-public
小微企业 ; small and micro businesses / small and micro enterprises / small businesses / small enterprises / micro and small / small low-profit / small firms
过剩产能 ; overcapacity / excess capacity / excess production capacity / excess production
去产能 ; cut overcapacity / overcapacity / excess capacity / production capacity
僵尸企业 ; zombie enterprises / zombie / zombies
新能源汽车 ; new-energy vehicles / new energy vehicles / electric vehicles / NEV / NEVs
增值税 ; value added tax / value-added tax / VAT
个人所得税 ; personal income tax / individual income tax / individual income / personal income
固定资产投资 ; fixed-asset investment / fixed assets / fixed asset
外汇储备 ; foreign exchange reserves / foreign reserves
国内生产总值 ; GDP / gross domestic product
人均可支配收入 ; disposable income / personal income / per capita income
系统性风险 ; systemic risk / systemic risks / systemic
影子银行 ; shadow banking / shadow bank
普惠金融 ; inclusive finance / inclusive financial / financial inclusion / inclusive
互联网+ ; Internet Plus / Internet +
人工智能 ; artificial intelligence / AI
大数据 ; big data
云计算 ; cloud computing / cloud
物联网 ; Internet of Things / IoT
数字经济 ; digital economy
知识产权 ; intellectual property / IPR
自由贸易试验区 / 自贸试验区 / 自贸区 ; free trade zone / free trade zones / free trade area / free trade areas / FTA / FTZ
自由贸易港 ; free trade port / free trade ports
跨境电商 / 跨境电子商务 ; cross-border e-commerce / cross-border online
电子商务 / 电商 ; e-commerce / online retail / online sales
贸易保护主义 / 保护主义 ; protectionism / protectionist
多边主义 ; multilateralism / multilateral
五年规划 / 五年计划 ; Five-Year Plan / five-year plan
十二五 / 十三五 / 十四五 / 十五五 ; Five-Year Plan / five-year
战略性新兴产业 ; strategic emerging industries / strategic and emerging / emerging industries / emerging sectors
粮食安全 ; food security / grain security
高标准农田 ; high-standard farmland / high-standard cropland / high-quality farmland
乡村振兴 ; rural revitalization / rural vitalization / revitalize rural / revitalizing rural / revitalization of rural
新型城镇化 ; new urbanization / urbanization
城镇化 ; urbanization / urban
棚户区 / 棚改 ; rundown areas / rundown urban areas / rundown urban / shanty towns / shantytowns
农民工 ; migrant workers / rural migrant / migrant
脱贫攻坚 ; poverty / impoverished
扶贫 / 脱贫 ; poverty / poor / impoverished / lift out
义务教育 ; compulsory education
职业教育 / 职业院校 ; vocational
养老保险 ; old-age insurance / pension / pensions / endowment insurance / old-age
医疗保险 / 医保 ; medical insurance / health insurance / medical care insurance / insurance
失业保险 ; unemployment insurance / unemployment
最低生活保障 / 低保 ; subsistence allowances / subsistence allowance / living allowances / minimum living
社会救助 ; social assistance / social aid / social relief
公立医院 ; public hospitals / public hospital
食品安全 ; food safety
食品药品 ; food and drug / food and medicine / food and drugs / food and medicines
退役军人 ; veterans / ex-service / demobilized / veteran
生态文明 ; ecological civilization / ecological conservation / ecological advancement / ecological / ecology / conservation
生态保护 ; ecological conservation / ecological protection / protect ecosystems / ecosystem conservation / ecosystem protection / ecological / ecosystems / environmental protection
污染防治 ; pollution
大气污染 ; air pollution / air / atmospheric
可再生能源 ; renewable energy / renewables / renewable
清洁能源 ; clean energy / clean energies / clean
二氧化碳 ; carbon dioxide / CO2 / carbon
碳达峰 ; carbon peak / peak carbon / carbon emissions peak / peaking carbon / carbon peaking
碳中和 ; carbon neutrality / carbon neutral
退耕还林 ; farmland to forest / cropland to forest / forest
国家公园 ; national parks / national park
长江经济带 ; Yangtze Economic Belt / Yangtze River Economic Belt / Yangtze
京津冀 ; Beijing-Tianjin-Hebei
粤港澳大湾区 ; Greater Bay Area / Bay Area
西部大开发 ; western region / western China / western regions
南水北调 ; South-to-North Water Diversion / water diversion / diverting water
高速公路 ; expressways / expressway / highways / motorways
高铁 / 高速铁路 ; high-speed rail / high-speed railway / high-speed railways / high-speed
载人航天 ; manned space / manned spaceflight / crewed space / human spaceflight
双创 / 大众创业 ; entrepreneurship / startups / business startups / starting businesses / start businesses / innovation
行政审批 ; approval / approvals / administrative review
反腐败 / 反腐倡廉 ; corruption / anticorruption / anti-corruption / anti-graft / integrity
官僚主义 ; bureaucratism / bureaucracy / bureaucratic
形式主义 ; formalism / formalities / pointless formalities
法治政府 ; law-based government / rule of law government / rule of law
民族团结 ; ethnic unity / ethnic solidarity / unity among ethnic / unity of ethnic / unity
疫情防控 ; epidemic / pandemic / Covid-19 / COVID / containment / response
新冠肺炎 / 新冠疫情 ; Covid-19 / COVID-19 / coronavirus / pandemic / epidemic
`
