/** Where a site has the text of a page: `#` before an id, `.` before a class; the first that has text is taken. */
export interface SiteRule {
  readonly site: string
  /** Elements that hold the text and nothing else. */
  readonly text: readonly string[]
  /** Where the title stands if it is not in the text; the first `h1` unless stated. */
  readonly title: readonly string[]
}

/**
 * What publishing systems call the element that holds the text of a page, the surest first: their names are their own, so
 * that no other page has them.
 */
export const siteRules: readonly SiteRule[] = [
  { site: 'WeChat', text: ['#js_content'], title: ['#activity-name', '.rich_media_title'] },
  // A note of pictures on WeChat has its words in a description.
  { site: 'WeChat, pictures', text: ['#js_image_desc', '#js_share_notice'], title: ['#js_image_content'] },
  { site: 'gov.cn', text: ['#UCAP-CONTENT', '.pages_content', '#ivs_content'], title: ['#ti', '.pages-title'] },
  {
    site: 'TRS, on sites of governments',
    text: ['.trs_editor_view', '.TRS_UEDITOR', '.trs_paper_default', '.TRS_Editor', '.TRS_PreAppend', '#td_DocContent'],
    title: [],
  },
  {
    site: 'disclosure of government information',
    text: ['.zfxxgk_zw_content', '#zoomcon', '#zoom', '#Zoom'],
    title: [],
  },
  { site: 'Ministry of Foreign Affairs', text: ['#News_Body_Txt_A', '.News_Body_Text'], title: [] },
  { site: "People's Daily", text: ['#rm_txt_zw', '.rm_txt_con', '#rwb_zw', '#ozoom'], title: [] },
  { site: 'Xinhua', text: ['#detailContent', '#detail', '#p-detail'], title: ['.head-line', '.h-title'] },
  { site: 'China Central Television', text: ['#content_area', '.content_area'], title: [] },
  { site: 'China News Service', text: ['.left_zw'], title: ['.content_left_title'] },
  { site: 'China Internet Information Center', text: ['#articleBody', '#fontzoom', '#artibody'], title: [] },
  {
    site: 'Boda, on sites of universities',
    text: ['#vsb_content', '.v_news_content', '.wp_articlecontent'],
    title: [],
  },
]
