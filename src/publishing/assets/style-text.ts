/**
 * The parallel text. One document, four views, chosen by radio buttons that `:has()` reads. `.m` holds the sentences in
 * pairs and is always shown; `.en`, the English running on, only where the view sets paragraph beside paragraph. What
 * the first two buttons stand for depends on the room there is: side by side where there is width, pairs on a phone.
 */
const paragraphs = (view: string) => `
${view} .m .e{display:none}
${view} .en{display:block}
`
const sentences = (view: string) => `
${view} .en{display:none}
${view} .m,${view} .s{display:block}
${view} .m .e{display:block}
`

export const textStyle = `
article{background:var(--paper);padding:0 3.4rem 2rem 3.6rem}
.cols{position:sticky;top:3.2rem;z-index:2;margin:0 -3.4rem 0 -3.6rem;padding:.7rem 3.4rem .5rem 3.6rem;background:var(--paper);border-bottom:1px solid var(--ink);font:600 .875rem/1.4 var(--ls)}
.cols span+span{padding-left:2rem}
.r{position:relative;margin:0}
.m,article .en{margin:0;display:block}
.z,.e,.en .s{unicode-bidi:isolate}
.s{--halo:-.15em 0 var(--mark),.15em 0 var(--mark);padding-block:.2em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.m{font-family:var(--zh);font-size:1.0938rem;line-height:1.9}
.m .z{font-family:var(--zh)}
.m .e,.r .en,body.en .m{font-family:var(--la);font-size:1.0625rem;line-height:1.7}
body :is(h1,h2,h3) :is(.m,.m .e,.r .en){font-size:inherit;line-height:inherit}
.z b,.e b,.en b{font-weight:700}
.h{margin:0;padding:2rem 0 .6rem;font-size:1.25rem;font-weight:700;line-height:1.5}
h3.h{font-size:1.125rem;padding-top:1.2rem}
.h .r:first-child:not(:last-child){font-size:.8125em;color:var(--accent)}
.h .r:first-child:not(:last-child) :is(.m,.en){padding-bottom:0!important}
article :is(div,blockquote).r{margin:0 -3.4rem 0 -3.6rem;padding:0 3.4rem 0 3.6rem}
.question{background:var(--wash)}
.k{position:absolute;left:1rem;top:.75rem;margin:0;display:flex;flex-direction:column;align-items:center;width:1.6rem;font:600 .8125rem/1.25 var(--ls);color:var(--accent)}
.answer .k{color:var(--soft)}
:is(.item,.quote) :is(.m .s:first-child .z,.m .s:first-child .e,.en .s:first-child)::before{content:"";padding-left:1.4rem}
.t{color:inherit;text-decoration:underline dotted 1.5px var(--rule)}
.t:hover{text-decoration:underline solid 1px var(--link)}
.n{position:absolute;margin-top:-.75em;font:500 .6875rem/1.2 var(--ls);color:var(--soft);text-decoration:none;user-select:none;visibility:hidden;z-index:1;padding:0 .25em;background:var(--paper);border-radius:2px}
.n:hover{text-decoration:underline}
.s:hover>.n,.s:target>.n{visibility:visible}
body:has(#numbers:checked) .n{visibility:visible;position:static;background:none;margin:0;padding:0 .35em 0 0;vertical-align:.4em}
/* one language, on its own page or as a view */
.zh .m,body.en .m{max-width:44rem}
.zh .sheets,body.en .sheets{max-width:58rem}
.zh article,body.en article{padding-top:1rem}
.zh .m,body.en .m{padding:.45rem 0}
.both:has(#v3:checked) :is(.e,.en,.k [lang=en],.cols [lang=en]),.both:has(#v4:checked) :is(.z,.en,.k [lang|=zh],.cols [lang|=zh]){display:none}
.both:has(#v3:checked,#v4:checked) .m{max-width:44rem;padding:.45rem 0}
.both:has(#v3:checked,#v4:checked) article{padding-top:1rem}
.both:has(#v3:checked,#v4:checked) .cols{display:none}
.both:has(#v4:checked) .m{font-family:var(--la);font-size:1.0625rem;line-height:1.7}
.both:has(#v4:checked) :is(h1,h2,h3) .m{font-size:inherit;line-height:inherit}
/* two languages, where there is width: paragraphs by default, pairs by choice */
@media print,(min-width:52rem){
.both .cols,.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) .r{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,var(--r,1.3fr))}
${paragraphs('.both:not(:has(#v2:checked,#v3:checked,#v4:checked))')}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) .r .m{padding:.5rem 2rem .5rem 0}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) .r .en{padding:.5rem 0 .5rem 2rem;border-left:3px double var(--rule)}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) div.r .m{text-align:justify}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) h1 .r .en{border-color:transparent}
${sentences('.both:has(#v2:checked)')}
.both:has(#v2:checked) .s{--halo:none;position:relative;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,var(--r,1.3fr))}
.both:has(#v2:checked) .z{padding:.45rem 2rem .45rem 0}
.both:has(#v2:checked) .e{padding:.45rem 0 .45rem 2rem;border-left:3px double var(--rule)}
.both:has(#v2:checked) h1 .e{border-color:transparent}
.both:has(#v2:checked) :is(div,blockquote).r .s{border-top:1px solid var(--line)}
.both:has(#v2:checked) .n{position:absolute;visibility:visible;margin:0;right:-3rem;top:.95rem;width:2.6rem;padding:0;text-align:right;background:none}
.both:has(#v2:checked) h1 .n{visibility:hidden}
}
/* on a phone: pairs by default, paragraphs one above the other by choice */
@media screen and (max-width:51.99rem){
article{margin-inline:-1rem;padding:0 1rem 1.2rem}
.cols{display:none}
.m .z{line-height:1.8}
${sentences('.both:not(:has(#v2:checked,#v3:checked,#v4:checked))')}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) .e{margin-top:.35rem}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) .s{--halo:-1rem 0 var(--mark),1rem 0 var(--mark)}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) :is(div,blockquote).r .s{padding:.55rem 0 .75rem;border-top:1px solid var(--line)}
.both:not(:has(#v2:checked,#v3:checked,#v4:checked)) :is(div,blockquote).r .n{float:right;position:static;visibility:visible;margin:-.3rem 0 0 .8rem;padding:.55rem 0;background:none}
${paragraphs('.both:has(#v2:checked)')}
.both:has(#v2:checked) .r .m{padding:.6rem 0 .3rem}
.both:has(#v2:checked) .r .en{padding:.3rem 0 .8rem}
.both:has(#v2:checked) :is(div,blockquote).r .m{border-top:1px solid var(--line)}
.h{padding:1.6rem 0 .7rem}
article>.cols+.r .s:first-child,.h+.r:not(.question) .s:first-child{border-top:0!important}
h1 .m,h1 .e{line-height:1.4!important}
h1 .r+.r{margin-top:1rem}
.h .r+.r{margin-top:.5rem}
article :is(div,blockquote).r{margin:0 -1rem;padding:0 1rem}
.k,.answer .k{position:static;flex-direction:row;width:auto;gap:.35rem;padding:.7rem 0 0;border-top:1px solid var(--line)}
.both .k+.m{border-top:0!important}
.k+.m .s:first-child{border-top:0!important;padding-top:.1rem!important}}
`
