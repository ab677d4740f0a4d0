import type { Preview } from '@storybook/react-vite';
import 'react-readalong/styles.css';
import './preview.css';
import { SpeakingStory } from './speaking-story.js';

const preview: Preview = {
  initialGlobals: { theme: 'light', direction: 'ltr', engine: 'flite' },
  globalTypes: {
    theme: choice('Theme', 'paintbrush', { light: 'Light', dark: 'Dark' }),
    direction: choice('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    engine: choice('Voice', 'speaker', { flite: 'Flite, a voice', tones: 'A tone for each character' }),
  },
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    layout: 'padded',
  },
  decorators: [
    (Story, { globals: { engine, theme, direction } }) => (
      <SpeakingStory engine={engine} theme={theme} direction={direction}>
        <Story />
      </SpeakingStory>
    ),
  ],
  tags: ['autodocs'],
};

export default preview;

function choice(title: string, icon: 'speaker' | 'paintbrush' | 'transfer', items: Record<string, string>) {
  const options = Object.entries(items).map(([value, label]) => ({ value, title: label }));
  return { description: title, toolbar: { title, icon, items: options, dynamicTitle: true } };
}
