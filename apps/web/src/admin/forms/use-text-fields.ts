import { type ChangeEvent, useState } from 'react';
import { useFaults } from './faults';

interface Options<Name extends string> {
  readonly label: (name: NoInfer<Name>) => string;
  /** Of the act that sends the fields: what the server said of each stands beside it. */
  readonly error: unknown;
}

/**
 * The text fields of a form, each called as the server calls it:
 * `const [fields, text] = useTextFields({ phone: '' }, { label: t, error: add.error })`, then
 * `<TextInput {...text('phone', 25)} />` with its greatest length.
 */
export function useTextFields<const Name extends string>(
  before: Record<Name, string>,
  { label, error }: Options<Name>,
) {
  const [fields, setFields] = useState(before);
  const faultOf = useFaults(error);
  const text = (name: Name, maxLength: number) => ({
    label: label(name),
    maxLength,
    value: fields[name],
    error: faultOf(name),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { value } = event.currentTarget;
      setFields((known) => ({ ...known, [name]: value }));
    },
  });
  return [fields, text] as const;
}
