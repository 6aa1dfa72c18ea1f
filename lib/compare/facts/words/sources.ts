/** Bodies that speak, and of which there are several: what stands before the noun tells which. */
export const BODIES: ReadonlySet<string> = new Set(
  `agency army association authority board bureau channel club commission committee company council court department embassy force government
  hospital institute magazine media minister ministry navy newspaper office party police radio service team television tv union university`.split(
    /\s+/u,
  ),
);

/** Words that give a source without naming it. Lower case, several languages. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  'he she they it we i you who er sie es wir ich il elle ils elles on nous je él ella ellos ellas ele ela hij zij lui lei him them ihm ihnen eux'.split(
    ' ',
  ),
);
