import type { Core, ElementDefinition } from 'cytoscape';

import type { Look } from './looks.ts';

export interface Sync {
  /** Brings the drawing to these looks: what is there is changed, never made again. */
  apply(looks: ReadonlyMap<string, Look>): void;
}

function definition(look: Look): ElementDefinition {
  return {
    group: look.group,
    data: { ...look.data },
    classes: look.classes,
    ...(look.at === null ? {} : { position: { ...look.at } }),
  };
}

function changedData(before: Look, after: Look): Record<string, string | number> | null {
  const changed = Object.entries(after.data).filter(([key, value]) => before.data[key] !== value);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/**
 * Keeps the drawing equal to a description of it. The library gets copies, because it writes into what it is given,
 * and hears of differences alone, because every touched element drops its cached picture.
 */
export function createSync(cy: Core): Sync {
  let drawn: ReadonlyMap<string, Look> = new Map();

  function change(id: string, before: Look, after: Look): void {
    const element = cy.getElementById(id);
    const data = changedData(before, after);
    if (data !== null) element.data(data);
    if (before.classes !== after.classes) element.classes(after.classes);
    if (after.at === null || !element.isNode()) return;
    const now = element.position();
    if (now.x !== after.at.x || now.y !== after.at.y) element.position({ ...after.at });
  }

  function apply(looks: ReadonlyMap<string, Look>): void {
    cy.batch(() => {
      const gone = [...drawn.keys()].filter((id) => !looks.has(id));
      if (gone.length > 0) {
        cy.remove(gone.reduce((all, id) => all.union(cy.getElementById(id)), cy.collection()));
      }
      const added: ElementDefinition[] = [];
      for (const [id, look] of looks) {
        const before = drawn.get(id);
        // A line that disappears with an entity goes with it, so it may be in the list and not in the drawing.
        if (before === undefined || cy.getElementById(id).empty()) added.push(definition(look));
        else change(id, before, look);
      }
      if (added.length > 0) cy.add(added);
    });
    drawn = looks;
  }

  return { apply };
}
