// 2026-01-28-cia-annex-venezuela: the article, the entities it names, and what it says about them.
// Written by hand, claim by claim, in the order of the text; cypher/README.md explains the rules.

// ---------------------------------------------------------------------------------------------
// The article
// ---------------------------------------------------------------------------------------------
// The text is as printed. Only the header line " date 2026-01-28 " in front of it was dropped.
// It names neither a title nor an outlet, so both are left out. Trump's answer is printed twice.

MERGE (a:Article {id: '2026-01-28-cia-annex-venezuela'})
SET a += {
  publishedAt: '2026-01-28',
  basedOn: '2026-01-27-cnn-cia-venezuela',
  text: 'The CIA is "quietly working" to establish a permanent footprint inside Venezuela to shape the country\'s post-Maduro trajectory, according to a CNN report Tuesday - or rather it\'s not-so-quietly, with sources saying Washington intends to run Caracas much the way it penetrated Ukraine after 2014.

While the State Department is planning an eventual reopening of a formal US embassy, setting up a CIA annex has been elevated to "priority number one," an unnamed US official told CNN - though there are serious questions as to why the agency would want to advertise this all over CNN.

From that base, agency operatives would engage with the interim government of Delcy Rodríguez, cultivate opposition factions, and "target third parties who may be threats," according to the source.

A former US official described the annex as a workaround to traditional diplomacy:

"Before diplomatic channels the annex can help set up liaison channels… that will allow conversations that diplomats cannot have."

In other words, the intelligence apparatus moves first, with formal diplomacy to follow. According to the unnamed official:

"State plants the flag but CIA is really the influence," one source familiar with the planning process told CNN, noting the agency’s near-term objectives include setting the stage for diplomatic efforts – including relationship building with locals – and providing security.

Of course, no thinking person was entertaining any illusions that it would be anything less than a Langley outpost in Latin America. This is par for the South American course.

CNN notes, "The US has routinely sent CIA directors or top intelligence officials to have sensitive meetings with world leaders to discuss sensitive matters that are based on US intelligence collection."

However, President Rodríguez (former VP, now US-backed) has publicly pushed back against Washington this week in a rare first since the US military invasion and overthrow of Nicolás Maduro, asserting she has had "enough" of US directives.

While President Trump has declared that Washington would effectively "run" Venezuela, he later endorsed Rodríguez as a temporary caretaker during the transition, despite her being as hardcore a Leftist pro-Maduro figure as anyone.

"Enough already of Washington’s orders regarding politicians in Venezuela," she had said days ago.

Among the first US actions has been to cut off Venezuela\'s oil supply to nearby ally Cuba, which threatens to sink the island-nation\'s economy further, after it has endured many decades of Washington sanctions.

Despite this big talk of distancing herself from American interests, Rodríguez warmly greeted CIA Director John Ratcliffe this month, and there was even a photo op. Ratcliffe, as the first top US official to meet with her in the wake of the Jan.3rd military operation, reportedly delivering Trump\'s conditions for resetting relations.

Reporter: The President of Venezuela says she has stopped taking orders from you. What do you say?



Trump: I don\'t know exactly what\'s going on there, but I haven\'t heard that at all.



Trump: I don\'t know exactly what\'s going on there, but I haven\'t heard that at all.

We have a very good relationship.

The fact that she has even remained in power this long suggests that she is playing ball behind the scenes, and that any anti-American public declarations are primarily for Venezuelan domestic consumption.'
};

// The report it retells: known of, not held.
MERGE (a:Article {id: '2026-01-27-cnn-cia-venezuela'})
SET a += {publisher: 'CNN', outlet: 'cnn', publishedAt: '2026-01-27'};

// ---------------------------------------------------------------------------------------------
// The entities
// ---------------------------------------------------------------------------------------------

// People

MERGE (e:Entity {id: 'donald-trump'}) SET e:Person:Source, e += {
  name: 'Donald Trump', aliases: ['Trump', 'President Trump'],
  description: 'President; asked by a reporter about Rodríguez.'
};
MERGE (e:Entity {id: 'delcy-rodriguez'}) SET e:Person:Source, e += {
  name: 'Delcy Rodríguez', aliases: ['Rodríguez', 'President Rodríguez'],
  description: 'Heads the interim government of Venezuela; formerly vice president.'
};
MERGE (e:Entity {id: 'john-ratcliffe'}) SET e:Person, e += {
  name: 'John Ratcliffe', aliases: ['Ratcliffe', 'CIA Director John Ratcliffe'],
  description: 'Director of the CIA.'
};
MERGE (e:Entity {id: 'nicolas-maduro'}) SET e:Person, e += {
  name: 'Nicolás Maduro', aliases: ['Maduro'],
  description: 'Overthrown in the US military operation of 3 January 2026.'
};

// Groups of people

