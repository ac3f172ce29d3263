/** Words by which names, titles and speakers are told. Lower case; short on purpose: they are hints, not a gazetteer. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Last words of bodies. */
export const bodyWords = words(`
  academy administration agency alliance army assembly association authority bank board brigade bureau
  cabinet centre center chamber church club coalition college commission committee confederation congress
  corps council court department directorate federation force forces foundation front fund government
  group guard inspectorate institute intelligence league mission ministry movement navy network office
  organisation organization parliament party police prosecutor secretariat senate service services society
  staff syndicate treasury tribunal trust union university`);

export const companyWords = words(`
  ag airlines airways brothers co company corp corporation enterprises freight gmbh holding holdings inc
  industries international limited llc logistics ltd marine mining motors oil partners petroleum plc sa shipping
  sons steel systems technologies telecom works`);

export const outletWords = words(`
  broadcasting bulletin chronicle courier daily dispatch gazette herald journal ledger mail messenger mirror news
  lantern observer post press radio record review standard sun telegraph television times tribune tv wire`);

export const facilityWords = words(`
  airport base bridge camp cathedral castle dam embassy factory harbour harbor hospital hotel lock
  mill mine monastery palace pier plant port prison refinery school stadium station temple terminal tower
  weir`);

export const placeWords = words(`
  bay canal cape coast county creek desert district forest gulf hill hills island islands lake mount
  mountains ocean peninsula province reach region river road sea square street strait valley village
  avenue america africa asia europe east west north south`);

/** First words of places: "River Ammer", "Upper Silesia". */
export const placeBeginnings = words(`
  river lake mount cape gulf port san santa fort upper lower north south east west northern southern eastern
  western new`);

/** In front of these a name joined by "of" goes on: "Ministry of the Interior". */
export const namedOf = words(`
  academy agency army assembly association bank bay board bureau chamber church college commission committee
  confederation council court department directorate embassy federation front gulf house institute kingdom
  league ministry monastery movement museum office organisation organization party port republic school
  society states strait tower treaty union university`);

/** Titles that stand in front of a person's name. */
export const titles = words(`
  admiral ambassador archbishop baroness bishop brigadier captain cardinal chair chairman chairwoman
  chancellor chief colonel commander commissioner congressman congresswoman corporal dame deputy director doctor
  dr emir father general governor imam inspector judge justice king lady leader lieutenant lord major mayor
  minister miss mr mrs ms mullah officer pastor pope premier president prince princess prof professor
  prosecutor queen rabbi rapporteur representative reverend secretary senator sergeant sheikh sir
  speaker spokesman spokesperson spokeswoman sultan superintendent treasurer vice`);

/** Of the titles, forms of address: nothing that anybody holds. */
export const honorifics = words(`
  admiral baroness brigadier captain colonel corporal dame doctor dr father general lady lieutenant lord major
  miss mr mrs ms prof professor reverend sergeant sir imam rabbi sheikh pastor`);

/** What may stand in front of a title and belongs to it: "Infrastructure Minister", "Prime Minister". */
export const portfolios = words(`
  acting agriculture attorney culture defence defense deputy economy education energy environment executive
  finance first foreign former health home industry infrastructure interim interior justice labor labour
  opposition police prime press prison state trade transport treasury vice`);

/** Months, days and the like: capitalised, and no names. */
export const calendarWords = words(`
  january february march april may june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter`);

/** Capitalised at the beginning of a sentence, and now and then taken for a name. */
export const neverNames = words(`
  a after again all although among an and another any are as at because before but by can could did do does during each
  even every first for from good had has have he her here his how however i if in is it its last later like many
  meanwhile more most much my neither never next no nobody none nor not now of off on once one only or other our
  out over she since so some still such than that the their then there these they this those though three
  through thus to today tomorrow two under until up was we were what when where whether which while who whoever whose
  why with without yes yesterday yet you your`);

/** Particles inside of names. */
export const nameParticles = words(
  'al af bin da de del della den der di dos du el ibn la las le los ten ter van von zu',
);

/** Verbs with which somebody is quoted, in their dictionary form. */
export const speechVerbs = words(`
  accuse acknowledge add admit advise affirm allege announce answer argue ask assert claim comment complain
  concede conclude confirm contend declare demand deny describe disclose explain express find hint insist
  maintain mention note observe promise quote recall remark reply report respond reveal say state stress suggest
  tell testify tweet urge vow warn whisper write`);

/** People who are quoted without a name. */
export const sourceNouns = words(`
  activist activists adviser advisers advisor advisors aide aides ambassador analyst analysts biologist doctor doctors
  economist engineer engineers expert experts neighbour neighbours professor scientist scientists teacher diplomat diplomats docker dockers
  eyewitness insider insiders investigator investigators journalist journalists lawmaker lawmakers lawyer lawyers
  manager managers negotiator negotiators observer observers officer officers official officials person people
  reporter reporters researcher resident residents solicitor solicitors source sources spokesman spokesmen spokesperson
  spokespeople spokeswoman spokeswomen staffer staffers villager villagers witness witnesses worker workers`);

/** Groups of people without legal form; found as plurals. */
export const groupNouns = words(`
  activists demonstrators dissidents dockers exiles factions farmers fighters fishermen growers insurgents locals
  migrants militants militias miners partisans politicians prisoners protesters protestors rebels
  refugees residents separatists settlers soldiers strikers students supporters tribesmen troops villagers
  voters workers`);

/** Buildings and the like that a text names without a name of their own. */
export const facilityNouns = words(`
  airbase annex barracks base camp consulate embassy facility factory headquarters outpost pipeline plant
  prison refinery shipyard weir`);

/** Happenings. */
export const eventNouns = words(`
  attack ambush blockade bombing clash collision conference coup crash demonstration earthquake election
  explosion fire hearing inquiry invasion investigation massacre meeting operation protest raid rally rebellion
  referendum shooting siege strike summit talks trial uprising vote war`);

export const measureNouns = words(
  'ban blockade ceasefire decree embargo sanctions tariff tariffs treaty truce',
);

/** Cities and buildings that stand for a government, and agencies that are named by letters alone. */
export const metonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kremlin: 'Organization', 'white house': 'Organization', pentagon: 'Organization', 'downing street': 'Organization',
    reuters: 'Outlet', cnn: 'Outlet', bbc: 'Outlet', 'al jazeera': 'Outlet', bloomberg: 'Outlet', politico: 'Outlet',
    'associated press': 'Outlet', tass: 'Outlet', xinhua: 'Outlet', axios: 'Outlet', npr: 'Outlet', nbc: 'Outlet', abc: 'Outlet',
    cbs: 'Outlet', afp: 'Outlet', 'le monde': 'Outlet', 'der spiegel': 'Outlet', guardian: 'Outlet',
    us: 'Country', usa: 'Country', 'u.s.': 'Country', uk: 'Country', 'u.k.': 'Country', uae: 'Country', dprk: 'Country',
    nato: 'Organization', eu: 'Organization', un: 'Organization', fsb: 'Organization', mossad: 'Organization',
  }),
); // oxfmt-ignore
