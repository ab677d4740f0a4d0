import { isElement } from './paragraph-point.js';

/** What uses the keys that scroll a page. */
const KEYED =
  'input, textarea, select, button, summary, audio, video, iframe, [contenteditable]:not([contenteditable=false]), ' +
  'button checkbox combobox grid listbox menu menubar menuitem option radio radiogroup scrollbar searchbox slider spinbutton switch tab tablist textbox tree treegrid'
    .split(' ')
    .map((role) => `[role=${role}]`)
    .join(', ');

/** What does something when it is clicked. */
const CLICKED = `${KEYED}, a[href], area[href], label, object, embed, [role=link]`;

/** Whether the keys that scroll go to a control that uses them itself. */
export const takesKeys = (target: EventTarget | null): boolean => isElement(target) && target.closest(KEYED) !== null;

/** Whether a click in the text of `root` is that of a link, a button or another control in it. */
export function takesClicks(target: EventTarget | null, root: Element): boolean {
  const control = isElement(target) ? target.closest(CLICKED) : null;
  return control !== null && control !== root && root.contains(control);
}
