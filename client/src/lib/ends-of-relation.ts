/** The ids of the two ends of a relation, told by its id: what stands between them may hold the sign as well. */
export function endsOfRelation(relationId: string): readonly string[] {
  const parts = relationId.split('~');
  return parts.length < 3 ? [] : [...parts.slice(0, 1), ...parts.slice(-1)];
}
