/** What `stop-press init` writes: a watchlist that is valid as it stands and explains itself. */
export const STARTER_WATCHLIST = `# yaml-language-server: $schema=./watchlist.schema.json
# Which publications are followed, and who is told what. Check it with: stop-press validate
# All keys: docs/watchlist.md
version: 1

operator:
  # Sent to publishers with every request, so that they can reach you.
  contact: you@example.com
  # Who is told when something has silently stopped.
  alarms: you@example.com

publications:
  # The id is yours to choose and never changes: articles are stored under it.
  example-news:
    name: Example News # as subscribers see it
    # Where new articles are found. "stop-press add https://news.example" looks for these.
    feeds:
      - https://news.example/feed.xml
    # sitemaps: [https://news.example/news-sitemap.xml]
    # sections: [https://news.example/world]
    # articles: [https://news.example/2026/one-story-to-follow]

    # Only these addresses, as regular expressions.
    # include: [/world/, /politics/]
    # exclude: [/live-scores/]

    # Start here: record and report, but alert nobody. Take it out when the reports look right.
    shadow: true

# Named lists of words: an edition can be limited to them, or take them more seriously.
beats:
  floods:
    words: [flood, floods, levee, dam]
    # raiseTo: major

# What people subscribe to.
editions:
  world-desk:
    name: World desk
    # Unless given: texts for major changes, e-mail from notable on.
    # severity: { email: notable, sms: major }
    # kinds: [figure, quote, headline, correction]
    # beats: [floods]
    subscribers:
      email: [you@example.com]
      # sms: ["+441632960961"]

  morning-digest:
    name: Morning digest
    digest: { at: "07:00", timeZone: Europe/London }
    subscribers:
      email: [you@example.com]
`;
