import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resumeAccount } from './account/account';
import { App } from './app/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void resumeAccount();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
