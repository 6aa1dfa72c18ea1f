/** The last words of `npm test`. */
import { FULL_TIER_ONLY, REFEREED } from './tiers.ts';

console.log(
  `Left out: ${FULL_TIER_ONLY.join(', ')} (want Chromium, or minutes), and ${REFEREED.join(', ')} against the referee (wants moto from PyPI).
\`npm run test:all\` runs everything.`,
);
