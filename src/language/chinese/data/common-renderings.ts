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
`
