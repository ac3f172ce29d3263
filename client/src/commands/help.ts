import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const help: Command = {
  id: 'help',
  group: 'view',
  title: en.commands.help,
  icon: 'circle-help',
  keys: ['?'],
  when: () => true,
  run: ({ shell }) => shell.showHelp(),
};
