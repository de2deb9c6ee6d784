/**
 * Titles of office and of learning, and forms of address, from high to low within each kind; traditional forms last. A
 * line: the title; its uses, each a letter or a hyphen; the English it may have, the usual one first.
 * d: there is a deputy (副市长). n: a person's name may follow it in a text (市长程望舒). l: it stands beside the name in the
 * label of a speaker (程望舒先生：); 记者 does not, since who is called so asks. t: it is a term by itself; 代表 and 经理 are
 * not, since they are as often verb and plain noun. Source: titles met in press conferences, reports and the news;
 * the three lists that stood in names of people, segmentation and extraction are all here. 同志 follows names (n no more).
 */
export const titles = `
书记 dnlt secretary
主席 dnlt chairman, chair, chairperson, chairwoman, president, leader, chief, head
总理 dnl- premier, prime minister, chancellor
总统 dnl-
委员 -nlt
常委 -nlt
代表 -nl-
省长 dnlt governor
市长 dnlt mayor
州长 dnlt
盟长 dnlt
旗长 dnlt
县长 dnlt county magistrate, county head, county mayor, county governor, county chief, magistrate, head, mayor, governor, chief
区长 dnlt district head, district mayor, district governor, district chief, head, mayor, governor, chief, magistrate
镇长 dnlt town mayor, town head, township head, head, mayor, chief
乡长 dnlt township head, head, mayor, chief
村长 dnlt
村支书 -nlt
老支书 -nlt
部长 dnlt
局长 dnlt director, director-general, director general, commissioner, chief, head, administrator, minister
厅长 dnlt director, director-general, director general, head, chief, commissioner, minister, secretary
司长 dnlt
处长 dnlt
科长 dnlt
主任 dnlt
秘书长 dnlt
专员 dnlt
调研员 dnl-
关长 dnlt
站长 dnlt
队长 dnlt
支队长 dnlt
总队长 dnlt
院长 dnlt
校长 dnlt president, principal, headmaster, headmistress, head, chancellor, dean, rector, schoolmaster
所长 dnlt
馆长 dnlt
台长 dnlt
社长 dnlt
行长 dnlt
会长 dnlt
理事长 dnlt
董事长 dnlt
总裁 dnlt
总经理 dnlt
经理 dnl-
总编辑 dnlt
总工程师 dnlt
负责人 -nlt
发言人 -nlt
新闻发言人 --lt
工程师 -nlt
教授 dnlt professor
研究员 dnlt
院士 -nlt
博士 -nl-
医生 -nlt
主持人 -nlt
记者 -n--
同志 --lt
先生 --lt
女士 --lt
老师 --lt
总书记 ---t
省委书记 ---t
市委书记 ---t
市委副书记 ---t
县委书记 ---t
区委书记 ---t
党委书记 ---t
党组书记 ---t
政法委书记 ---t
市委常委 ---t
组织部部长 ---t
宣传部部长 ---t
書記 -nl-
省長 -nl-
市長 -nl-
縣長 -nl-
區長 -nl-
鎮長 -nl-
鄉長 -nl-
部長 -nl-
局長 -nl-
廳長 -nl-
司長 -nl-
處長 -nl-
秘書長 -nl-
院長 -nl-
校長 -nl-
所長 -nl-
會長 -nl-
理事長 -nl-
董事長 -nl-
總經理 -nl-
總裁 -nl-
發言人 -nl-
負責人 -nl-
研究員 -nl-
`
