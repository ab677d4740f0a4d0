/** What becomes of a thumb that is drawn. */
export interface SeekDragOptions {
  /** It is drawn: the input says where it is. */
  onDrag: () => void;
  /** It was let go elsewhere than where it was. */
  onDrop: () => void;
  /** It was drawn back, or somebody thought better of it: nothing was meant. */
  onCancel: () => void;
}

/** The thumb of a range input, while somebody has it. */
export interface SeekDrag {
  isDragging(): boolean;
  /** The input was moved by the voice: from there it would be drawn. */
  rest(): void;
  /** Takes it out of their hand. */
  letGo(): void;
  stop(): void;
}

/** Tells when the thumb of a range input is drawn and let go, by hand, by key or by whatever moves it. */
export function bindSeekDrag(input: HTMLInputElement, { onDrag, onDrop, onCancel }: SeekDragOptions): SeekDrag {
  /** `refused`: Escape was pressed, and the finger is still there. */
  let state: 'rest' | 'dragging' | 'refused' = 'rest';
  let pointer: number | null = null;
  let from = input.valueAsNumber;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function move(): void {
    if (state === 'refused') onCancel();
    else {
      state = 'dragging';
      onDrag();
    }
  }
  function end(isMeant: boolean): void {
    const wasDragging = state === 'dragging';
    state = 'rest';
    if (wasDragging && isMeant) onDrop();
    else onCancel();
  }
  function change(): void {
    if (state !== 'rest') end(true);
  }
  const isOther = ({ pointerId }: PointerEvent): boolean => pointer !== null && pointerId !== pointer;
  function press({ pointerId }: PointerEvent): void {
    pointer = pointerId;
  }
  function release(event: PointerEvent): void {
    if (isOther(event)) return;
    pointer = null;
    clearTimeout(timer);
    // Behind it comes `change`, but not where the thumb is back where it was: then nobody else says that it was let go.
    if (state !== 'rest') timer = setTimeout(() => state !== 'rest' && end(input.valueAsNumber !== from));
  }
  function cancel(event: PointerEvent): void {
    if (isOther(event)) return;
    pointer = null;
    if (state !== 'rest') end(false);
  }
  function refuse(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || state !== 'dragging') return;
    // A dialog around it stays.
    event.preventDefault();
    event.stopPropagation();
    end(false);
    if (pointer !== null) state = 'refused';
  }
  const ears = new AbortController();
  const { signal } = ears;
  const page = input.ownerDocument;
  input.addEventListener('input', move, { signal });
  input.addEventListener('change', change, { signal });
  input.addEventListener('pointerdown', press, { signal });
  input.addEventListener('lostpointercapture', release, { signal });
  // It may be let go anywhere.
  page.addEventListener('pointerup', release, { signal, capture: true });
  page.addEventListener('pointercancel', cancel, { signal, capture: true });
  page.addEventListener('keydown', refuse, { signal, capture: true });
  return {
    isDragging: () => state === 'dragging',
    rest() {
      from = input.valueAsNumber;
    },
    letGo() {
      state = 'rest';
    },
    stop() {
      clearTimeout(timer);
      ears.abort();
    },
  };
}
