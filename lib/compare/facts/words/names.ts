/** Lower-case words inside names: "Ursula von der Leyen", "Bank of England", "Robert De Niro". */
export const PARTICLES: ReadonlySet<string> = new Set(
  `abu al bin da das de del della dello den der des di do dos du e el ibn ter ten la las le les los of the ul van vom von y zu zum zur`.split(
    ' ',
  ),
);

/** Words before a name that tell who it is; no part of it. Lower case, several languages. */
export const TITLES: ReadonlySet<string> = new Set(
  `admiral ambassador archbishop bischof bishop brigadier bundeskanzler bundeskanzlerin bundespräsident capt captain cardinal ceo cfo chancellor chief
  cllr coach col colonel commander congressman congresswoman constable councillor cpl dame det detective doctor dr
  director doña don docteur dra emperor executive finance first foreign former frau general gen gov governor herr home hon imam insp inspector interior
  judge justice kanzler king königin könig lady lieutenant lord lt madame maire major manager mayor minister ministre ministro ministra minister-president miss mister mme mlle monsieur mr
  mep mp mps mrs ms msp mx officer papst pastor pc police pope premier premierminister president presidente presidenta präsident präsidentin prime prince princess prinz prof
  professor queen rabbi rep representative rev reverend saint san sargeant secretary senator sen señor señora sergeant sgt st ste
  sheikh sir speaker sr sra sultan superintendent supt treasurer vice`.split(/\s+/u),
);
