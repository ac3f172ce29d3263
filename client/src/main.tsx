import '@fontsource-variable/newsreader/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Access } from './api/access.ts';
import { createTransport } from './api/transport.ts';
import { App } from './app/App.tsx';
import { trustOwnScripts } from './app/trusted-types.ts';
import { en } from './i18n/en.ts';
import { createExplorer } from './runtime/explorer.ts';

trustOwnScripts();

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds no element with the id "root".');

const access = new Access();
const explorer = createExplorer({ transport: createTransport('/graphql', access), messages: en });
void explorer.actions.start();

createRoot(root).render(
  <StrictMode>
    <App explorer={explorer} access={access} />
  </StrictMode>,
);
