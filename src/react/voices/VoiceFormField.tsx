'use client';

import { useEffect, useRef } from 'react';

export interface VoiceFormFieldProps {
  name: string;
  value: string | null;
  disabled: boolean | undefined;
  onReset?: () => void;
}

/** What is sent with a form, and hears of its reset. Renders an `<input type="hidden">`. */
export function VoiceFormField({ name, value, disabled, onReset }: VoiceFormFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const reset = useRef(onReset);
  useEffect(() => {
    reset.current = onReset;
  });
  useEffect(() => {
    const form = field.current?.form;
    const hear = () => reset.current?.();
    form?.addEventListener('reset', hear);
    return () => form?.removeEventListener('reset', hear);
  }, []);
  return <input ref={field} type="hidden" name={name} value={value ?? ''} disabled={disabled} />;
}
