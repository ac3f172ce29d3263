import type { CommandContext } from '../../commands/command.ts';
import type { Suggestion } from './suggestions.ts';

/** Does what a suggestion promises: adds or selects the entity, shows the claim, opens the article, runs the command. */
export async function runSuggestion(suggestion: Suggestion, context: CommandContext): Promise<void> {
  const { state, actions } = context;
  switch (suggestion.kind) {
    case 'entity':
      if (state.investigation.entities.includes(suggestion.id)) actions.selectEntity(suggestion.id);
      else await actions.add([suggestion.id]);
      return;
    case 'claim':
      if (suggestion.hit.claim) await actions.revealClaim(suggestion.hit.claim.relationId, suggestion.id);
      return;
    case 'article':
      await actions.openArticle(suggestion.id);
      return;
    case 'command':
      await suggestion.command.run(context);
  }
}
