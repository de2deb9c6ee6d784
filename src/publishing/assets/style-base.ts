/** Colours, letters, and the frame of every page. Light and dark; nothing is told by colour alone. */
export const base = `
:root{color-scheme:light dark;
--ground:#f4f3ef;--paper:#fff;--wash:#f7f6f2;--ink:#1b1d21;--soft:#5a5f68;--line:#dedbd3;--rule:#a7a398;
--link:#1b4c82;--accent:#8f2a20;--mark:#fcefb9;--ins:#e2f2e2;--del:#fbe4e1;--focus:#1a5fb4;
--zh:"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC",STSong,"Microsoft YaHei",serif;
--zs:"PingFang SC","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif;
--la:"Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter","Noto Serif",Cambria,Georgia,serif;
--ls:system-ui,-apple-system,"Segoe UI","Noto Sans",Arial,sans-serif}
@media screen and (prefers-color-scheme:dark){:root{
--ground:#131416;--paper:#1a1c1f;--wash:#202226;--ink:#e6e4de;--soft:#a4a8af;--line:#34373c;--rule:#666a70;
--link:#9dc3f2;--accent:#e99a8f;--mark:#4c4119;--ins:#1f3a24;--del:#4a2522;--focus:#8ab8f5}}
*{box-sizing:border-box}
html{scroll-padding-top:8rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 var(--ls);overflow-wrap:break-word}
[lang|=zh]{font-family:var(--zs);line-break:strict;text-autospace:normal;text-spacing-trim:normal;overflow-wrap:anywhere}
[lang=en]{font-family:var(--ls);overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
article:focus,main:focus{outline:0}
h1,h2,h3{line-height:1.4;text-wrap:balance}
h1 [lang|=zh],h2 [lang|=zh],h3 [lang|=zh]{font-family:var(--zh)}
h1,h1 [lang=en],h2,h2 [lang=en],h3,h3 [lang=en]{font-family:var(--la)}
code{font:.8125rem/1.6 ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;overflow-wrap:anywhere}
small{font-size:.8125rem;color:var(--soft)}
.w{max-width:86rem;margin:0 auto;padding:0 2rem}
main{overflow-x:clip}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;z-index:9;background:var(--paper);padding:.5rem 1rem}
.narrow{display:none}
header.site{border-bottom:3px double var(--ink)}
header.site a{display:inline-flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:baseline;padding:1rem 0 .85rem;color:var(--ink);text-decoration:none}
header.site b{font:700 1.25rem/1.35 var(--zh);letter-spacing:.06em}
.en header.site b{font-family:var(--la);letter-spacing:0}
header.site b+span{font:1rem/1.35 var(--la)}
footer.site{margin-top:3rem;border-top:1px solid var(--line);font-size:.875rem;color:var(--soft)}
.top{padding:2.6rem 0 1.5rem}
h1{margin:0;font-size:1.75rem;font-weight:700}
h1 .z,h1>[lang|=zh]{font-size:1.0625em;line-height:1.45;letter-spacing:.02em}
h1>[lang]{display:block}
.meta{display:flex;flex-wrap:wrap;gap:.6rem 2.6rem;margin:1.4rem 0 0;font-size:.9375rem}
.meta dt{color:var(--soft);font-size:.8125rem}
.meta dd{margin:0}
.standing{margin:1.3rem 0 0;padding-left:1rem;border-left:3px solid var(--ink)}
.standing p,.prose p{margin:.15rem 0;max-width:52rem}
.bar{position:sticky;top:0;z-index:3;display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;align-items:center;background:var(--ground);border-block:1px solid var(--line);padding:.5rem 0;font-size:.9375rem;line-height:1.4}
.bar fieldset{border:0;margin:0;padding:0;min-width:0;display:flex;align-items:stretch}
.bar legend{float:left;padding:.3rem .8rem 0 0;color:var(--soft)}
.bar fieldset label{position:relative;padding:.3rem .8rem;border:1px solid var(--rule);margin-left:-1px;background:var(--paper);cursor:pointer}
.bar fieldset input{position:absolute;inset:0;opacity:0;margin:0;cursor:pointer}
.bar fieldset label:has(:checked){background:var(--ink);color:var(--paper);border-color:var(--ink)}
.bar fieldset label:has(:focus-visible){outline:3px solid var(--focus);outline-offset:2px;z-index:1}
.numbers{display:flex;gap:.45rem;align-items:center;cursor:pointer}
.numbers input{inline-size:1.05rem;block-size:1.05rem;accent-color:var(--ink)}
.bar ul{display:flex;gap:1.4rem;list-style:none;margin:0;padding:.2rem 0}
button{font:inherit;padding:.3rem .8rem;border:1px solid var(--rule);background:var(--paper);color:var(--ink);cursor:pointer}
#copy{margin-left:auto}
.body{display:grid;grid-template-columns:13.5rem minmax(0,1fr);gap:2.5rem;padding-top:1.3rem}
.contents{position:sticky;top:4.6rem;align-self:start;max-height:calc(100vh - 5rem);overflow-y:auto;font-size:.875rem;line-height:1.5}
.contents summary{color:var(--soft);font-weight:600;padding:.2rem 0 .4rem}
.contents ol{list-style:none;margin:0;padding:0;border-left:1px solid var(--rule)}
.contents a{display:block;padding:.3rem .2rem .3rem .9rem;text-decoration:none;color:var(--ink)}
.contents a:hover{text-decoration:underline}
.both .contents ol:first-of-type a span{display:block}
.contents ol:first-of-type [lang=en]{color:var(--soft)}
.contents .about{margin-top:.9rem}
@media screen and (min-width:75rem){
.contents summary{list-style:none;pointer-events:none}
.contents details::details-content{content-visibility:visible;block-size:auto}
@supports not selector(::details-content){.contents summary{pointer-events:auto}}}
.documents{list-style:none;margin:0;padding:0;background:var(--paper)}
.documents>li{padding:1.4rem 2rem;border-top:1px solid var(--line)}
.documents h2{margin:0;font-size:1.25rem}
.documents h2 a{color:inherit}
.documents h2 span{display:block}
.documents p{margin:.4rem 0;color:var(--soft)}
.documents ul{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;margin:0;padding:0}
.index h1{padding:2.6rem 0 1.4rem}
.index h1>[lang]{display:inline}
.pop{position:fixed;inset:auto;margin:0;max-width:min(22rem,calc(100vw - 2rem));padding:.7rem 1rem;border:1px solid var(--rule);background:var(--paper);color:var(--ink);font-size:.9375rem;box-shadow:0 4px 18px #0003}
.pop p{margin:.2rem 0}
@media screen and (max-width:74.99rem){
.body{grid-template-columns:minmax(0,1fr);gap:1rem}
.contents{position:static;max-height:none;background:var(--paper);padding:.6rem 1.2rem}
.contents summary{cursor:pointer}
.contents ol{margin-bottom:.6rem}}
@media screen and (max-width:51.99rem){
html{scroll-padding-top:4.5rem}
.w{padding:0 1rem}
.wide,.bar legend,.both .numbers{display:none}
.narrow{display:inline}
.top{padding:1.5rem 0 1.2rem}
h1{font-size:1.375rem}
.bar{margin-inline:-1rem;padding:.4rem .5rem;gap:.3rem}
.bar fieldset{flex:1 1 100%}
.bar fieldset label{flex:1 1 0;display:flex;justify-content:center;align-items:center;text-align:center;min-height:2.75rem;padding:.15rem .2rem;font-size:.8125rem;line-height:1.3}
.both .bar fieldset label .wide [lang],.both .bar fieldset label .narrow [lang]{display:block}
.bar ul{padding:.3rem .5rem}
#copy{position:fixed;right:1rem;bottom:1rem;box-shadow:0 2px 12px #0004;padding:.6rem 1rem}
.contents{margin-inline:-1rem}
.contents a{padding-block:.45rem}
.documents{margin-inline:-1rem}
.documents>li{padding:1.1rem 1rem}}
@media (prefers-reduced-motion:no-preference){.s{transition:background-color .12s}}
`
