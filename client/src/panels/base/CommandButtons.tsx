import { Button } from '../../ui/Button.tsx';
import { useCommandContext } from './command-context.ts';
import { commandsNamed, keyWords } from './command-lookup.ts';

interface CommandButtonsProps {
  readonly ids: readonly string[];
  /** The one that is most likely wanted. */
  readonly primary?: string;
}

/** Buttons for those commands that are possible now. */
export function CommandButtons({ ids, primary }: CommandButtonsProps) {
  const context = useCommandContext();
  return commandsNamed(...ids)
    .filter((command) => command.when(context))
    .map((command) => (
      <Button
        key={command.id}
        look={command.id === primary ? 'primary' : 'plain'}
        icon={command.icon}
        title={keyWords(command)}
        onClick={() => void command.run(context)}
      >
        {command.title}
      </Button>
    ));
}
