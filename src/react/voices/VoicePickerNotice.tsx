import type { ReactNode } from 'react';
import { PanelIcon, type PanelIconName } from '../primitives/PanelIcon.js';

export interface VoicePickerNoticeProps {
  icon: PanelIconName;
  title: string;
  /** Whether something went wrong: it is announced at once then. */
  isError?: boolean;
  children?: ReactNode;
  action?: {
    readonly label: string;
    readonly icon?: PanelIconName;
    readonly quiet?: boolean;
    readonly onPress: () => void;
  };
}

/** Why there is no list, and what to do about it. Renders a `<div>`. */
export function VoicePickerNotice({ icon, title, isError = false, children, action }: VoicePickerNoticeProps) {
  return (
    <div className="readalong-nothing" data-error={isError ? '' : undefined} role={isError ? 'alert' : undefined}>
      <PanelIcon name={icon} />
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action && (
        <button
          type="button"
          className="readalong-button"
          data-quiet={action.quiet ? '' : undefined}
          onClick={action.onPress}
        >
          {action.icon && <PanelIcon name={action.icon} />}
          {action.label}
        </button>
      )}
    </div>
  );
}

/** The shape of rows that are on their way. Renders a `<div>` that is hidden from screen readers. */
export function VoiceSkeleton({ rows }: { rows: number }) {
  return (
    <div className="readalong-skeletons" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <div key={row} className="readalong-skeleton-row">
          <i className="readalong-skeleton" />
          <div>
            <i className="readalong-skeleton" />
            <i className="readalong-skeleton" />
            <i className="readalong-skeleton" />
          </div>
        </div>
      ))}
    </div>
  );
}
