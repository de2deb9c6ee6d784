/** The record, the glossary and all else that follows the text. */
export const appendixStyle = `
.card{background:var(--paper);margin-top:1.3rem;padding:1.5rem 3.6rem 1.8rem}
.card h2{margin:0 0 .8rem;font-size:1.25rem}
.card h3{margin:1.5rem 0 .5rem;font-size:1.0625rem}
.card ul{padding-left:1.2rem}
.card li p{margin:.1rem 0}
#record{border-top:3px double var(--ink)}
.chain{list-style:none;margin:1.3rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));border-block:1px solid var(--ink)}
.chain li{padding:.9rem 1.2rem .9rem 0;display:flex;flex-direction:column;gap:.15rem}
.chain li+li{padding-left:1.2rem;border-left:1px solid var(--line)}
.chain b{font-size:.8125rem;font-weight:600;color:var(--soft)}
.who{font-size:1.0625rem;font-weight:600}
.chain time{font-size:.875rem;color:var(--soft)}
.both .chain time span{display:block}
.facts{margin:0;font-size:.9375rem}
.facts>div{display:grid;grid-template-columns:12rem minmax(0,1fr);gap:1rem;padding:.55rem 0;border-top:1px solid var(--line)}
.facts dt{color:var(--soft)}
.facts dt span{display:block}
.facts dd{margin:0;overflow-wrap:anywhere}
.facts p{margin:0}
.facts ul{margin:.2rem 0 0}
.note{margin:.6rem 0 0;font-size:.8125rem;color:var(--soft)}
.both .note span{display:block}
.terms{margin:1rem 0 0;columns:2 22rem;column-gap:2.6rem}
.terms>div{break-inside:avoid;padding:.5rem 0;border-top:1px solid var(--line)}
.terms>div:target{background:var(--mark);box-shadow:0 0 0 .4rem var(--mark)}
.terms dt [lang|=zh]{font-family:var(--zh);font-weight:700;margin-right:.5rem}
.terms dt [lang=en]{font-family:var(--la)}
.terms dd{margin:0;font-size:.875rem;color:var(--soft)}
.terms p{margin:.1rem 0}
.status::before{content:"◇ "}
.status.approved::before{content:"◆ "}
summary{cursor:pointer;padding:.4rem 0}
table{border-collapse:collapse;width:100%;margin-top:.6rem;font-size:.9375rem;line-height:1.5}
th,td{text-align:left;vertical-align:top;padding:.4rem 1rem .4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600;color:var(--soft);border-color:var(--ink)}
.errata,.waivers,.files{list-style:none;padding:0!important;margin:.5rem 0 0}
.errata li,.waivers li{padding:.6rem 0;border-top:1px solid var(--line)}
.errata p{margin:.3rem 0}
.errata p[lang=en]{font-family:var(--la)}
.errata p[lang|=zh]{font-family:var(--zh)}
del{background:var(--del);text-decoration-color:var(--accent)}
ins{background:var(--ins);text-decoration-thickness:2px}
.by{font-size:.875rem;color:var(--soft)}
.files li{padding:.25rem 0}
@media screen and (max-width:51.99rem){
.card{margin-inline:-1rem;padding:1.2rem 1rem 1.4rem}
.chain{grid-template-columns:minmax(0,1fr)}
.chain li+li{padding-left:0;border-left:0;border-top:1px solid var(--line)}
.facts>div{grid-template-columns:minmax(0,1fr);gap:.1rem}
th,td{padding-right:.6rem}
.terms{columns:1}}
`
