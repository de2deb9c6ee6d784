/**
 * Expressions of Chinese official texts that their English hardly ever renders otherwise. A line: the Chinese forms; then
 * what the English has of them, in any order and inflection, or with `=` as it stands, of which one is enough. The usual
 * rendering stands first.
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
一带一路 ; =Belt and Road / Silk Road Economic Belt
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
互联网+ ; Internet Plus / =Internet + / =Internet-Plus
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
脱贫攻坚 ; fight against poverty / poverty / impoverished
扶贫 / 脱贫 ; poverty alleviation / poverty / poor / impoverished / lift out
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
高速公路 ; expressways / expressway / highways / motorways / motorway / highway / freeway / freeways / roads
高铁 / 高速铁路 ; high-speed rail / high-speed railway / high-speed railways / high-speed
载人航天 ; manned space / manned spaceflight / crewed space / human spaceflight
双创 / 大众创业 ; entrepreneurship / startups / business startups / starting businesses / start businesses / innovation
行政审批 ; approval / approvals / administrative review / review / reviews
反腐败 / 反腐倡廉 ; corruption / anticorruption / anti-corruption / anti-graft / integrity
官僚主义 ; bureaucratism / bureaucracy / bureaucratic
形式主义 ; formalism / formalities / pointless formalities
法治政府 ; law-based government / rule of law government / rule of law
民族团结 ; ethnic unity / ethnic solidarity / unity among ethnic / unity of ethnic / unity
疫情防控 ; epidemic / pandemic / Covid-19 / COVID / containment / response
新冠肺炎 / 新冠疫情 ; Covid-19 / COVID-19 / coronavirus / pandemic / epidemic
科学发展观 ; Scientific Outlook on Development / Scientific Outlook / scientific development / outlook on development
三个代表 ; Three Represents
邓小平理论 ; Deng Xiaoping Theory / Deng Xiaoping
毛泽东思想 ; Mao Zedong Thought / Mao Zedong
马克思列宁主义 / 马克思主义 ; Marxism-Leninism / Marxism / Marxist
习近平新时代中国特色社会主义思想 ; Xi Jinping Thought on Socialism with Chinese Characteristics / Xi Jinping Thought / Thought on Socialism with Chinese Characteristics
四个自信 ; Four Confidences / confidence
四个意识 ; Four Consciousnesses / consciousness / political integrity / political commitment
两个维护 ; Two Upholds / uphold / upholding
两个确立 ; Two Affirmations / affirmation / establishment / Two Establishes
不忘初心 ; original aspiration / original mission / mission
中国式现代化 ; Chinese modernization / Chinese path to modernization / modernization
新时代 ; new era
新常态 ; new normal
稳中求进 ; pursuing progress while ensuring stability / stability / stable / steady
五位一体 ; Five-Sphere Integrated Plan / Five-Sphere / five-pronged / economic, political, cultural, social, and ecological
四个全面 ; Four-Pronged Comprehensive Strategy / Four-Pronged / Four Comprehensives / four comprehensive
法治中国 / 法治国家 / 法治社会 ; rule of law / law-based / law
依法行政 ; law-based administration / law-based / accordance with the law / in line with the law / rule of law / according to law
政府职能 ; government functions / functions of the government / functions of government
行政法规 ; administrative regulations / administrative regulation / administrative statutes
政务公开 ; transparency in government affairs / government affairs / transparency / transparent / open government / government operations / government information
政务服务 ; government services / government service / public services / public service
事中事后监管 ; ongoing and ex post / during and after / operational and post-operational / oversight / regulation / supervision / regulatory
商事制度 ; business system / commercial system / business registration / commercial registration / business
证照分离 ; separating permits from business licenses / permits / licenses / certificates
市场准入 ; market access / market entry / enter the market / access to the market
公平竞争 ; fair competition / compete / level playing field
反垄断 ; anti-monopoly / monopoly / monopolies / monopolistic / antitrust / antimonopoly
营改增 ; replacement of business tax with VAT / VAT / value added tax / value-added tax
减税降费 ; tax and fee cuts / tax / taxes
减税 ; tax cuts / tax / taxes
出口退税 ; export tax rebates / export tax rebate / tax rebates / rebates
消费税 ; consumption tax / excise / excise tax / consumption taxes
企业所得税 ; corporate income tax / enterprise income tax / corporate tax / income tax
转移支付 ; transfer payments / transfer payment / payments / transfers
财政赤字 / 赤字率 ; deficit / deficits / deficit-to-GDP
地方政府债务 / 地方政府债券 ; local government debt / local government / local governments
专项债券 / 专项债 ; special-purpose bonds / special bonds / special purpose bonds
国债 ; treasury bonds / government bonds / government debt / treasury bond / bonds / national debt
预算内投资 ; investment from the budget / budget / budgetary
社会融资规模 ; aggregate financing / total social financing / social financing
广义货币 ; money supply / broad money
存款准备金率 / 降准 ; required reserve ratio / reserve requirement / required reserve / reserve ratio / reserve requirements
利率市场化 ; market-based interest rates / interest rate / interest rates
人民币汇率 ; RMB exchange rate / RMB / renminbi / exchange rate / yuan
人民币国际化 ; internationalization of the RMB / RMB / renminbi
国际收支 ; balance of payments / international payments
存款保险 ; deposit insurance
资本市场 ; capital market / capital markets
多层次资本市场 ; capital market / capital markets
注册制 ; registration-based system / registration-based / registration / registration-based IPO
债转股 ; debt-to-equity / debt for equity / swap / swaps
不良贷款 / 不良资产 ; non-performing / nonperforming / bad loans
去库存 ; cut excess inventory / inventory / inventories / destocking / unsold / excess housing
去杠杆 ; deleveraging / leverage / deleverage
杠杆率 ; leverage ratio / leverage
降成本 ; lower costs / costs / cost
补短板 ; strengthen areas of weakness / weakness / weaknesses / weak / shortcomings / shortfalls / strengthen areas / inadequacies / gaps
三去一降一补 ; five priority tasks / overcapacity / excess capacity / inventory
产能过剩 ; overcapacity / excess capacity / excess production capacity / surplus capacity
落后产能 ; outdated production capacity / outdated / backward
淘汰落后 ; phase out outdated capacity / outdated / backward / obsolete
房地产 ; real estate / property / housing
商品住房 / 商品房 ; commodity housing / commercial housing / housing
保障性住房 / 保障性安居工程 / 保障性租赁住房 ; government-subsidized housing / housing / homes / government-subsidized
公租房 / 公共租赁住房 ; public rental / rental housing
房住不炒 ; housing is for living in / housing / houses
危房改造 / 危旧房 / 危房 ; rebuild dilapidated houses / dilapidated / dangerous / unsafe / rundown
老旧小区 ; old urban residential communities / old urban / old residential / aging residential / old communities / urban residential
城中村 ; urban villages / villages
居住证 ; residence permits / residence permit / residence card / residence cards / residence certificate
户籍制度 / 户籍 / 户口 ; household registration system / household registration / hukou / residency
农业转移人口 ; people moving from rural to urban areas / rural migrants / migrants / people from rural / rural people / former rural / rural population / agricultural population / rural residents
三农 ; agriculture, rural areas, and rural people / agriculture, rural areas / agriculture / rural
农业现代化 ; agricultural modernization / modernize agriculture / modernizing agriculture / agriculture
农村集体产权 / 集体产权 ; rural collective property rights / collective
土地承包 / 承包地 ; land contracts / contracted land / contracted / contract / land contracting
宅基地 ; homestead / residential land / house sites / rural residential / housing land
三权分置 ; separating / separation / separate
家庭农场 ; family farms / family farm
农民合作社 / 合作社 ; cooperatives / cooperative
耕地红线 ; farmland redline / farmland / cultivated land / arable land / redline / cropland
永久基本农田 / 基本农田 ; basic cropland / basic farmland / permanent
目标价格 ; guaranteed base prices / target price / target prices / guaranteed prices
最低收购价 ; minimum purchase price / minimum purchase prices / floor price
农机 / 农业机械 ; agricultural machinery / machinery / mechanization
种业 ; seed industry / seed
饮水安全 / 安全饮水 ; drinking water
精准扶贫 / 精准脱贫 ; targeted poverty alleviation / targeted poverty / poverty
贫困县 / 贫困村 / 贫困地区 / 贫困人口 / 贫困群众 ; poor / poverty / impoverished
易地扶贫搬迁 / 易地搬迁 ; relocation of the poor / relocate / relocated / relocation / relocating
东西部协作 / 对口支援 ; collaboration between eastern and western regions / assistance / pairing / paired / support / collaboration
西气东输 ; West-to-East / gas pipeline / natural gas
东北振兴 / 东北地区 / 东北 ; revitalization of the northeast / northeast / northeastern / northeast's
中部崛起 / 中部地区 ; central region / central China
西部地区 ; western region / western China / western regions / western areas / western
东部地区 ; eastern region / eastern China / eastern regions / eastern
革命老区 ; old revolutionary base areas / revolutionary
雄安 ; Xiongan / Xiong'an
长三角 / 长江三角洲 ; Yangtze River Delta / Yangtze Delta
黄河流域 ; Yellow River
成渝 ; Chengdu-Chongqing / Chengdu / Chongqing
海南自由贸易港 ; Hainan Free Trade Port / Hainan
城市群 ; city clusters / city cluster / urban agglomerations / urban clusters
特色小镇 / 特色小城镇 ; towns with distinctive features / towns / small towns
地下综合管廊 / 综合管廊 ; utility tunnels / utility tunnel / underground / pipelines / pipe
海绵城市 ; sponge cities / sponge
主体功能区 ; functional zoning / functional zones / functional areas / functional zone / functional
生态保护红线 / 生态红线 ; redline / redlines / red line / red lines
生态补偿 ; ecological compensation / compensation / compensate / compensating / rewarding
河长制 / 湖长制 ; river chief system / river chief / river chiefs / lake chief
蓝天保卫战 / 蓝天 ; keep skies blue / blue / skies / sky
细颗粒物 ; fine particulate / particulate / PM
雾霾 ; smog / haze / air pollution / air quality
二氧化硫 ; sulfur dioxide / sulphur dioxide / SO2
化学需氧量 ; chemical oxygen demand / chemical oxygen / COD
氨氮 ; ammonia nitrogen / ammonia
氮氧化物 ; nitrogen oxides / nitrogen / nitrogen oxide
燃煤 ; coal-fired / coal
散煤 ; untreated coal / coal
超低排放 ; ultra-low emissions / ultra-low / emissions / ultralow
煤电 / 火电 ; coal-fired / coal / thermal power
节能减排 ; energy conservation and emissions reduction / energy / emissions / conservation
节能环保 ; energy conservation and environmental protection / energy / environmental / conservation / environmentally
单位国内生产总值能耗 / 能耗强度 ; energy consumption per unit of GDP / energy / energy intensity
循环经济 ; circular economy / recycling / circular
绿色金融 ; green finance / green financing / green financial
垃圾分类 ; waste sorting / waste / garbage / sort / sorting / refuse
植树造林 / 造林 ; afforestation / afforest / trees / forest / forests / planting / forestation
天然林 ; natural forests / virgin forests / forests / natural forest
湿地 ; wetlands / wetland
生物多样性 ; biodiversity / biological diversity
气候变化 ; climate change / climate
巴黎协定 ; Paris Agreement / Paris
节水 ; water conservation / water / water-saving / water-efficient
创新驱动发展 / 创新驱动 ; innovation-driven development / innovation / innovation-driven
创新型国家 ; innovative / innovators / country of innovators / innovation
基础研究 ; basic research / fundamental research
关键核心技术 / 核心技术 ; core technologies / core technology / key technologies
科技体制 ; science and technology / scientific and technological / sci-tech
科研院所 / 科研机构 ; research institutes / research institutions / research institute
国家实验室 ; national laboratories / national laboratory / national labs
科技成果 ; scientific and technological / research findings / advances / achievements / results / scientific research / science and technology
新质生产力 ; new quality productive forces / new productive forces / quality productive
新动能 ; new growth drivers / new drivers / new driving forces / growth drivers / new engines / new driver / new forces
全要素生产率 ; total factor productivity / TFP
智能制造 ; smart manufacturing / intelligent manufacturing / smart
装备制造业 / 装备制造 ; equipment manufacturing / equipment
高技术产业 / 高新技术产业 / 高技术制造业 / 高新技术企业 ; high-tech / high technology / new and high technology / high and new technology
高端装备 ; high-end equipment / advanced equipment
先进制造业 ; advanced manufacturing
工匠精神 ; craftsmanship / workmanship / craftsman / artisan
集成电路 / 芯片 ; integrated circuits / integrated circuit / chips / semiconductors / semiconductor / chip
移动互联网 ; mobile Internet
工业互联网 ; industrial Internet / Industrial Internet / industry Internet
提速降费 ; faster internet at lower rates / broadband / internet / speed / rates
宽带 ; broadband
数字中国 / 数字化 ; digitalization / digital / digitization / digitalize
平台经济 ; platform economy / platform
共享经济 / 分享经济 ; sharing economy
生物医药 / 生物技术 ; biomedicine / biotechnology / biopharmaceutical / biomedical / biotech / biological
航空发动机 ; aircraft engine / aircraft engines / aero-engine / aero engines / aviation engines / engine
大飞机 ; large passenger aircraft / airliner / C919 / aircraft / jetliner
北斗 ; BeiDou
探月 / 嫦娥 ; lunar exploration / lunar / Chang'e / moon
空间站 ; space station
核电 ; nuclear power / nuclear
特高压 ; ultra-high voltage / UHV / ultra-high
光伏 ; photovoltaic / solar / PV
水电 ; hydropower / hydroelectric / hydro
水利工程 / 重大水利 ; water conservancy / water
物流 ; logistics / distribution
快递 ; delivery / courier / express
消费升级 ; consumption upgrading / consumption / consumer
网络零售 / 网上零售 / 网购 ; online retail / online
全域旅游 / 乡村旅游 ; tourism
服务贸易 ; trade in services / service trade / services trade
加工贸易 ; processing trade
外商投资 / 外资 / 外商 ; foreign investment / foreign / overseas / foreign-funded
国际产能合作 / 产能合作 ; cooperation on production capacity / production capacity / industrial capacity / capacity
丝绸之路 / 丝路 ; Silk Road
亚投行 / 亚洲基础设施投资银行 ; Asian Infrastructure Investment Bank / AIIB / Infrastructure Investment Bank
自由贸易协定 / 自贸协定 ; free trade agreements / free trade / FTA / FTAs
区域全面经济伙伴关系协定 ; Regional Comprehensive Economic Partnership / RCEP
中美 ; China-US / US / United States / China-U / U.S
通关 / 通关便利化 ; customs clearance / customs
贸易便利化 ; trade facilitation / facilitate / facilitation / facilitating
经济全球化 ; economic globalization / globalization
单边主义 ; unilateralism / unilateral
霸权主义 ; hegemonism / hegemony
强权政治 ; power politics
恐怖主义 ; terrorism / terrorist
新型国际关系 ; new type of international relations / international relations
周边国家 ; neighboring countries / neighbors / neighboring / neighbouring / surrounding countries
发展中国家 ; developing countries / developing country / developing nations / developing
发达国家 ; developed countries / developed / advanced / developed country
维和 ; peacekeeping
就业优先 ; employment first / employment / jobs / job
稳就业 / 保就业 ; stable employment / employment / jobs
六稳 ; stability on the six fronts / six fronts / ensure stability / Six Stabilities / stability
六保 ; security in the six areas / six areas / six / security in the six
高校毕业生 / 大学毕业生 ; college graduates / university graduates / graduates / students / graduate
零就业家庭 ; zero-employment families / zero-employment / no one / no member / families / households
城镇登记失业率 / 城镇调查失业率 / 失业率 ; unemployment rate / unemployment / jobless
技能培训 / 职业培训 / 职业技能 ; skills training / training / vocational / skills
最低工资 ; minimum wage / minimum wages
收入分配 ; income distribution / distribution of income / distribution / incomes / revenue
中等收入群体 / 中等收入 ; middle-income / middle income
社会保障 / 社会保险 / 社保 ; social security / social safety / social insurance / social
工伤保险 ; workers' compensation insurance / workers' compensation / work-related injury / injury / compensation
大病保险 / 大病 ; serious disease insurance / serious disease / serious diseases / serious illness / serious illnesses / major diseases / critical illness / major disease / catastrophic
分级诊疗 ; tiered diagnosis and treatment / tiered / hierarchical / diagnosis and treatment
家庭医生 ; family doctor / family doctors / family physicians
全科医生 ; general practitioners / general practitioner / GPs
基本药物 ; basic medicines / basic drugs / essential medicines / essential drugs / basic pharmaceuticals
药品集中带量采购 / 集中带量采购 / 集采 ; bulk government purchases of medicines / bulk / centralized / procurement / purchasing
医药分开 ; separate drug sales from medical services / drug / drugs / medicine / medicines
中医药 / 中医 ; traditional Chinese medicine / TCM / Chinese medicine
公共卫生 ; public health
疾病预防控制 / 疾控 ; disease prevention / disease control / control and prevention / disease prevention and control
疫苗 ; vaccines / vaccine / vaccination / vaccinations / inoculation
常态化疫情防控 ; ongoing epidemic prevention and control / epidemic / pandemic / Covid-19 / COVID / response / containment
计划生育 ; family planning
二孩 / 两孩 / 三孩 ; two-child policy / two-child / second child / three-child / two children / third child / three children / child
托育 / 托幼 ; childcare / child care / nursery / infant
学前教育 ; preschool / pre-school / early childhood
高等教育 ; higher education
双一流 ; world-class / double first-class / first-class
产教融合 ; integration of industry and education / industry and education / education and industry / vocational / education
校外培训 / 双减 ; after-school tutoring / after-school / off-campus / tutoring / burden
教育公平 ; equity in education / education / educational equity
特殊教育 ; special needs education / special needs / special education / special-needs
继续教育 ; continuing education
老龄化 ; population aging / aging / ageing
养老服务 ; elderly care services / elderly / aged / senior / older people / seniors
残疾人 ; people with disabilities / disabilities / disabled / disability / impairments
留守儿童 ; children left behind in rural areas / left-behind / left behind / children
妇女儿童 ; women and children / women
优抚安置 / 优抚 ; benefits for entitled groups / entitled groups / veterans / servicemen / special care / families / military
志愿服务 / 志愿者 ; volunteer services / volunteer / volunteers / volunteering / volunteerism / voluntary
全民健身 ; public fitness / fitness / exercise / physical / sports / keep fit
全民阅读 ; reading by the public / reading
文化产业 ; cultural industries / cultural industry / culture industry / cultural sector / cultural
公共文化服务 / 公共文化 ; public cultural services / public cultural / cultural / culture
文物 / 文化遗产 ; cultural relics / cultural heritage / artifacts / cultural artifacts / relics / heritage / cultural
新闻出版 ; press and publishing / press / news and publishing / publishing / publication
广播影视 / 广播电视 ; radio, film and television / radio / broadcasting / television / TV
哲学社会科学 ; philosophy and social sciences / philosophy / social sciences
冬奥会 / 冬残奥会 ; Winter Olympics / Winter Olympic / Olympic / Olympics / Paralympic / Paralympics
爱国统一战线 / 统一战线 ; united front
民主党派 ; other political parties / democratic parties / political parties / non-Communist / other parties
无党派人士 ; prominent figures without party affiliation / without party affiliation / nonaffiliated / non-affiliated / without affiliation / independent / nonparty / non-party
工商联 ; federations of industry and commerce / industry and commerce / Federation of Industry / chambers of commerce
人民团体 ; people's organizations / mass organizations / people's organisations
群团组织 / 群团 ; people's organizations / mass organizations / people's group / trade unions / organizations
党的领导 ; Party leadership / leadership of the Party / Party's leadership / leadership of the Communist / CPC leadership / leadership of the CPC / Party exercises leadership
党风廉政建设 / 廉政建设 / 党风廉政 ; improving Party conduct and government integrity / integrity / clean / corruption / anti-corruption
中央八项规定 / 八项规定 ; eight-point decision / eight-point / eight rules / eight points
四风 ; formalism, bureaucratism, hedonism and extravagance / decadence / Four Forms / formalism / decadent / four malpractices / undesirable conduct / misconduct
享乐主义 ; hedonism
奢靡之风 / 奢靡 ; extravagance / profligacy
群众路线 ; mass line
两学一做 ; study the Party Constitution and rules / Two Studies / two studies / study / theory
三严三实 ; Three Guidelines for Ethical Behavior / Three Stricts / Three Guidelines / three stricts / ethical
三公经费 / 三公 ; spending on official overseas visits, vehicles and hospitality / official overseas / official hospitality / vehicles / government spending / three public / official receptions
懒政 / 怠政 ; indolence / inaction / neglect / indolent / negligence / lazy / sloth / idle / idleness / perform
督查 ; inspections / inspection / oversight / accountability / supervision / checks / inspecting
问责 ; accountability / accountable / held / hold
审计 ; audit / audits / auditing / auditors
舆论监督 ; oversight through public opinion / public opinion / public oversight / media / supervision
民主监督 ; democratic oversight / democratic supervision / oversight / supervision
政府工作报告 ; work of the government / government work report / report on government work
信访 ; public complaints / complaint / complaints / petition / petitions / letters and visits / visits
法律援助 ; legal aid / legal assistance
人民调解 / 调解 ; mediation / mediate / mediating
社会治理 ; social governance / governance / social
社会治安 / 治安 ; law and order / public security / public order / social order / crime / safety
扫黑除恶 / 黑恶 ; combat organized crime / gang / organized crime / gangs / criminal / gangland / Mafia
电信诈骗 / 电信网络诈骗 ; telecom fraud / telecom / fraud / scams / phone
安全生产 ; workplace safety / work safety / production safety / safety in production / safe production / safety / accidents / accident
防灾减灾 / 防灾减灾救灾 ; disaster prevention and mitigation / disaster / disasters
应急管理 ; emergency management / emergency
抗震救灾 ; earthquake relief / earthquake
网络安全 ; cybersecurity / cyber security / network security / cyberspace / internet
国防和军队 ; national defense and the armed forces / national defense / armed forces / military / defense
强军 ; strong military / military / armed forces / army
国防动员 ; national defense mobilization / mobilization / national defense
武警 / 武装警察 ; armed police
民兵 ; militia
拥军优属 / 双拥 / 军政军民 ; mutual support between the military and civilians / military / civilians / armed forces / civilian
港澳 ; Hong Kong and Macao / Hong Kong / Macao
港人治港 ; the people of Hong Kong administering Hong Kong / Hong Kong
特别行政区 ; special administrative regions / special administrative / SAR / SARs / HKSAR / regions
两岸 ; both sides of the Taiwan Strait / Strait / Straits / Taiwan / sides / cross-Strait
台湾同胞 ; compatriots in Taiwan / Taiwan
海外侨胞 / 归侨侨眷 / 侨务 ; overseas Chinese / Chinese nationals / Chinese overseas / abroad / overseas
宗教界 / 宗教工作 / 宗教 ; religious figures / religious / religion / religions
中华民族共同体 ; community of the Chinese nation / Chinese nation / community
全面小康 / 全面建成小康 ; moderately prosperous in all respects / moderately prosperous
脱贫攻坚战 ; battle against poverty / poverty
人民群众 / 广大群众 ; people / people's / public
获得感 ; sense of gain / gain / benefit / sense of / fulfillment / benefits / satisfaction / feel
民生 ; people's wellbeing / wellbeing / well-being / livelihood / livelihoods / living standards / people's lives / life / people / living / social / needs
中国制造 ; Made in China / Chinese manufacturing / manufactured / Chinese-made / China-made
工业化 ; industrialization / industrialized / industrialize
信息化 ; information technology / information / informatization / IT / digital / informationization / computerization / IT-based
国有资产 ; state-owned assets / state assets / state owned assets / state capital
政府和社会资本合作 ; public-private / PPP / PPPs / private capital
社会资本 ; private capital / private investment / private investors / social capital / nongovernmental / non-government / private / nongovernment / public-private
民间投资 / 民间资本 ; private investment / private / nongovernmental / non-governmental / nongovernment
融资难 ; difficulty of getting financing / financing / finance / loans / funding
中小企业 ; small and medium / SMEs / small-and-medium / SME / businesses of all sizes / enterprises
个体工商户 / 个体户 ; self-employed individuals / self-employed / individual businesses / household businesses / individually / sole proprietors / proprietors
社会信用 ; social credit / credit
消费者权益 ; consumer rights / consumers' rights / consumer / consumers
价格改革 / 价格机制 ; price reform / pricing / price / prices
阶梯价格 / 阶梯电价 ; tiered pricing / tiered
电力体制 ; electric power system / power / electricity / electric
石油天然气 / 油气 ; oil and gas / petroleum / oil / gas
不动产登记 / 不动产 ; immovable / real estate / property
居民消费价格 ; CPI / consumer price / consumer prices
社会消费品零售 ; retail sales / retail
对外直接投资 / 对外投资 ; outbound investment / outbound / overseas investment / foreign direct / outward / ODI / investment abroad / overseas
外汇 ; foreign exchange / forex / foreign currency
铁路 ; railway / railways / rail / railroad / railroads
高铁运营里程 ; high-speed rail in operation / high-speed
机场 ; airport / airports
地铁 / 轨道交通 ; subway / metro / rail / underground
电动汽车 / 新能源车 ; electric vehicles / electric / new-energy / new energy
充电 ; charging facilities / charging
`
