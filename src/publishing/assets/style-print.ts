/** On paper: the two columns and the record, without what is only for a screen. Pages are numbered. */
export const printStyle = `
@page{size:A4;margin:18mm 15mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
@media print{
html{font-size:9.5pt}
body{background:#fff;line-height:1.5}
.bar,.contents,.skip,.site small,footer.site,#downloads{display:none}
.w{max-width:none;padding:0}
.body{display:block;padding:0}
header.site a{padding:0 0 6pt}
.top{padding:12pt 0 8pt}
h1{font-size:15pt}
article,.card{background:none;padding:0;margin:0}
.card{margin-top:16pt;padding-top:8pt}
.cols{position:static;margin:0;padding:0 0 4pt;background:none}
.m{font-size:10pt;line-height:1.75}
.m .e,.r .en,.both:has(#v4:checked) .m{font-size:9.75pt;line-height:1.5}
.h{font-size:12pt;padding:12pt 0 4pt;break-after:avoid}
article :is(div,blockquote).r{margin:0;padding:0}
.question{background:none;border-top:.5pt solid var(--line)}
.k,.answer .k{position:static;flex-direction:row;gap:.4em;width:auto;grid-column:1/-1;padding:5pt 0 0;break-after:avoid}
.n,.both:has(#v2:checked) .n{position:static;visibility:visible;background:none;margin:0;padding:0 .3em 0 0;font-size:6.5pt;vertical-align:.4em;width:auto;text-align:left}
.both:has(#v2:checked) .s{grid-template-columns:9mm minmax(0,1fr) minmax(0,var(--r,1.3fr))}
.s,.facts>div,.chain,.terms>div,tr,.errata li{break-inside:avoid}
a,.t{color:inherit;text-decoration:none}
.chain{grid-template-columns:repeat(4,1fr)}
.both .r .m{padding-right:4mm!important}
.both .r .en{padding-left:4mm!important}
.cols span+span{padding-left:4mm}
details::details-content{content-visibility:visible;block-size:auto}
}
`
