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
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="5.75" />
      <path d="m15 15 4.5 4.5" />
    </>
  ),
  close: <path d="m7 7 10 10M17 7 7 17" />,
  check: <path d="m5.5 12.5 4.2 4.2 8.8-9.4" />,
  open: <path d="m7.5 10 4.5 4.5 4.5-4.5" />,
  star: <path d="m12 4.5 2.3 4.9 5.2.7-3.8 3.7.9 5.3-4.6-2.6-4.6 2.6.9-5.3-3.8-3.7 5.2-.7z" />,
  quiet: (
    <>
      <path d="M5 9.5v5M9 6.5v11M13 10.5v3M17 11.5v1M20 12v0" />
      <path d="m4 19 16-14" />
    </>
  ),
  offline: (
    <>
      <path d="M4.5 10.5a11 11 0 0 1 4-2.3M19.5 10.5a11 11 0 0 0-7-3M7.8 13.8a6 6 0 0 1 3-1.5M16.2 13.8l-.6-.5M12 17.5v.1" />
      <path d="m5 5 14 14" />
    </>
  ),
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
  download: <path d="M12 4.5v10M7.8 10.5 12 14.7l4.2-4.2M5 18.7h14" />,
  loop: (
    <>
      <path d="M7 8h8.5a3.5 3.5 0 0 1 0 8H8" />
      <path d="M10.2 13.5 7.6 16l2.6 2.5M9.5 5.5 7 8l2.5 2.5" />
    </>
  ),
  captions: (
    <>
      <rect x="4" y="6" width="16" height="12" rx="2" />
      <path d="M7.5 11.5h3.5M7.5 14.5h6M14 11.5h2.5" />
    </>
  ),
  keys: (
    <>
      <rect x="3.5" y="7" width="17" height="10" rx="2" />
      <path d="M7 10.5v0M10.3 10.5v0M13.6 10.5v0M17 10.5v0M8.5 13.8h7" />
    </>
  ),
  tune: (
    <>
      <path d="M4.5 8h8M17.5 8h2M4.5 16h2M11.5 16h8" />
      <circle cx="15" cy="8" r="2.2" />
      <circle cx="9" cy="16" r="2.2" />
    </>
  ),
  coin: (
    <>
      <ellipse cx="12" cy="7.5" rx="6.5" ry="2.8" />
      <path d="M5.5 7.5v9c0 1.6 2.9 2.8 6.5 2.8s6.5-1.2 6.5-2.8v-9M5.5 12c0 1.6 2.9 2.8 6.5 2.8s6.5-1.2 6.5-2.8" />
    </>
  ),
  moon: <path d="M18.5 14.2A7.5 7.5 0 0 1 9.8 5.5a7.5 7.5 0 1 0 8.7 8.7z" />,
  link: (
    <>
      <path d="M10.5 13.5a3.2 3.2 0 0 0 4.6 0l2.7-2.7a3.2 3.2 0 0 0-4.6-4.6l-1 1" />
      <path d="M13.5 10.5a3.2 3.2 0 0 0-4.6 0l-2.7 2.7a3.2 3.2 0 0 0 4.6 4.6l1-1" />
    </>
  ),
  ring: (
    <>
      <circle cx="12" cy="12" r="11" opacity=".18" />
      <path d="M12 1a11 11 0 0 1 11 11" />
    </>
  ),
};

export type IconName = keyof typeof PATHS;

/** A picture beside words or an accessible name, never instead of one. Renders an `<svg>`. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `readalong-icon ${className}` : 'readalong-icon'}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}
