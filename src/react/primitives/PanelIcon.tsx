import { Icon, IconFrame, type IconName, isIconName } from './Icon.js';

/** Drawn for this library on a grid of 24, stroke 1.75. By themselves, since a reader shows them only in what it loads by and by. */
const PATHS = {
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="5.75" />
      <path d="m15 15 4.5 4.5" />
    </>
  ),
  close: <path d="m7 7 10 10M17 7 7 17" />,
  check: <path d="m5.5 12.5 4.2 4.2 8.8-9.4" />,
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
  print: (
    <>
      <path d="M7.5 9V4.5h9V9M7.5 16.5H5.8A1.8 1.8 0 0 1 4 14.7v-3.9A1.8 1.8 0 0 1 5.8 9h12.4a1.8 1.8 0 0 1 1.8 1.8v3.9a1.8 1.8 0 0 1-1.8 1.8h-1.7" />
      <path d="M7.5 13.5h9v6h-9z" />
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
};

export type PanelIconName = IconName | keyof typeof PATHS;

/** A picture beside words or an accessible name, never instead of one: each that there is. Renders an `<svg>`. */
export function PanelIcon({ name, className }: { name: PanelIconName; className?: string | undefined }) {
  if (isIconName(name)) return <Icon name={name} className={className} />;
  return <IconFrame className={className}>{PATHS[name]}</IconFrame>;
}
