/**
 * Words in class names and ids that name something other than the article. Publishers everywhere name their markup
 * in English, mostly; other languages are listed where they were seen.
 */

/** Not the article, however much text it holds, unless the headline stands inside. */
export const STRONG_WORDS: ReadonlySet<string> = new Set(
  `
  comment comments commentlist comment-list disqus livefyre respond kommentare kommentar commentaires comentarios commenti reader-comments
  related relateds related-articles related-posts related-content related-stories related-links relatedposts relatedarticles similar
  recommended recommendation recommendations recommend recirc recirculation outbrain taboola zergnet revcontent plista
  newsletter newsletters newsletter-signup mailing-list mailchimp signup sign-up email-signup
  share shares sharing sharebar share-bar sharebuttons share-buttons social-share social-sharing sharedaddy addthis addtoany a2a sociallinks partage partager compartir condividi compartilhar teilen udostepnij paylas paylasim social-links socialbar social-bar social-media social-buttons social-icons
  breadcrumb breadcrumbs breadcrump kicker-breadcrumb
  sidebar side-bar sidebars rightrail right-rail leftrail rail
  cookie cookies cookie-banner consent gdpr cmp onetrust didomi
  most-read mostread most-popular mostpopular most-viewed trending popular-posts meistgelesen top-stories topstories
  read-more readmore read-next readnext read-also more-stories more-news more-on more-from morefrom further-reading see-also lire-aussi leia-mais weiterlesen mehr-zum lesetipps zie-ook lees-ook
  crosspromo upsell cross-sell
  advert adverts advertisement advertising advertorial adslot ad-slot adbox ad-box adunit ad-unit adcontainer ad-container ad-wrapper adwrapper google-ad dfp gpt-ad anzeige werbung publicidad publicite pubblicita reklama reklame annons
  sponsored sponsor sponsors native-ad
  nav navbar navigation subnav navi menu mainmenu submenu topmenu sitemap megamenu
  footer site-footer page-footer pagefooter colophon
  pagination pager paginator pagenav page-links post-navigation posts-navigation prev-next
  screen-reader sr-only visually-hidden visuallyhidden skip-link skiplink skip-to hidden-accessible assistive
  author-bio authorbio author-box authorbox author-info about-author about-the-author author-card author-description bio biography autorenbox
  taglist tag-list tags tag-links article-tags post-tags entry-tags keywords topic-list topics-list tagcloud schlagworte hashtags
  donate donation donations membership contribute crowdfunding
  login log-in register signin sign-in
  poll quiz survey voting
  feedback reactions reaction rating ratings
  weather horoscope stock-ticker
  modal popup pop-up popover lightbox tooltip toast overlay offcanvas
  jp-relatedposts wp-block-latest-posts wp-block-comments wp-block-post-navigation
  print-only printonly only-print
  audio-player podcast-player video-player jwplayer brightcove read-aloud tts
  entry-footer post-footer article-footer articlefooter story-footer entry-meta post-meta postmeta article-meta articlemeta story-meta entry-info postinfo metadata
  byline bylines article-byline dateline-author post-author entry-author authors author-name
  carousel slick swiper slideshow
  `
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Not the article when what it holds is short or linked: the same names are given to openings and to boxes about other stories. */
export const TEASER_WORDS: ReadonlySet<string> = new Set(
  `teaser teasers teaser-list articleteaser promo promos promobox promotion`.split(/\s+/u),
);

/** Not the article when it holds little of the page's prose. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  `
  ad ads banner banners billboard leaderboard skyscraper
  social toolbar tools actions buttons button icons
  author autor auteur autore verfasser
  meta date datetime time timestamp published pubdate publish-date updated reading-time readtime read-time dauer
  widget widgets infobox-links linklist link-list links linkbox linklists
  popular latest newest hot recent recent-posts featured-posts
  gallery galerie bildergalerie galleries photos
  subscribe subscription subscriptions abo abonnement paywall piano paid-barrier offer offers
  header masthead topbar top-bar kicker overline eyebrow roofline spitzmarke
  caption captions wp-caption-text image-caption credit credits copyright source-credit
  video videos player audio podcast embed-caption
  rubric category categories section-label label labels flag badge
  views viewcount counter counts likes
  disclaimer legal imprint
  contents toc table-of-contents
  print email whatsapp telegram
  search searchbox searchform
  app-promo appstore app-download download-app
  support report-error correction-form
  loading placeholder spinner
  `
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Of an inline element only what is never a word of its sentence. */
export const INLINE_WORDS: ReadonlySet<string> = new Set(
  `sr-only screen-reader visually-hidden visuallyhidden tooltip share sharing share-buttons hidden-accessible assistive adslot advertisement`.split(
    ' ',
  ),
);
