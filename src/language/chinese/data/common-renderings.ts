/**
 * Words of official texts and news with the English that usually renders them, in base form; what only binds words is
 * not here. A line: the Chinese, then its renderings, the usual one first. They tell which sentences of two texts belong
 * together, and need not be complete. Source: own knowledge of the two languages.
 */
export const commonRenderings = `
中国 china chinese
我国 china
国家 country national state nation
政府 government
人民 people
群众 people public
社会 social society
经济 economy economic
发展 develop development growth
改革 reform
开放 open opening
创新 innovation innovative
建设 build develop construction
工作 work job
企业 enterprise company business firm
市场 market
投资 invest investment
消费 consumption consumer spending
出口 export
进口 import
贸易 trade
金融 finance financial
银行 bank
保险 insurance
税 tax
财政 fiscal finance budget
预算 budget
赤字 deficit
债务 debt
债券 bond
货币 monetary currency money
资金 fund capital funding
资本 capital
资源 resource
能源 energy
环境 environment environmental
生态 ecological ecosystem
污染 pollution pollute
农业 agriculture agricultural
农村 rural countryside
农民 farmer rural
粮食 grain food
城市 city urban
城镇 urban town
城乡 urban rural
乡村 rural village
贫困 poverty poor
脱贫 poverty
扶贫 poverty
教育 education
学校 school
学生 student
大学 university college
高校 university college
教师 teacher
医疗 medical health healthcare
医院 hospital
健康 health healthy
卫生 health sanitation
养老 elderly pension
就业 employment job
创业 startup entrepreneur entrepreneurship
收入 income revenue
工资 wage salary
住房 housing home
房地产 real estate property
科技 science technology scientific
科学 science scientific
技术 technology technical technique
互联网 internet
网络 network internet online
信息 information
数据 data
数字 digital
智能 smart intelligent artificial
工业 industry industrial
制造 manufacture manufacturing
制造业 manufacturing
产业 industry industrial
服务 service serve
服务业 service
产品 product
质量 quality
标准 standard
安全 safety security safe
法律 law legal
法治 law
依法 law lawful
制度 system institution
体制 system institution
机制 mechanism
体系 system
政策 policy
规划 plan
计划 plan program
项目 project program
工程 project program engineering
措施 measure step
管理 manage management
监管 oversight regulation supervise regulatory
监督 supervision oversight
审批 approval review
行政 administrative government
干部 official
公务员 civil servant
党 party
党中央 party central committee
习近平 xi jinping
国务院 state council
总理 premier
主席 president chairman
总统 president presidential
部长 minister
会议 meeting session conference summit
报告 report
代表 deputy represent delegate representative
委员 member
委员会 committee commission
军队 military army armed
国防 defense
军事 military
外交 diplomatic diplomacy
国际 international
世界 world global
全球 global world
合作 cooperation cooperate cooperative
和平 peace peaceful
香港 hong kong
澳门 macao macau
台湾 taiwan
北京 beijing
上海 shanghai
西藏 tibet
新疆 xinjiang
美国 united states us american america
英国 british britain uk united
法国 france french
德国 germany german
日本 japan japanese
俄罗斯 russia russian
印度 india indian
欧洲 europe european
非洲 africa african
亚洲 asia asian
澳大利亚 australia australian
加拿大 canada canadian
意大利 italy italian
西班牙 spain spanish
联合国 united nations un
文化 culture cultural
民族 ethnic nation
宗教 religion religious
历史 history historical historic
体育 sport sports
旅游 tourism travel tourist
媒体 media
新闻 news press
记者 reporter journalist
铁路 railway rail
高铁 high-speed railway
公路 highway road expressway
机场 airport
飞机 plane aircraft airplane
汽车 car automobile vehicle
交通 transport traffic transportation
水利 water conservancy
水 water
电 electricity power electric
煤炭 coal
钢铁 steel iron
石油 oil petroleum
天然气 gas
森林 forest
土地 land
海洋 ocean marine sea
增长 growth grow increase rise
增加 increase add
减少 reduce decrease cut
降低 lower reduce cut
提高 raise improve increase
扩大 expand
加强 strengthen
加快 accelerate speed faster
推进 advance promote push forward
推动 promote push drive
促进 promote boost
实施 implement carry
实现 achieve realize
完善 improve
深化 deepen
支持 support
鼓励 encourage
保障 ensure guarantee security
保护 protect protection
控制 control
改善 improve improvement
建立 establish set
完成 complete completed
开展 carry launch
取消 abolish cancel
解决 solve resolve address
坚持 adhere uphold remain
落实 implement
参与 participate participation
提供 provide offer
利用 use utilize
使用 use
问题 problem issue question
困难 difficulty difficult
挑战 challenge
风险 risk
危机 crisis
机遇 opportunity
目标 target goal objective
任务 task
重点 key priority focus
领域 area field sector
地区 area region
区域 region regional area
中西部 central western
西部 western
东部 eastern
东北 northeast
中部 central
长江 yangtze
京津冀 beijing tianjin hebei
基础设施 infrastructure
基础 foundation basic base
公共 public
公平 fair equity equitable fairness
公正 justice just
民主 democracy democratic
稳定 stable stability
结构 structure structural
供给侧 supply-side supply
需求 demand need
产能 capacity
过剩 excess overcapacity
库存 inventory
成本 cost
价格 price
国有 state-owned
国企 soe state-owned
民营 private
小微 small micro
知识产权 intellectual property
专利 patent
人才 talent talented
青年 youth young
妇女 women woman
儿童 child children
老年 elderly old
残疾人 disability disabled
家庭 family household
居民 resident people residential
生活 life living live
民生 wellbeing livelihood
福利 welfare benefit
救助 assistance aid relief
社区 community
灾害 disaster
地震 earthquake
食品 food
药品 drug medicine
腐败 corruption corrupt
廉政 integrity clean
反腐 corruption
犯罪 crime criminal
警察 police
警方 police
法院 court
法官 judge
选举 election elect
投票 vote
议会 parliament
政治 political politics
战略 strategy strategic
战争 war
武器 weapon
核 nuclear
恐怖 terror terrorist terrorism
袭击 attack
死亡 die death dead
受伤 injure injured wound
医生 doctor
患者 patient
病毒 virus
疾病 disease illness
癌症 cancer
疫苗 vaccine
研究 research study
研究人员 researcher
科学家 scientist
实验 experiment
太空 space
卫星 satellite
月球 moon lunar
地球 earth
太阳 sun solar
行星 planet
动物 animal
植物 plant
鱼 fish
鸟 bird
狗 dog
河 river
湖 lake
山 mountain
岛 island
海 sea
气候 climate
天气 weather
温度 temperature
风 wind
雨 rain
比赛 match game race competition
冠军 champion championship
球队 team
球员 player
赛季 season
奥运 olympic
足球 football soccer
音乐 music
电影 film movie
游戏 game
书 book
语言 language
英语 english
汉语 chinese
电视 television tv
电话 phone telephone
公司 company
员工 employee staff
工人 worker
客户 customer client
用户 user
警告 warn warning
宣布 announce
表示 say said
认为 believe think
要求 require demand request
允许 allow
禁止 ban prohibit forbid
开始 begin start
结束 end
发现 find discover
认识 know understand
全面 comprehensive full
积极 active
重要 important
主要 main major
重大 major significant
新型 new
现代 modern
现代化 modernization modernize
信息化 information
传统 traditional tradition
特色 characteristic
绿色 green
清洁 clean
低碳 low-carbon carbon
排放 emission
节能 energy conservation
治理 governance control
简政放权 streamline delegate
放管服 streamline delegate
一带一路 belt road
丝绸之路 silk road
自贸区 free trade
小康社会 moderately prosperous
中国特色 chinese characteristic
社会主义 socialism socialist
马克思主义 marxism
邓小平 deng xiaoping
科学发展观 scientific outlook
小平 deng xiaoping
伟大 great
复兴 rejuvenation
中国梦 chinese dream
精神 spirit
思想 thought thinking
理论 theory
领导 leadership lead leader
核心 core
团结 unity unite solidarity
统一 reunification unified
统战 united front
政协 cppcc consultative
人大 congress
同志 comrade
同胞 compatriot countrymen
海外 overseas abroad
华侨 overseas
侨胞 overseas
宪法 constitution
立法 legislation
条例 regulation
办法 measure method
司法 judicial
仲裁 arbitration
调解 mediation
审计 audit
统计 statistics
价值 value
比例 proportion ratio
平均 average
总量 total
总额 total
人口 population people
面积 area
亿元 yuan
万亿 trillion
美元 dollar
人民币 rmb renminbi
欧元 euro
英镑 pound
公里 kilometer
平方 square
小时 hour
分钟 minute
星期 week
月 month
年 year
去年 last year
今年 this year
上半年 half
季度 quarter
世纪 century
早上 morning
晚上 evening night
凌晨 morning
周一 monday
周二 tuesday
周三 wednesday
周四 thursday
周五 friday
周六 saturday
周日 sunday
星期一 monday
星期二 tuesday
星期三 wednesday
星期四 thursday
星期五 friday
星期六 saturday
星期日 sunday
第一 first
第二 second
第三 third
一是 first
二是 second
三是 third
四是 fourth
五是 fifth
一半 half
大学生 college graduate student
毕业生 graduate
义务教育 compulsory education
职业教育 vocational
学前教育 preschool
幼儿园 kindergarten preschool
高等教育 higher education
贫困县 poor poverty county
县 county
省 province provincial
市 city municipal
镇 town township
村 village
街道 street
地方 local
中央 central
基层 community primary
机构 institution agency body
部门 department sector
组织 organization organize
团体 group organization
协会 association
集团 group
学院 college institute
医保 medical insurance
大病 serious disease illness
公立医院 public hospital
分级诊疗 tiered diagnosis
中医药 chinese medicine
计划生育 family planning
生育 birth
户籍 household registration
户口 household registration
棚户区 rundown shanty
危房 dilapidated
公租房 public rental
保障房 subsidized housing
消防 fire
火灾 fire
爆炸 explosion explode
事故 accident
安全生产 workplace safety
应急 emergency
信访 complaint
治安 public security order
扶持 support
补贴 subsidy
奖励 reward
奖 award prize
惩治 punish
问责 accountability
督查 inspection
考核 evaluation
公开 open transparent public
透明 transparent transparency
权力 power
权利 right
权益 right interest
利益 interest benefit
责任 responsibility
义务 obligation
改造 upgrade renovate
升级 upgrade
转型 transformation transform
转变 transform change
调整 adjust adjustment
优化 optimize improve
整合 integrate
融合 integration integrate
试点 pilot trial
示范 demonstration
平台 platform
园区 park
开发区 development zone
自由贸易 free trade
海关 customs
口岸 port
外资 foreign investment
外商 foreign
外贸 foreign trade
对外 foreign outside
境外 overseas
跨境 cross-border
电子商务 e-commerce commerce
物流 logistics
快递 express delivery
宽带 broadband
移动 mobile
大数据 big data
云计算 cloud computing
物联网 internet things
人工智能 artificial intelligence
集成电路 integrated circuit
新能源 new energy
装备 equipment
设备 equipment
材料 material
航天 space aerospace
航空 aviation
船 ship vessel boat
港口 port
桥 bridge
隧道 tunnel
核电 nuclear
水电 hydropower
风电 wind
光伏 solar photovoltaic
雾霾 smog
大气 air
空气 air
土壤 soil
垃圾 garbage waste
污水 sewage wastewater
湿地 wetland
草原 grassland
退耕还林 forest marginal
耕地 farmland cropland
种植 crop plant
玉米 corn maize
小麦 wheat
大豆 soybean
畜牧 livestock
合作社 cooperative
家庭农场 family farm
确权 rights
承包 contract
宅基地 homestead
集体 collective
股份 share stock
股票 stock
股市 stock market
利率 interest rate
汇率 exchange rate
通胀 inflation
杠杆 leverage
信贷 credit loan
贷款 loan
信用 credit
监管部门 regulator
证券 securities
基金 fund
社保 social security
失业 unemployment
下岗 laid-off laid
职工 worker employee
农民工 migrant
工会 trade union
共青团 youth league
妇联 women
红十字 red cross
慈善 charity
志愿 volunteer voluntary
图书馆 library
博物馆 museum
文物 artifact relic
文艺 art literature
出版 publish press
广播 radio broadcast
影视 film television
哲学 philosophy
冬奥会 winter olympic
全民健身 fitness
少数民族 ethnic minority
爱国 patriotic
解放军 liberation army
武警 armed police
民兵 militia
退役 veteran demobilized
边防 border
边境 border
维和 peacekeeping
峰会 summit
论坛 forum
协定 agreement
协议 agreement deal
条约 treaty
谈判 negotiation talk
伙伴 partner partnership
邻国 neighbor
周边 neighboring neighbor
发展中国家 developing country
发达国家 developed country
大国 major
新兴 emerging
多边 multilateral
双边 bilateral
保护主义 protectionism
全球化 globalization
霸权 hegemony
命运共同体 shared future community
感谢 thank gratitude appreciation
审议 deliberation
意见 comment opinion suggestion
建议 suggest proposal recommend
成就 achievement
成果 achievement result
成效 result effect progress
进展 progress
优势 advantage strength
动力 drive force engine impetus
活力 vitality energy
潜力 potential
信心 confidence confident
勇气 courage
智慧 wisdom wise
奋斗 strive work endeavor
努力 effort work strive
作风 conduct
形式主义 formality formalities
官僚主义 bureaucratism bureaucracy
享乐主义 hedonism
奢靡 extravagance
竞争力 competitiveness competitive
竞争 compete competition competitive
效益 benefit returns performance efficiency
效率 efficiency efficient
效能 efficiency performance effectiveness
能力 ability capacity capability
水平 level standard
素质 quality caliber competence
品质 quality
品牌 brand
商标 trademark
标准化 standardize standard standardization
规范 regulate standardize standard procedure
规则 rule
规律 law pattern
程序 procedure process
流程 procedure process
手续 procedure formality
许可 permit license approval licensing
资质 qualification certification
资格 qualification eligibility eligible
证书 certificate
执照 license
登记 registration register
注册 registration register
产权 property
所有权 ownership
使用权 use
经营权 management operate operation
知情权 know informed
自主权 autonomy decision-making
契约 contract
合同 contract
交换 exchange
交易 trade transaction trading exchange
收购 purchase acquisition acquire
收费 fee charge
费用 cost fee expense
税收 tax taxation
税费 tax fee
征收 collect levy collection
负担 burden
收支 revenue expenditure payments
支出 spending expenditure
投入 input invest investment spending funding
投融资 financing investment
融资 financing finance
贸易额 trade
进出口 import export
订单 order
顺差 surplus
逆差 deficit
关税 tariff duty
配额 quota
补偿 compensation compensate
赔偿 compensation compensate
拖欠 arrears owe default
工程款 payment
薪酬 pay salary remuneration wage
津贴 allowance subsidy
补助 subsidy subsidize allowance
退休 retire retirement pension
缴费 contribution premium payment
报销 reimbursement reimburse
门诊 outpatient
住院 hospital hospitalization inpatient
看病 medical treatment doctor
治疗 treatment treat
诊疗 diagnosis treatment
护理 nursing care
康复 rehabilitation
药 drug medicine
母婴 maternal infant mother
婴幼儿 infant child
老人 elderly old aged senior
老年人 elderly old aged senior
孩子 child children
学习 study learn learning
学历 degree diploma education
教学 teaching
教材 textbook
课程 curriculum course
校园 campus school
办学 school
中小学 primary secondary school
招生 enrollment admission enroll
博士 doctor doctoral
院士 academician
专家 expert specialist
科技人员 scientist engineer technical researcher
科研 research scientific
研发 research develop development
发明 invention invent
创造 create creation creative
创意 creative creativity
转化 commercialize transform application apply
应用 application apply use
推广 promote spread extend popularize
普及 popularize spread universal access
传播 spread communication disseminate
宣传 publicity publicize
弘扬 carry promote foster spirit
传承 inherit pass heritage tradition
保存 preserve
遗产 heritage legacy
艺术 art
文学 literature literary
档案 archive
气象 meteorology meteorological weather
地质 geology geological
测绘 survey surveying mapping
地理 geographic geography
水文 hydrology hydrological
防汛 flood
抗旱 drought
洪水 flood
洪涝 flood waterlogging
干旱 drought
台风 typhoon
供水 water supply
供电 power supply electricity
通电 electricity power
用电 electricity power
电网 power grid
管网 pipe pipeline network
停车场 parking park
道路 road
农村公路 rural road
桥梁 bridge
航运 shipping
航道 waterway channel
内河 inland river
海运 maritime shipping
民航 civil aviation
乘客 passenger
旅客 passenger
货运 freight cargo
运输 transport transportation freight
拥堵 congestion
流域 basin river valley
海域 sea water maritime offshore
沿海 coastal coast
沿边 border
内陆 inland
内地 mainland
边疆 border
山区 mountain mountainous
农田 farmland cropland field
草地 grassland
林区 forest
森林覆盖率 forest coverage
沙化 desertification sandy
荒漠化 desertification
石漠化 rocky stony desertification
水土流失 erosion
水源 water source
地下水 groundwater underground
污染物 pollutant
污染源 pollution source
重金属 metal
废物 waste
废弃物 waste
化肥 fertilizer
农药 pesticide
秸秆 straw
育种 breeding
种子 seed
品种 variety
农产品 agricultural farm produce
粮 grain
棉花 cotton
油料 oil
糖 sugar
肉 meat
奶 milk dairy
蔬菜 vegetable
水果 fruit
生猪 hog pig
养殖 breed breeding aquaculture livestock
渔业 fishery fishing
林业 forestry
农户 farm farmer rural household
农垦 reclamation farm
供销社 supply marketing cooperative
林场 forest farm
产业化 industrialize commercialize industrial
规模 scale size
经营 operation operate business management
主体 entity player
企业家 entrepreneur entrepreneurship
企业家精神 entrepreneurship entrepreneurial
个体 individual self-employed
私营 private
央企 central enterprise soe
国资 state-owned asset capital
重组 restructure restructuring reorganize
兼并 merger acquisition merge
破产 bankruptcy bankrupt
清算 liquidation
上市 list listing
债权 creditor debt bond
担保 guarantee
抵押 mortgage collateral
租赁 lease leasing rent rental
理财 wealth financial
征信 credit
诚信 integrity credit faith honesty
失信 credit dishonest trust
欺诈 fraud
诈骗 fraud scam
假冒 counterfeit fake
伪劣 substandard shoddy counterfeit
广告 advertisement advertising
垄断 monopoly
壁垒 barrier
障碍 barrier obstacle
门槛 threshold barrier
歧视 discrimination discriminate
公证 notary notarial
律师 lawyer
诉讼 lawsuit litigation
纠纷 dispute
争端 dispute
矛盾 conflict contradiction problem
冲突 conflict
执法 enforcement enforce
违法 illegal violation violate unlawful
违规 violation irregularity
检察 procuratorate procuratorial
检查 inspection inspect check
监测 monitor monitoring
预警 warning
检测 test testing
检验 test inspection
评估 assess assessment evaluation evaluate
评价 evaluation assess evaluate
督导 inspection supervise
追责 accountability account accountable
惩处 punish penalty punishment
惩罚 punish punishment penalty
处罚 penalty punish penalize
打击 crack combat strike fight
整治 address rectify clean tackle
整顿 rectify overhaul
清理 overhaul clear clean review
查处 investigate punish prosecute
遏制 curb contain check
防范 prevent guard forestall
防控 prevention control
化解 defuse resolve cut address
隐患 hazard risk danger
突发 emergency sudden
重特大 major serious
伤亡 casualty death
抢险 rescue
救援 rescue relief
救灾 relief disaster
重建 rebuild reconstruction
搬迁 relocate relocation
安置 resettle resettlement placement
补短板 weakness weak shortcoming
短板 weakness weak shortcoming deficiency
薄弱 weak
难点 difficult difficulty
热点 hot focus concern
痛点 difficulty problem
瓶颈 bottleneck
差距 gap disparity
失衡 imbalance
不平衡 imbalance unbalanced uneven
不充分 inadequate insufficient
平衡 balance balanced
协调 coordinate coordination coordinated
统筹 coordinate coordination overall
衔接 link connect align
联动 linkage coordinate coordinated
互动 interact interaction
互补 complement complementary
共享 share shared
共建 build joint jointly
共赢 win-win
互利 mutual mutually
互信 trust
平等 equal equality
尊重 respect
遵守 abide observe comply
遵循 follow observe
履行 fulfill perform carry honor
履职 duty perform
承担 undertake bear shoulder assume
捍卫 defend safeguard
维护 safeguard uphold maintain protect
主权 sovereignty sovereign
领土 territorial territory
尊严 dignity
独立 independent independence
自主 independent independence autonomy
自立 self-reliance self-reliant
自强 self-reliance strength
自信 confidence
自治 autonomy autonomous self-governance
包容 inclusive inclusiveness accommodative
普惠 inclusive
友好 friendly friendship amicable
友谊 friendship
睦邻 neighborly neighbor
信任 trust
对话 dialogue
磋商 consultation
协商 consultation consultative
交流 exchange
交往 exchange contact interaction
访问 visit
出访 visit
会晤 meeting
主办 host
举办 host hold
倡议 initiative
主张 call advocate maintain
反对 oppose opposition
谴责 condemn
制裁 sanction
威胁 threat threaten
援助 aid assistance
难民 refugee
移民 immigrant immigration migrant
公民 citizen
居住 live residence reside
租房 rent rental
住宅 residential housing home
商品房 commercial housing
房价 housing price home
物业 property
买房 home house
装修 decoration renovation
家政 domestic household
餐饮 catering restaurant food
零售 retail
批发 wholesale
网上 online
线上 online
线下 offline
店 store shop
商场 mall store
消费者 consumer
商品 commodity goods product
服装 clothing garment
家电 appliance
产品质量 product quality
安全感 security
幸福 happy happiness
满意 satisfied satisfaction satisfy
便利 convenient convenience facilitate
方便 convenient convenience easier
便捷 convenient fast
快速 rapid fast quick
迅速 rapid quickly swift
高效 efficient efficiency
优质 quality high-quality
优良 good excellent fine
先进 advanced
落后 backward outdated
前沿 frontier cutting-edge forefront
尖端 cutting-edge sophisticated
领先 leading lead
关键 key crucial critical
根本 fundamental
基本 basic basically
首要 primary top
优先 priority prioritize first
突出 prominent outstanding focus salient
明显 notable marked obvious
显著 notable remarkable significant markedly
持续 continue sustained continuous
长期 long-term long
短期 short-term
中期 mid-term
当前 current currently present
目前 current currently present
未来 future
过去 past
近年来 recent
历史性 historic
前所未有 unprecedented
复杂 complex complicated
严峻 severe grim tough
艰巨 arduous formidable tough
严重 serious severe
严厉 severe tough strict
严格 strict rigorous strictly
严肃 serious strict seriously
坚决 resolute firm resolutely
坚定 firm unwavering resolute steadfast
坚持不懈 persistent unremitting
主动 initiative proactive active
自觉 conscious consciously
创造性 creative creatively
积极性 initiative enthusiasm motivation
有序 orderly order
有效 effective
合理 reasonable appropriate
合法 lawful legal legitimate
适当 appropriate
适度 appropriate moderate
充分 full fully
深入 deepen thorough further in-depth
广泛 extensive wide broad
普遍 universal common widespread
共同 common joint together shared
相互 mutual each
各级 level
各地 local region locality across
各国 country nation
各族 ethnic
各界 sector walk society
全国 national nationwide country
全民 nationwide people public
全球性 global
全社会 society
地方政府 local government
市县 city county
乡镇 township town
农贸 farm market
商会 chamber
行业 industry sector
产业链 industrial chain industry
供应链 supply chain
产业集群 industrial cluster
集群 cluster
基地 base center
中心 center
枢纽 hub
走廊 corridor
通道 channel corridor route
网 network
平安 peaceful safe safety
和谐 harmonious harmony
文明 civilization civilized civility civil
道德 moral ethic ethical
信仰 faith belief
理想 ideal
使命 mission
担当 responsibility shoulder
奉献 dedication devotion contribute
贡献 contribution contribute
英雄 hero heroic
烈士 martyr
模范 model
表彰 commend honor
荣誉 honor
节日 festival holiday
春节 spring festival
假期 holiday vacation
休假 vacation leave
休闲 leisure recreation recreational
景区 scenic
游客 tourist visitor
演出 performance
健身 fitness exercise
运动员 athlete
锻炼 exercise
饮食 diet food
营养 nutrition nutritional
健全 improve sound establish
构建 build develop establish
打造 build create develop
培育 foster cultivate nurture
培养 train cultivate foster
培训 training train
壮大 grow expand strengthen strong
做大 grow bigger expand
增强 strengthen enhance boost increase
提升 improve upgrade raise enhance
强化 strengthen intensify
巩固 consolidate strengthen
拓展 expand extend broaden
拓宽 broaden expand widen
延伸 extend extension
扩展 expand extend
激发 stimulate ignite inspire unleash energize
调动 mobilize motivate
引导 guide encourage channel
带动 drive boost lead
拉动 drive fuel boost
吸引 attract
引进 introduce attract bring
开拓 open expand explore
开发 develop development exploit
探索 explore
试验 trial experiment pilot
启动 launch start begin
出台 introduce issue
制定 formulate draw develop enact
修订 revise amend revision
修改 amend revise amendment
颁布 promulgate issue
批准 approve approval
下放 delegate delegation
压减 cut reduce
压缩 cut reduce
淘汰 phase eliminate close
关闭 close shut
停止 stop halt
限制 restrict restriction limit
放开 relax open lift remove
放宽 relax ease
简化 simplify streamline
精简 streamline cut reduce
缩短 shorten cut reduce
缩小 narrow reduce
避免 avoid prevent
消除 eliminate remove
破除 break eliminate remove
打破 break
纠正 correct rectify
改正 correct
突破 breakthrough break
攻坚 tough tackle battle
攻关 breakthrough tackle key
赶超 catch overtake
跨越 leap leapfrog
翻番 double
达到 reach
超过 exceed over more surpass
占 account percent proportion
新增 new additional increase
累计 total cumulative
人均 per capita
预期 expect expectation project
预计 expect estimate project forecast
左右 around about approximately
以上 over more above least
以内 within
亿人 million people
数量 number quantity
质 quality
速度 speed rate pace
增速 growth rate
总值 value gross total
产值 output value
产量 output production yield
利润 profit
财富 wealth
资产 asset
收益 return profit gain revenue income
`
