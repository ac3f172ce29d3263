/**
 * The modern form of a schema statement as Neo4j 4 and older took it, or null if it is not one.
 *
 * @example `CREATE INDEX ON :Person(name)` gives `CREATE INDEX IF NOT EXISTS FOR (n:Person) ON (n.name)`
 */
export function modernForm(statement: string): string | null {
  const index = /^CREATE\s+INDEX\s+ON\s*:\s*([^\s(]+)\s*\(([^)]*)\)$/i.exec(statement);
  if (index) {
    const [, label = '', properties = ''] = index;
    const list = properties.split(',').map((property) => `n.${property.trim()}`);
    return `CREATE INDEX IF NOT EXISTS FOR (n:${label}) ON (${list.join(', ')})`;
  }
  const constraint = /^CREATE\s+CONSTRAINT\s+(\S+\s+)?ON\s*(\(.+\))\s*ASSERT\s+(.+)$/is.exec(statement);
  if (constraint) {
    const [, name = '', pattern = '', rule = ''] = constraint;
    const required = rule.replace(/^exists\s*\((.*)\)$/i, '$1 IS NOT NULL');
    return `CREATE CONSTRAINT ${name}IF NOT EXISTS FOR ${pattern.trim()} REQUIRE ${required}`;
  }
  return null;
}