MERGE (e:Entity {id: 'opposition-factions-venezuela'}) SET e:Group, e += {
  name: 'opposition factions in Venezuela', aliases: ['opposition factions'],
  description: 'Factions that the CIA is said to mean to cultivate.'
};
MERGE (e:Entity {id: 'third-parties-venezuela'}) SET e:Group, e += {
  name: 'third parties who may be threats', aliases: ['third parties'],
  description: 'Whom the CIA is said to mean to target; not described further.'
};
MERGE (e:Entity {id: 'locals-venezuela'}) SET e:Group, e += {
  name: 'locals in Venezuela', aliases: ['locals'],
  description: 'People with whom the CIA is said to mean to build relationships.'
};
MERGE (e:Entity {id: 'politicians-venezuela'}) SET e:Group, e += {
  name: 'politicians in Venezuela',
  description: 'Whom Washington\'s orders concern, in the words of Rodríguez.'
};
MERGE (e:Entity {id: 'public-venezuela'}) SET e:Group, e += {
  name: 'public in Venezuela', aliases: ['Venezuelan domestic consumption'],
  description: 'The domestic audience of public declarations.'
};
MERGE (e:Entity {id: 'top-us-intelligence-officials'}) SET e:Group, e += {
  name: 'top US intelligence officials', aliases: ['top intelligence officials'],
  description: 'Sent to meet world leaders, according to CNN.'
};
MERGE (e:Entity {id: 'world-leaders'}) SET e:Group, e += {
  name: 'world leaders',
  description: 'Whom CIA directors and top intelligence officials meet, according to CNN.'
};

// Bodies

MERGE (e:Entity {id: 'cia'}) SET e:Organization, e += {
  name: 'Central Intelligence Agency', aliases: ['CIA', 'Langley', 'the agency', 'agency operatives', 'the intelligence apparatus'],
  description: 'Intelligence agency of the United States.'
};
MERGE (e:Entity {id: 'us-state-department'}) SET e:Organization, e += {
  name: 'US State Department', aliases: ['State Department', 'State'],
  description: 'Said to be planning the reopening of a US embassy.'
};
MERGE (e:Entity {id: 'us-military'}) SET e:Organization, e += {
  name: 'US military',
  description: 'Carried out the operation of 3 January 2026.'
};
MERGE (e:Entity {id: 'interim-government-venezuela'}) SET e:Organization, e += {
  name: 'interim government of Venezuela', aliases: ['interim government', 'interim government of Delcy Rodríguez'],
  description: 'Government of Delcy Rodríguez.'
};
MERGE (e:Entity {id: 'cnn'}) SET e:Outlet:Source, e += {
  name: 'CNN',
  description: 'Published the report of 27 January 2026 that the article retells.'
};

// Offices

MERGE (e:Entity {id: 'cia-director'}) SET e:Role, e += {
  name: 'Director of the CIA', aliases: ['CIA Director', 'CIA directors'],
  description: 'Office that John Ratcliffe holds.'
};
MERGE (e:Entity {id: 'president-of-the-united-states'}) SET e:Role, e += {
  name: 'President of the United States', aliases: ['President'],
  description: 'Office that Donald Trump holds.'
};
MERGE (e:Entity {id: 'president-of-venezuela'}) SET e:Role, e += {
  name: 'President of Venezuela', aliases: ['President'],
  description: 'Office that Delcy Rodríguez holds.'
};
MERGE (e:Entity {id: 'vice-president-of-venezuela'}) SET e:Role, e += {
  name: 'Vice President of Venezuela', aliases: ['VP'],
  description: 'Office that Delcy Rodríguez held before.'
};
MERGE (e:Entity {id: 'caretaker-of-venezuela'}) SET e:Role, e += {
  name: 'temporary caretaker of Venezuela', aliases: ['temporary caretaker'],
  description: 'What Trump endorsed Rodríguez as, during the transition.'
};

// Countries and places

MERGE (e:Entity {id: 'united-states'}) SET e:Country, e += {
  name: 'United States', aliases: ['US', 'USA', 'Washington']
};
MERGE (e:Entity {id: 'venezuela'}) SET e:Country, e += {
  name: 'Venezuela', aliases: ['Caracas']
};
MERGE (e:Entity {id: 'cuba'}) SET e:Country, e += {
  name: 'Cuba', aliases: ['the island-nation'],
  description: 'Nearby ally of Venezuela.'
};
MERGE (e:Entity {id: 'ukraine'}) SET e:Country, e += {
  name: 'Ukraine'
};
MERGE (e:Entity {id: 'latin-america'}) SET e:Place, e += {
  name: 'Latin America'
};
MERGE (e:Entity {id: 'south-america'}) SET e:Place, e += {
  name: 'South America'
};

// Facilities

MERGE (e:Entity {id: 'cia-footprint-venezuela'}) SET e:Facility, e += {
  name: 'permanent CIA footprint in Venezuela', aliases: ['permanent footprint', 'permanent CIA presence', 'Langley outpost'],
  description: 'Lasting presence that the CIA is said to be working to establish.'
};
MERGE (e:Entity {id: 'cia-annex-venezuela'}) SET e:Facility, e += {
  name: 'CIA annex in Venezuela', aliases: ['CIA annex', 'annex', 'that base'],
  description: 'Base that the CIA is said to be setting up.'
};
MERGE (e:Entity {id: 'us-embassy-venezuela'}) SET e:Facility, e += {
  name: 'US embassy in Venezuela', aliases: ['US embassy', 'embassy'],
  description: 'Formal embassy whose eventual reopening is said to be planned.'
};

// Happenings

MERGE (e:Entity {id: 'us-operation-venezuela-2026-01-03'}) SET e:Event, e += {
  name: 'US military operation of 3 January 2026', aliases: ['Jan.3rd military operation', 'US military invasion and overthrow of Nicolás Maduro'], date: '2026-01-03',
  description: 'Invasion in which Nicolás Maduro was overthrown.'
};
MERGE (e:Entity {id: 'rodriguez-ratcliffe-meeting-2026-01'}) SET e:Event, e += {
  name: 'meeting of Rodríguez and Ratcliffe', aliases: ['photo op'], date: '2026-01',
  description: 'The CIA Director was greeted warmly, and there was a photo op.'
};
MERGE (e:Entity {id: 'us-oil-cutoff-cuba'}) SET e:Measure, e += {
  name: 'cut-off of Venezuelan oil to Cuba', aliases: ['oil cut-off'],
  description: 'Among the first US actions.'
};
MERGE (e:Entity {id: 'us-sanctions-cuba'}) SET e:Measure, e += {
  name: 'US sanctions on Cuba', aliases: ['Washington sanctions'],
  description: 'In force for many decades.'
};

