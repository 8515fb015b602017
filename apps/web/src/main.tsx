import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resumeAccount } from './account/account';
import { App } from './app/App';
import { reloadOnNewRelease } from './app/new-release';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
reloadOnNewRelease();
void resumeAccount();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
