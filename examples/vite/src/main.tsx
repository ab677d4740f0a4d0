import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'react-readalong/styles.css';
import { App } from './App.js';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
