import { plural } from './plural.ts';

/** Words of the panels, the menus and the command field. */
export const panels = {
  legend: {
    title: 'Legend and filter',
    entities: 'Entities',
    statuses: 'How it is known',
    support: 'Support',
    speakers: 'Speakers',
    claims: (count: number) => plural(count, 'claim', 'claims'),
    relations: (count: number) => plural(count, 'relation', 'relations'),
    voices: (count: number) => plural(count, 'voice', 'voices'),
    supportRows: {
      DISPUTED: 'Disputed',
      ONE_ORIGIN: 'One origin',
      MORE_ORIGINS: 'Two or more origins',
      UNNAMED_ONLY: 'Unnamed only',
    },
    select: (label: string) => `Select all: ${label}`,
    switchOff: (label: string) => `Switch off: ${label}`,
    switchOn: (label: string) => `Switch on: ${label}`,
    hint: 'Click selects all of a kind. The eye switches it off.',
  },
  overview: {
    eyebrow: 'Nothing is selected',
    title: 'What is on the canvas',
    articles: 'From',
    disputed: 'In dispute',
    best: 'Best supported',
    hint: 'Click a line to read the sentence behind it, who said it and how sure it is. Double-click an entity to bring in more.',
  },
  entity: {
    close: 'Close the details',
    also: (names: readonly string[]) => `Also written ${names.map((name) => `“${name}”`).join(', ')}`,
    speaks: 'Speaks in at least one claim',
    wikidata: (id: string) => `Wikidata ${id}`,
    here: (relations: number, claims: number) =>
      `${plural(relations, 'relation', 'relations')} here, ${plural(claims, 'claim', 'claims')}`,
    noneHere: 'No relation on the canvas',
    switchedOff: (count: number) => `${plural(count, 'relation is', 'relations are')} switched off.`,
    notHere: 'Not on the canvas',
    notHereCut: (shown: number, total: number) =>
      `Of ${total} relations, the ${shown} with the best evidence were looked at.`,
    add: 'Add',
    addNamed: (name: string) => `Add ${name}`,
    loading: 'Looking for more relations.',
    failed: 'More relations could not be fetched.',
    claims: (count: number) => plural(count, 'claim', 'claims'),
  },
  multi: {
    title: (count: number) => `${count} selected`,
    detail: (entities: number, relations: number) =>
      [
        entities > 0 && plural(entities, 'entity', 'entities'),
        relations > 0 && plural(relations, 'relation', 'relations'),
      ]
        .filter(Boolean)
        .join(', '),
    close: 'Clear the selection',
    relations: (count: number) => plural(count, 'relation', 'relations'),
    entities: 'Entities',
    relationsHeading: 'Relations',
  },
  article: {
    region: 'Article',
    close: 'Back to the graph',
    noTitle: 'No title in the file: its first words stand in.',
    untitled: (outlet: string | null, date: string | null) =>
      [outlet, outlet ? 'article' : 'Article', date && `of ${date}`].filter(Boolean).join(' '),
    published: (date: string) => `Published ${date}`,
    retells: (outlet: string, date: string | null) =>
      `retells a ${outlet} report${date ? ` of ${date}` : ''}`,
    marked: (claims: number, passages: number) =>
      `${plural(claims, 'claim', 'claims')} in ${plural(passages, 'marked passage', 'marked passages')}.`,
    quoteOf: (index: number, total: number) => `quote ${index} of ${total}`,
    pick: 'Choose a marked sentence to see its claim.',
    again: 'printed again',
    notes: 'Claims in the order of the text',
    notHeld: 'The text is not held',
    notHeldText:
      'The store knows of this report through articles that retell it. Its own words are not here.',
    none: 'No article is open',
    noneText: 'Open one from the command field.',
    unplaced: (count: number) => `${plural(count, 'claim', 'claims')} whose quote is not found in the text`,
    selected: 'selected',
  },
  search: {
    label: 'Search or command',
    entities: 'Entities',
    claims: 'Claims, by their words',
    articles: 'Articles',
    commands: 'Commands',
    adds: 'adds and selects',
    shows: 'selects',
    opensArticle: 'opens its claims',
    matched: (query: string, word: string, letters: number) =>
      `matched “${query}” as ${word}, ${letters === 1 ? 'one letter' : `${letters} letters`} apart`,
    matchedAlias: (alias: string) => `also written “${alias}”`,
    matchedField: (field: string) => `found in its ${field}`,
    loading: 'Searching',
    none: (query: string) => `Nothing is called or quoted “${query}”.`,
    failed: 'The search failed. What is on the canvas still works; type on to try again.',
    more: (count: number) => `${count} more in the store: add a word to narrow`,
    results: (count: number) => plural(count, 'hit', 'hits'),
    foot: ['Tab takes', 'Enter runs', 'Shift Enter adds and stays', 'Esc closes'] as readonly string[],
  },
  expandMenu: {
    label: 'Expand',
    title: (name: string) => `Expand ${name}`,
    counts: (relations: number, neighbors: number, here: number) =>
      `${plural(relations, 'relation', 'relations')}, ${plural(neighbors, 'neighbour', 'neighbours')}: ${here} here, ${neighbors - here} more`,
    everything: 'Everything not shown',
    ofNew: (shown: number, total: number) => `${shown} of ${total}`,
    fresh: (count: number) => `${count} new`,
    here: (count: number) => `${count} here`,
    supported: 'Only asserted and reported',
    nothing: 'Everything it is tied to is here.',
    loading: 'Counting what is known.',
    failed: 'The counts could not be fetched.',
    foot: '25 at a time, best evidence first. Nothing else moves.',
  },
  contextMenu: {
    entity: 'What to do with this entity',
    edge: 'What to do with this relation',
    selection: 'What to do with the selection',
    background: 'What to do with the graph',
    entityCounts: (relations: number, more: number) =>
      `${plural(relations, 'relation', 'relations')}${more > 0 ? `, ${more} more ${more === 1 ? 'entity' : 'entities'}` : ''}`,
    edgeCounts: (claims: number, origins: number) =>
      `${plural(claims, 'claim', 'claims')}, ${plural(origins, 'origin', 'origins')}`,
    graphCounts: (entities: number, relations: number) =>
      `${plural(entities, 'entity', 'entities')}, ${plural(relations, 'relation', 'relations')}`,
    graph: 'Graph',
  },
};
