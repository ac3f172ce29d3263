import type { VocabularyRecord } from '../api/graph.ts';
import { en } from '../i18n/en.ts';
import { entityKindLabel, speakerLabel } from '../panels/base/kind-label.ts';
import type { Legend } from '../state/legend.ts';
import type { Filters } from '../state/step.ts';

/** One kind that is switched off. */
export interface FilterChip {
  readonly block: keyof Filters;
  readonly key: string;
  readonly label: string;
  /** Claims on the canvas that it hides. */
  readonly claims: number;
}

/** A chip for each kind that is switched off, whether or not anything of it is on the canvas. */
export function filterChips(
  filters: Filters,
  { legend, vocabulary }: { readonly legend: Legend; readonly vocabulary: VocabularyRecord },
): readonly FilterChip[] {
  const known = new Map<string, Omit<FilterChip, 'block' | 'key'>>();
  for (const row of legend.entities)
    known.set(`entityTypes ${row.key}`, { label: entityKindLabel(vocabulary, row), claims: row.claims });
  for (const row of legend.statuses)
    known.set(`statuses ${row.key}`, { label: en.evidence.status[row.key].word, claims: row.claims });
  for (const row of legend.support)
    known.set(`support ${row.key}`, { label: en.panels.legend.supportRows[row.key], claims: row.claims });
  for (const row of legend.speakers)
    known.set(`speakers ${row.key}`, { label: speakerLabel(row.speaker), claims: row.claims });
  const blocks = ['entityTypes', 'statuses', 'support', 'speakers'] as const;
  return blocks.flatMap((block) =>
    filters[block].map((key) => ({
      block,
      key,
      ...(known.get(`${block} ${key}`) ?? { label: key, claims: 0 }),
    })),
  );
}
