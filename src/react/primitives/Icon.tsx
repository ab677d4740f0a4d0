import type { ReactNode } from 'react';

/** Drawn for this library on a grid of 24, stroke 1.75. */
const PATHS = {
  play: <path className="solid" d="M8.5 5.9v12.2L18.2 12z" />,
  pause: <path className="solid" strokeWidth="1" d="M7.5 5.5h3v13h-3zM13.5 5.5h3v13h-3z" />,
  again: (
    <>
      <path d="M5.5 12a6.8 6.8 0 1 0 2.2-5" />
      <path d="M5 4.5V8.2h3.8" />
    </>
  ),
  stop: <rect className="solid" x="7.5" y="7.5" width="9" height="9" rx="1" />,
  alert: (
    <>
      <circle cx="12" cy="12" r="7.75" />
      <path d="M12 8v4.6M12 15.9v.1" />
    </>
  ),
  up: <path d="M12 18.5v-13M6.8 10.7 12 5.5l5.2 5.2" />,
  down: <path d="M12 5.5v13M6.8 13.3 12 18.5l5.2-5.2" />,
  open: <path d="m7.5 10 4.5 4.5 4.5-4.5" />,
  back: (
    <>
      <path className="solid" d="M17.5 6.6v10.8L9 12z" />
      <path d="M6.2 6v12" />
    </>
  ),
  forward: (
    <>
      <path className="solid" d="M6.5 6.6v10.8L15 12z" />
      <path d="M17.8 6v12" />
    </>
  ),
  volume: (
    <>
      <path className="solid" d="M4.5 10v4h3l4 3.4V6.6L7.5 10z" />
      <path d="M15 9.2a4 4 0 0 1 0 5.6M17.6 6.8a7.4 7.4 0 0 1 0 10.4" />
    </>
  ),
  muted: (
    <>
      <path className="solid" d="M4.5 10v4h3l4 3.4V6.6L7.5 10z" />
      <path d="m15 9.5 5 5M20 9.5l-5 5" />
    </>
  ),
  more: (
    <g className="solid" stroke="none">
      <circle cx="5.5" cy="12" r="1.6" />
      <circle cx="12" cy="12" r="1.6" />
      <circle cx="18.5" cy="12" r="1.6" />
    </g>
  ),
  ring: (
    <>
      <circle cx="12" cy="12" r="11" opacity=".18" />
      <path d="M12 1a11 11 0 0 1 11 11" />
    </>
  ),
};

export type IconName = keyof typeof PATHS;

/** A picture beside words or an accessible name, never instead of one. Renders an `<svg>`. Those that a reader shows at once: `PanelIcon` has all. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return <IconFrame className={className}>{PATHS[name]}</IconFrame>;
}

export const isIconName = (name: string): name is IconName => name in PATHS;

/** What an icon is drawn in. Renders an `<svg>`. */
export function IconFrame({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <svg
      className={className ? `readalong-icon ${className}` : 'readalong-icon'}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