// Things and topics

MERGE (e:Entity {id: 'cnn-report-2026-01-27'}) SET e:Report, e += {
  name: 'CNN report of 27 January 2026', aliases: ['CNN report'],
  description: 'Report on the plans of the CIA in Venezuela that the article retells.'
};
MERGE (e:Entity {id: 'venezuelan-oil'}) SET e:Resource, e += {
  name: 'Venezuelan oil', aliases: ['Venezuela\'s oil supply', 'oil supply'],
  description: 'Supplied to Cuba until the United States cut it off.'
};
MERGE (e:Entity {id: 'cuban-economy'}) SET e:Topic, e += {
  name: 'economy of Cuba', aliases: ['the island-nation\'s economy']
};
MERGE (e:Entity {id: 'us-diplomacy-venezuela'}) SET e:Topic, e += {
  name: 'formal US diplomacy in Venezuela', aliases: ['traditional diplomacy', 'formal diplomacy', 'diplomatic channels', 'diplomatic efforts'],
  description: 'What the annex is said to prepare and to work around.'
};
MERGE (e:Entity {id: 'liaison-channels-venezuela'}) SET e:Topic, e += {
  name: 'liaison channels',
  description: 'For conversations that diplomats cannot have.'
};
MERGE (e:Entity {id: 'transition-venezuela'}) SET e:Topic, e += {
  name: 'transition in Venezuela', aliases: ['transition', 'post-Maduro trajectory'],
  description: 'The time after Maduro.'
};

// Unnamed sources, one by one: two descriptions may be one person, and nothing here decides that

MERGE (e:Entity {id: 'unnamed-sources-cnn-2026-01-27'}) SET e:Group:Source, e += {
  name: 'unnamed sources (CNN, 2026-01-27)', aliases: ['sources'], anonymous: true,
  description: 'Say that Washington intends to run Caracas; whose sources they are is not printed.'
};
MERGE (e:Entity {id: 'unnamed-us-official-cnn-2026-01-27'}) SET e:Person:Source, e += {
  name: 'unnamed US official (CNN, 2026-01-27)', aliases: ['unnamed US official', 'unnamed official', 'the source'], anonymous: true,
  description: 'Spoke to CNN about the annex.'
};
MERGE (e:Entity {id: 'former-us-official-cnn-2026-01-27'}) SET e:Person:Source, e += {
  name: 'former US official (CNN, 2026-01-27)', aliases: ['former US official'], anonymous: true,
  description: 'Described what the annex is for.'
};
MERGE (e:Entity {id: 'source-familiar-with-planning-cnn-2026-01-27'}) SET e:Person:Source, e += {
  name: 'source familiar with the planning (CNN, 2026-01-27)', aliases: ['source familiar with the planning process'], anonymous: true,
  description: 'Spoke to CNN about State and the CIA; perhaps the unnamed US official.'
};
MERGE (e:Entity {id: 'unnamed-reporter-2026-01-28'}) SET e:Person:Source, e += {
  name: 'unnamed reporter (2026-01-28)', aliases: ['Reporter'], anonymous: true,
  description: 'Asked Trump about Rodríguez; outlet and day are not printed.'
};

// The article's own voice

MERGE (e:Entity {id: 'voice-2026-01-28-cia-annex-venezuela'}) SET e:Source:Voice, e += {
  name: 'the article\'s own voice'
};

// ---------------------------------------------------------------------------------------------
// What the article mentions
// ---------------------------------------------------------------------------------------------

MATCH (a:Article {id: '2026-01-28-cia-annex-venezuela'})
UNWIND [
  'donald-trump', 'delcy-rodriguez', 'john-ratcliffe', 'nicolas-maduro',
  'opposition-factions-venezuela', 'third-parties-venezuela', 'locals-venezuela',
  'politicians-venezuela', 'public-venezuela', 'top-us-intelligence-officials', 'world-leaders',
  'cia', 'us-state-department', 'us-military', 'interim-government-venezuela', 'cnn',
  'cia-director', 'president-of-the-united-states', 'president-of-venezuela',
  'vice-president-of-venezuela', 'caretaker-of-venezuela',
  'united-states', 'venezuela', 'cuba', 'ukraine', 'latin-america', 'south-america',
  'cia-footprint-venezuela', 'cia-annex-venezuela', 'us-embassy-venezuela',
  'us-operation-venezuela-2026-01-03', 'rodriguez-ratcliffe-meeting-2026-01',
  'us-oil-cutoff-cuba', 'us-sanctions-cuba',
  'cnn-report-2026-01-27', 'venezuelan-oil', 'cuban-economy', 'us-diplomacy-venezuela',
  'liaison-channels-venezuela', 'transition-venezuela',
  'unnamed-sources-cnn-2026-01-27', 'unnamed-us-official-cnn-2026-01-27',
  'former-us-official-cnn-2026-01-27', 'source-familiar-with-planning-cnn-2026-01-27',
  'unnamed-reporter-2026-01-28'
] AS id
MATCH (e:Entity {id: id})
MERGE (a)-[:MENTIONS]->(e);

