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
