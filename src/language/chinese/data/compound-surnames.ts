/**
 * Family names of two characters, with their reading, in order of the reading. Source: the Hundred Family Surnames
 * (百家姓) and names met in the news; 第五 and 百里 are left out, since official prose counts and measures with them.
 */
export const compoundSurnames = `
淳于 chunyu
东方 dongfang
东郭 dongguo
端木 duanmu
独孤 dugu
公孙 gongsun
公羊 gongyang
公冶 gongye
赫连 helian
皇甫 huangfu
呼延 huyan
令狐 linghu
万俟 moqi
慕容 murong
南宫 nangong
欧阳 ouyang
歐陽 ouyang
濮阳 puyang
上官 shangguan
申屠 shentu
司空 sikong
司馬 sima
司马 sima
司徒 situ
太史 taishi
太叔 taishu
澹台 tantai
闻人 wenren
夏侯 xiahou
鲜于 xianyu
西门 ximen
轩辕 xuanyuan
尉迟 yuchi
宇文 yuwen
长孙 zhangsun
钟离 zhongli
仲孙 zhongsun
諸葛 zhuge
诸葛 zhuge
宗政 zongzheng
`