// ---------------------------------------------------------------------------------------------
// The claims, in the order of the text
// ---------------------------------------------------------------------------------------------

// Paragraph 1: the CIA is "quietly working" ...

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'cia-footprint-venezuela'})
MERGE (a)-[r:ESTABLISHES {id: '2026-01-28-cia-annex-venezuela/cia-sets-up-footprint'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'The CIA is "quietly working" to establish a permanent footprint inside Venezuela',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia-footprint-venezuela'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:LOCATED_IN {id: '2026-01-28-cia-annex-venezuela/footprint-in-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'to establish a permanent footprint inside Venezuela',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:INFLUENCES {id: '2026-01-28-cia-annex-venezuela/cia-shapes-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'to shape the country\'s post-Maduro trajectory',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'transition-venezuela'})
MERGE (a)-[r:INFLUENCES {id: '2026-01-28-cia-annex-venezuela/cia-shapes-transition'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'to shape the country\'s post-Maduro trajectory',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cnn'}), (b:Entity {id: 'cnn-report-2026-01-27'})
MERGE (a)-[r:PUBLISHED {id: '2026-01-28-cia-annex-venezuela/cnn-published-report'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'according to a CNN report Tuesday',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01-27', dateText: 'Tuesday'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:CONTROLS {id: '2026-01-28-cia-annex-venezuela/us-intends-to-run-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'sources saying Washington intends to run Caracas',
  attributedTo: ['unnamed-sources-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'Whose sources is not printed; read as those of the CNN report, which the sentence is about.'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'ukraine'})
MERGE (a)-[r:INFILTRATED {id: '2026-01-28-cia-annex-venezuela/us-penetrated-ukraine'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'reported',
  quote: 'much the way it penetrated Ukraine after 2014',
  attributedTo: ['unnamed-sources-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  from: '2014', dateText: 'after 2014',
  note: 'Said inside what the sources say; nothing in the text tells it apart from the author\'s own words.'
};

MATCH (a:Entity {id: 'ukraine'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:RESEMBLES {id: '2026-01-28-cia-annex-venezuela/venezuela-like-ukraine'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'Washington intends to run Caracas much the way it penetrated Ukraine after 2014',
  attributedTo: ['unnamed-sources-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

// Paragraph 2: while the State Department is planning ...

MATCH (a:Entity {id: 'us-state-department'}), (b:Entity {id: 'us-embassy-venezuela'})
MERGE (a)-[r:ESTABLISHES {id: '2026-01-28-cia-annex-venezuela/state-reopens-embassy'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'the State Department is planning an eventual reopening of a formal US embassy',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'us-embassy-venezuela'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:LOCATED_IN {id: '2026-01-28-cia-annex-venezuela/embassy-in-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'an eventual reopening of a formal US embassy',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'The country is that of the paragraph before.'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'us-embassy-venezuela'})
MERGE (a)-[r:OPERATES {id: '2026-01-28-cia-annex-venezuela/us-operates-embassy'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'an eventual reopening of a formal US embassy',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'cia-annex-venezuela'})
MERGE (a)-[r:ESTABLISHES {id: '2026-01-28-cia-annex-venezuela/cia-sets-up-annex'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'setting up a CIA annex',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia-annex-venezuela'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:LOCATED_IN {id: '2026-01-28-cia-annex-venezuela/annex-in-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'setting up a CIA annex',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'The country is that of the paragraph before.'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'cia-annex-venezuela'})
MERGE (a)-[r:SUPPORTS {id: '2026-01-28-cia-annex-venezuela/annex-first-priority'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'reported',
  quote: 'setting up a CIA annex has been elevated to "priority number one," an unnamed US official told CNN',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'Who raised it is not printed; read as the US government.'
};

MATCH (a:Entity {id: 'unnamed-us-official-cnn-2026-01-27'}), (b:Entity {id: 'cnn'})
MERGE (a)-[r:TOLD {id: '2026-01-28-cia-annex-venezuela/official-told-cnn'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'an unnamed US official told CNN',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'cnn'})
MERGE (a)-[r:TOLD {id: '2026-01-28-cia-annex-venezuela/cia-advertises-on-cnn'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'questioned',
  quote: 'there are serious questions as to why the agency would want to advertise this all over CNN',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  note: 'The author says before: "or rather it\'s not-so-quietly".'
};

// Paragraph 3: from that base ...

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'cia-annex-venezuela'})
MERGE (a)-[r:OPERATES {id: '2026-01-28-cia-annex-venezuela/cia-operates-annex'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'From that base, agency operatives would engage with the interim government',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'interim-government-venezuela'})
MERGE (a)-[r:LIAISES_WITH {id: '2026-01-28-cia-annex-venezuela/cia-engages-government'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'agency operatives would engage with the interim government of Delcy Rodríguez',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'interim-government-venezuela'})
MERGE (a)-[r:LEADS {id: '2026-01-28-cia-annex-venezuela/rodriguez-leads-government'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the interim government of Delcy Rodríguez',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'opposition-factions-venezuela'})
MERGE (a)-[r:CULTIVATES {id: '2026-01-28-cia-annex-venezuela/cia-cultivates-opposition'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'cultivate opposition factions',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'third-parties-venezuela'})
MERGE (a)-[r:TARGETS {id: '2026-01-28-cia-annex-venezuela/cia-targets-third-parties'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: '"target third parties who may be threats," according to the source',
  attributedTo: ['unnamed-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

// Paragraphs 4 and 5: a former US official described the annex ...

MATCH (a:Entity {id: 'former-us-official-cnn-2026-01-27'}), (b:Entity {id: 'cia-annex-venezuela'})
MERGE (a)-[r:COMMENTED_ON {id: '2026-01-28-cia-annex-venezuela/former-official-on-annex'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'A former US official described the annex as a workaround to traditional diplomacy',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'Whom the former official told is not printed; read as CNN, whose report the paragraph retells.'
};

MATCH (a:Entity {id: 'cia-annex-venezuela'}), (b:Entity {id: 'us-diplomacy-venezuela'})
MERGE (a)-[r:PRECEDES {id: '2026-01-28-cia-annex-venezuela/annex-before-diplomacy'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'predicted',
  quote: 'Before diplomatic channels the annex can help set up liaison channels',
  attributedTo: ['former-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia-annex-venezuela'}), (b:Entity {id: 'liaison-channels-venezuela'})
MERGE (a)-[r:SUPPORTS {id: '2026-01-28-cia-annex-venezuela/annex-helps-liaison'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'predicted',
  quote: 'the annex can help set up liaison channels… that will allow conversations that diplomats cannot have',
  attributedTo: ['former-us-official-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

// Paragraph 6: in other words ...

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'us-diplomacy-venezuela'})
MERGE (a)-[r:PRECEDES {id: '2026-01-28-cia-annex-venezuela/cia-before-diplomacy'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'the intelligence apparatus moves first, with formal diplomacy to follow',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

// Paragraph 7: "State plants the flag ..."

MATCH (a:Entity {id: 'us-state-department'}), (b:Entity {id: 'us-embassy-venezuela'})
MERGE (a)-[r:ESTABLISHES {id: '2026-01-28-cia-annex-venezuela/state-plants-flag'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: '"State plants the flag but CIA is really the influence," one source familiar with the planning process told CNN',
  attributedTo: ['source-familiar-with-planning-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'A figure of speech for the formal presence. The line before announces the words as those of the unnamed official.'
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:INFLUENCES {id: '2026-01-28-cia-annex-venezuela/cia-is-the-influence'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'CIA is really the influence',
  attributedTo: ['source-familiar-with-planning-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'The line before announces the words as those of the unnamed official.'
};

MATCH (a:Entity {id: 'source-familiar-with-planning-cnn-2026-01-27'}), (b:Entity {id: 'cnn'})
MERGE (a)-[r:TOLD {id: '2026-01-28-cia-annex-venezuela/source-told-cnn'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'one source familiar with the planning process told CNN',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'us-diplomacy-venezuela'})
MERGE (a)-[r:SUPPORTS {id: '2026-01-28-cia-annex-venezuela/cia-sets-stage'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'the agency’s near-term objectives include setting the stage for diplomatic efforts',
  attributedTo: ['source-familiar-with-planning-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'locals-venezuela'})
MERGE (a)-[r:CULTIVATES {id: '2026-01-28-cia-annex-venezuela/cia-cultivates-locals'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'including relationship building with locals',
  attributedTo: ['source-familiar-with-planning-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'us-diplomacy-venezuela'})
MERGE (a)-[r:PROTECTS {id: '2026-01-28-cia-annex-venezuela/cia-provides-security'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'setting the stage for diplomatic efforts – including relationship building with locals – and providing security',
  attributedTo: ['source-familiar-with-planning-cnn-2026-01-27', 'cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'Whose security is not printed; read as that of the diplomatic efforts.'
};

// Paragraph 8: of course, no thinking person ...

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'cia-footprint-venezuela'})
MERGE (a)-[r:OPERATES {id: '2026-01-28-cia-annex-venezuela/langley-outpost'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'it would be anything less than a Langley outpost in Latin America',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  note: '"It" is read as the footprint of paragraph 1, not as the annex alone.'
};

MATCH (a:Entity {id: 'cia-footprint-venezuela'}), (b:Entity {id: 'latin-america'})
MERGE (a)-[r:LOCATED_IN {id: '2026-01-28-cia-annex-venezuela/outpost-in-latin-america'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'a Langley outpost in Latin America',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia'}), (b:Entity {id: 'south-america'})
MERGE (a)-[r:INFLUENCES {id: '2026-01-28-cia-annex-venezuela/par-for-south-america'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'This is par for the South American course.',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

// Paragraph 9: CNN notes ...

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'cia-director'})
MERGE (a)-[r:SENDS {id: '2026-01-28-cia-annex-venezuela/us-sends-cia-directors'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'The US has routinely sent CIA directors or top intelligence officials to have sensitive meetings with world leaders',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'routinely'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'top-us-intelligence-officials'})
MERGE (a)-[r:SENDS {id: '2026-01-28-cia-annex-venezuela/us-sends-intelligence-officials'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'The US has routinely sent CIA directors or top intelligence officials to have sensitive meetings with world leaders',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'routinely'
};

MATCH (a:Entity {id: 'top-us-intelligence-officials'}), (b:Entity {id: 'world-leaders'})
MERGE (a)-[r:MET {id: '2026-01-28-cia-annex-venezuela/intelligence-officials-meet-leaders'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'CIA directors or top intelligence officials to have sensitive meetings with world leaders',
  attributedTo: ['cnn', 'voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'routinely'
};

// Paragraph 10: however, President Rodríguez ...

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'president-of-venezuela'})
MERGE (a)-[r:HOLDS_ROLE {id: '2026-01-28-cia-annex-venezuela/rodriguez-president'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'President Rodríguez (former VP, now US-backed)',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'vice-president-of-venezuela'})
MERGE (a)-[r:HOLDS_ROLE {id: '2026-01-28-cia-annex-venezuela/rodriguez-former-vice-president'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'President Rodríguez (former VP, now US-backed)',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'former',
  note: 'Over before publication; since when and until when is not printed.'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'delcy-rodriguez'})
MERGE (a)-[r:SUPPORTS {id: '2026-01-28-cia-annex-venezuela/us-backs-rodriguez'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'President Rodríguez (former VP, now US-backed)',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'now'
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:OPPOSES {id: '2026-01-28-cia-annex-venezuela/rodriguez-pushed-back'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'has publicly pushed back against Washington this week',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  from: '2026-01-26', to: '2026-01-28', dateText: 'this week',
  note: 'The author calls it a rare first since the operation.'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'us-operation-venezuela-2026-01-03'})
MERGE (a)-[r:CONDUCTED {id: '2026-01-28-cia-annex-venezuela/us-conducted-operation'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the US military invasion and overthrow of Nicolás Maduro',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01-03', dateText: 'Jan.3rd',
  note: 'The day is printed further down: "the Jan.3rd military operation".'
};

MATCH (a:Entity {id: 'us-military'}), (b:Entity {id: 'us-operation-venezuela-2026-01-03'})
MERGE (a)-[r:PARTICIPATED_IN {id: '2026-01-28-cia-annex-venezuela/us-military-in-operation'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the US military invasion and overthrow of Nicolás Maduro',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01-03', dateText: 'Jan.3rd',
  note: 'The day is printed further down: "the Jan.3rd military operation".'
};

MATCH (a:Entity {id: 'us-military'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:PART_OF {id: '2026-01-28-cia-annex-venezuela/us-military-part-of-us'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the US military invasion',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'us-military'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:ATTACKED {id: '2026-01-28-cia-annex-venezuela/us-military-invaded-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the US military invasion and overthrow of Nicolás Maduro',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01-03', dateText: 'Jan.3rd',
  note: 'The invaded country is not named in the sentence; it is plain from the paragraphs before.'
};

MATCH (a:Entity {id: 'us-operation-venezuela-2026-01-03'}), (b:Entity {id: 'nicolas-maduro'})
MERGE (a)-[r:OVERTHREW {id: '2026-01-28-cia-annex-venezuela/operation-overthrew-maduro'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the US military invasion and overthrow of Nicolás Maduro',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01-03', dateText: 'Jan.3rd'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'nicolas-maduro'})
MERGE (a)-[r:OVERTHREW {id: '2026-01-28-cia-annex-venezuela/us-overthrew-maduro'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the US military invasion and overthrow of Nicolás Maduro',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01-03', dateText: 'Jan.3rd'
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:REJECTS_ORDERS_OF {id: '2026-01-28-cia-annex-venezuela/rodriguez-enough-of-directives'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'asserting she has had "enough" of US directives',
  attributedTo: ['delcy-rodriguez', 'voice-2026-01-28-cia-annex-venezuela'],
  from: '2026-01-26', to: '2026-01-28', dateText: 'this week'
};

// Paragraph 11: while President Trump ...

MATCH (a:Entity {id: 'donald-trump'}), (b:Entity {id: 'president-of-the-united-states'})
MERGE (a)-[r:HOLDS_ROLE {id: '2026-01-28-cia-annex-venezuela/trump-president'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'President Trump has declared',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'president-of-the-united-states'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:ROLE_IN {id: '2026-01-28-cia-annex-venezuela/presidency-of-united-states'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'President Trump has declared that Washington would effectively "run" Venezuela',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  note: 'The country is not named with the title; it is plain from the sentence.'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:CONTROLS {id: '2026-01-28-cia-annex-venezuela/trump-us-would-run-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'planned',
  quote: 'President Trump has declared that Washington would effectively "run" Venezuela',
  attributedTo: ['donald-trump', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'donald-trump'}), (b:Entity {id: 'delcy-rodriguez'})
MERGE (a)-[r:ENDORSES {id: '2026-01-28-cia-annex-venezuela/trump-endorsed-rodriguez'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'he later endorsed Rodríguez as a temporary caretaker during the transition',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'later'
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'caretaker-of-venezuela'})
MERGE (a)-[r:HOLDS_ROLE {id: '2026-01-28-cia-annex-venezuela/rodriguez-caretaker'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'reported',
  quote: 'endorsed Rodríguez as a temporary caretaker during the transition',
  attributedTo: ['donald-trump', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'caretaker-of-venezuela'}), (b:Entity {id: 'transition-venezuela'})
MERGE (a)-[r:PART_OF {id: '2026-01-28-cia-annex-venezuela/caretaker-during-transition'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'reported',
  quote: 'a temporary caretaker during the transition',
  attributedTo: ['donald-trump', 'voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'nicolas-maduro'})
MERGE (a)-[r:SUPPORTS {id: '2026-01-28-cia-annex-venezuela/rodriguez-pro-maduro'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'despite her being as hardcore a Leftist pro-Maduro figure as anyone',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

// Paragraph 12: "Enough already ..."

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:REJECTS_ORDERS_OF {id: '2026-01-28-cia-annex-venezuela/rodriguez-enough-already'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: '"Enough already of Washington’s orders regarding politicians in Venezuela," she had said days ago.',
  attributedTo: ['delcy-rodriguez', 'voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'days ago'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:GIVES_ORDERS_TO {id: '2026-01-28-cia-annex-venezuela/us-gives-orders'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Washington’s orders regarding politicians in Venezuela',
  attributedTo: ['delcy-rodriguez', 'voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'days ago',
  note: 'Whom the orders go to is not printed; read as the country.'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'politicians-venezuela'})
MERGE (a)-[r:INFLUENCES {id: '2026-01-28-cia-annex-venezuela/orders-regarding-politicians'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Washington’s orders regarding politicians in Venezuela',
  attributedTo: ['delcy-rodriguez', 'voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'days ago'
};

// Paragraph 13: among the first US actions ...

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'us-oil-cutoff-cuba'})
MERGE (a)-[r:CONDUCTED {id: '2026-01-28-cia-annex-venezuela/us-cut-oil'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Among the first US actions has been to cut off Venezuela\'s oil supply to nearby ally Cuba',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'cuba'})
MERGE (a)-[r:CUTS_OFF {id: '2026-01-28-cia-annex-venezuela/us-cuts-off-cuba'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'to cut off Venezuela\'s oil supply to nearby ally Cuba',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'us-oil-cutoff-cuba'}), (b:Entity {id: 'cuba'})
MERGE (a)-[r:CUTS_OFF {id: '2026-01-28-cia-annex-venezuela/cutoff-hits-cuba'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'to cut off Venezuela\'s oil supply to nearby ally Cuba',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'us-oil-cutoff-cuba'}), (b:Entity {id: 'venezuelan-oil'})
MERGE (a)-[r:AFFECTS {id: '2026-01-28-cia-annex-venezuela/cutoff-affects-oil'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'to cut off Venezuela\'s oil supply to nearby ally Cuba',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'venezuela'}), (b:Entity {id: 'cuba'})
MERGE (a)-[r:SUPPLIES {id: '2026-01-28-cia-annex-venezuela/venezuela-supplied-cuba'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Venezuela\'s oil supply to nearby ally Cuba',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  note: 'Until it was cut off; since when is not printed.'
};

MATCH (a:Entity {id: 'cuba'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:ALLIED_WITH {id: '2026-01-28-cia-annex-venezuela/cuba-ally-of-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Venezuela\'s oil supply to nearby ally Cuba',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'us-oil-cutoff-cuba'}), (b:Entity {id: 'cuban-economy'})
MERGE (a)-[r:THREATENS {id: '2026-01-28-cia-annex-venezuela/cutoff-threatens-economy'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'predicted',
  quote: 'which threatens to sink the island-nation\'s economy further',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cuban-economy'}), (b:Entity {id: 'cuba'})
MERGE (a)-[r:PART_OF {id: '2026-01-28-cia-annex-venezuela/economy-of-cuba'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'the island-nation\'s economy',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'cuba'})
MERGE (a)-[r:SANCTIONS {id: '2026-01-28-cia-annex-venezuela/us-sanctions-cuba'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'it has endured many decades of Washington sanctions',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'many decades'
};

MATCH (a:Entity {id: 'united-states'}), (b:Entity {id: 'us-sanctions-cuba'})
MERGE (a)-[r:CONDUCTED {id: '2026-01-28-cia-annex-venezuela/us-imposes-sanctions'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'many decades of Washington sanctions',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'many decades'
};

MATCH (a:Entity {id: 'us-sanctions-cuba'}), (b:Entity {id: 'cuban-economy'})
MERGE (a)-[r:AFFECTS {id: '2026-01-28-cia-annex-venezuela/sanctions-affect-economy'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'to sink the island-nation\'s economy further, after it has endured many decades of Washington sanctions',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'many decades'
};

// Paragraph 14: despite this big talk ...

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:OPPOSES {id: '2026-01-28-cia-annex-venezuela/rodriguez-distances-herself'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'Despite this big talk of distancing herself from American interests',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  note: 'The author doubts it: "big talk".'
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'john-ratcliffe'})
MERGE (a)-[r:MET {id: '2026-01-28-cia-annex-venezuela/met-ratcliffe'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Rodríguez warmly greeted CIA Director John Ratcliffe this month',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01', dateText: 'this month',
  note: 'Set by the author against her defiance; a warm greeting does not contradict it.'
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'john-ratcliffe'})
MERGE (a)-[r:MET {id: '2026-01-28-cia-annex-venezuela/ratcliffe-first-to-meet'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Ratcliffe, as the first top US official to meet with her in the wake of the Jan.3rd military operation',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01', dateText: 'this month'
};

MATCH (a:Entity {id: 'john-ratcliffe'}), (b:Entity {id: 'cia-director'})
MERGE (a)-[r:HOLDS_ROLE {id: '2026-01-28-cia-annex-venezuela/ratcliffe-cia-director'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'CIA Director John Ratcliffe',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'cia-director'}), (b:Entity {id: 'cia'})
MERGE (a)-[r:ROLE_IN {id: '2026-01-28-cia-annex-venezuela/director-of-cia'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'CIA Director John Ratcliffe',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'john-ratcliffe'}), (b:Entity {id: 'cia'})
MERGE (a)-[r:LEADS {id: '2026-01-28-cia-annex-venezuela/ratcliffe-leads-cia'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'CIA Director John Ratcliffe',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'rodriguez-ratcliffe-meeting-2026-01'})
MERGE (a)-[r:PARTICIPATED_IN {id: '2026-01-28-cia-annex-venezuela/rodriguez-at-photo-op'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Rodríguez warmly greeted CIA Director John Ratcliffe this month, and there was even a photo op',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01', dateText: 'this month'
};

MATCH (a:Entity {id: 'john-ratcliffe'}), (b:Entity {id: 'rodriguez-ratcliffe-meeting-2026-01'})
MERGE (a)-[r:PARTICIPATED_IN {id: '2026-01-28-cia-annex-venezuela/ratcliffe-at-photo-op'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Rodríguez warmly greeted CIA Director John Ratcliffe this month, and there was even a photo op',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01', dateText: 'this month'
};

MATCH (a:Entity {id: 'us-operation-venezuela-2026-01-03'}), (b:Entity {id: 'rodriguez-ratcliffe-meeting-2026-01'})
MERGE (a)-[r:PRECEDES {id: '2026-01-28-cia-annex-venezuela/operation-before-meeting'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'to meet with her in the wake of the Jan.3rd military operation',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'in the wake of the Jan.3rd military operation'
};

MATCH (a:Entity {id: 'john-ratcliffe'}), (b:Entity {id: 'delcy-rodriguez'})
MERGE (a)-[r:DELIVERED_MESSAGE_TO {id: '2026-01-28-cia-annex-venezuela/ratcliffe-delivered-conditions'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'reported',
  quote: 'reportedly delivering Trump\'s conditions for resetting relations',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01', dateText: 'this month'
};

MATCH (a:Entity {id: 'donald-trump'}), (b:Entity {id: 'delcy-rodriguez'})
MERGE (a)-[r:DEMANDS_OF {id: '2026-01-28-cia-annex-venezuela/trump-sets-conditions'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'reported',
  quote: 'reportedly delivering Trump\'s conditions for resetting relations',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  date: '2026-01', dateText: 'this month'
};

// Paragraph 15: the reporter's question

MATCH (a:Entity {id: 'unnamed-reporter-2026-01-28'}), (b:Entity {id: 'donald-trump'})
MERGE (a)-[r:ASKED {id: '2026-01-28-cia-annex-venezuela/reporter-asked-trump'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Reporter: The President of Venezuela says she has stopped taking orders from you. What do you say?',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'president-of-venezuela'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:ROLE_IN {id: '2026-01-28-cia-annex-venezuela/presidency-of-venezuela'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'Reporter: The President of Venezuela says',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:REJECTS_ORDERS_OF {id: '2026-01-28-cia-annex-venezuela/rodriguez-stopped-taking-orders'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'reported',
  quote: 'The President of Venezuela says she has stopped taking orders from you.',
  attributedTo: ['delcy-rodriguez', 'unnamed-reporter-2026-01-28', 'voice-2026-01-28-cia-annex-venezuela'],
  note: 'The reporter\'s paraphrase; "you" is the President of the United States, read as the country he speaks for.'
};

// Paragraphs 16 and 17: Trump's answer, printed twice

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:REJECTS_ORDERS_OF {id: '2026-01-28-cia-annex-venezuela/trump-has-not-heard'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'denied',
  quote: 'I don\'t know exactly what\'s going on there, but I haven\'t heard that at all.',
  prefix: 'What do you say? Trump:',
  attributedTo: ['donald-trump', 'voice-2026-01-28-cia-annex-venezuela'],
  disputes: [
    '2026-01-28-cia-annex-venezuela/rodriguez-stopped-taking-orders',
    '2026-01-28-cia-annex-venezuela/rodriguez-enough-already',
    '2026-01-28-cia-annex-venezuela/rodriguez-enough-of-directives'
  ],
  note: 'Denies knowledge. Printed twice; the first, right behind the question, is meant.'
};

// Paragraph 18: "We have a very good relationship."

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:ON_GOOD_TERMS_WITH {id: '2026-01-28-cia-annex-venezuela/trump-very-good-relationship'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'We have a very good relationship.',
  attributedTo: ['donald-trump', 'voice-2026-01-28-cia-annex-venezuela'],
  disputes: [
    '2026-01-28-cia-annex-venezuela/rodriguez-stopped-taking-orders'
  ],
  note: 'No speaker is printed before the line; read as the end of Trump\'s answer to the reporter, and "we" as the two sides.'
};

// Paragraph 19: the fact that she has even remained in power ...

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'venezuela'})
MERGE (a)-[r:LEADS {id: '2026-01-28-cia-annex-venezuela/rodriguez-in-power'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'asserted',
  quote: 'The fact that she has even remained in power this long',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  dateText: 'this long'
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'united-states'})
MERGE (a)-[r:COOPERATES_WITH {id: '2026-01-28-cia-annex-venezuela/rodriguez-plays-ball'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'suggests that she is playing ball behind the scenes',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela'],
  disputes: [
    '2026-01-28-cia-annex-venezuela/rodriguez-enough-of-directives',
    '2026-01-28-cia-annex-venezuela/rodriguez-enough-already',
    '2026-01-28-cia-annex-venezuela/rodriguez-stopped-taking-orders'
  ],
  note: 'The author\'s inference from her staying in power.'
};

MATCH (a:Entity {id: 'delcy-rodriguez'}), (b:Entity {id: 'public-venezuela'})
MERGE (a)-[r:INFLUENCES {id: '2026-01-28-cia-annex-venezuela/declarations-for-home-audience'}]->(b)
SET r += {
  article: '2026-01-28-cia-annex-venezuela', status: 'opinion',
  quote: 'any anti-American public declarations are primarily for Venezuelan domestic consumption',
  attributedTo: ['voice-2026-01-28-cia-annex-venezuela']
};
