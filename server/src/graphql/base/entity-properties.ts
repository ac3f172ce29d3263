import { textOf } from '../../model/stored-values.ts';
import type { Row } from '../../store/values.ts';
import type { Context } from './context.ts';
import { limits } from './limits.ts';
import { propertiesOfEntities } from './load-statements.ts';
import { mapOf, pairsOf } from './row-values.ts';

type Properties = Readonly<Record<string, unknown>>;

/** What is stored of an entity: those of the keys that it has, in their order, or everything. */
export async function storedPropertiesOf(
  context: Context,
  id: string,
  keys: readonly string[] | null,
): Promise<Properties> {
  const found = await context.batched(`properties ${JSON.stringify(keys)}`, id, async (ids) => {
    const rows = await context.read(propertiesOfEntities, { ids, keys, limit: limits.claimsAtOnce });
    return new Map(rows.map((row) => [textOf(row['id']) ?? '', inRow(row)]));
  });
  return found ?? {};
}

function inRow({ properties, pairs }: Row): Properties {
  return mapOf(properties) ?? pairsOf(pairs);
}
