/**
 * Words that end in a full stop without ending a sentence, lower case, without the final stop. Sorted, Slavic and Turkish ranks and streets last.
 * One list for all languages: an abbreviation of one is hardly ever the last word of a sentence in another.
 */

/** Always followed by what they belong to: titles, "No.", "z. B.", "p. ej.". Never the end of a sentence. */
export const LEADING: ReadonlySet<string> = new Set(
  `abb abs abt adm anm apdo approx arch asst att attn aufl av avv bd bgm bijv brig bros bsp bzw ca capt cdte cf chr
  cia cie cmdr cnel co-op col comdr cpl cpt d.h dept det dhr dipl doc dott dr dra drs dtl dz dña e.g eds ee engr
  esp evtl exc exma exmo exp expr ext fam figs fr frl ft gal geb gebr gem gest ggf gov gral hl hr hrn hrsg hw i.d.r
  i.e incl ing inkl insb insp jh jhd kap kcal kl lic lt ltn maj mevr mgr mio mlle mm mme mons mr mrd mrs ms msgr mt
  mtra mtro mwst ndr nr nro núm núms o.a o.g op osv p.ej p.ex pfc pfr pg pgs ph.d phil pp ppal pr pral pres prof
  profa profr rd reps resp revd rit seg sens sgt sig sigg sog spr sr sra sras sres srta sta ste sto str supt tel
  tfno u.a u.s.w ud uds univ usw v.a vd vds ven vgl vol vols vs z.b z.t ziff zit zt zw zzgl álv
  asp bryg doç kom kpt mł nadinsp nadkom ogn płk podkom ppłk ppor por proc sierż szt вул им ім ул`.split(/\s+/u),
);

/** The same, where the word in lower case is a word of its own ("art", "sec"): only with a capital. */
export const LEADING_CAPITALISED: ReadonlySet<string> = new Set('al art fig gen hon rep rev rt sec sen st'.split(' '));

/** May stand before what follows or end the sentence: only a word that opens sentences tells. */
export const EITHER_WAY: ReadonlySet<string> = new Set(
  `a.c a.d a.m a.s ave b.c blvd bsc co corp d.c dc e.u e.v ee.uu esq etc gmbh inc jr ltd ltda m.a m.d mph n.chr n.v
  n.y p.m ph.d plc pty r.i.p s.a s.l s.p.a s.r.l snr sr u.k u.n u.s u.s.a u.s.s.r v.chr`.split(/\s+/u),
);

/** Before a number only: "No. 10", "Sept. 12", "p. 5". Elsewhere the stop ends a sentence ("He said no."). */
export const BEFORE_NUMBER: ReadonlySet<string> = new Set(
  `apr art aug c chap cl dec des dez déc feb fig fév févr gen hab jan janv juil jul jun l mai mar mrz mär n no nos
  nov núm oct ok okt ou p pág págs rn sec sep sept set st t v`.split(/\s+/u),
);

/** Abbreviated month names stand before a day ("Oct. 31") and after one ("31. Okt. 2024"). */
export const MONTHS: ReadonlySet<string> = new Set(
  'apr aug dec dez déc ene feb fév févr gen jan janv juil jul jun mar mär mrz nov oct okt ott sep sept set'.split(' '),
);
