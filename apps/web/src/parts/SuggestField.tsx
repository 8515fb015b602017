import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import classes from './SuggestField.module.css';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly error: string | null;
  readonly maxLength: number;
  /** What could be meant, best first; the caller has searched. */
  readonly suggestions: readonly string[];
  readonly onChange: (value: string) => void;
}

/**
 * A text field with suggestions below it (WAI-ARIA combobox with list autocomplete). Small, because it is on the page
 * that must be light. The list stands in the page and stays until one is picked or the name is complete: it neither
 * covers the button below nor moves it away from under a press.
 */
export function SuggestField({ suggestions, value, onChange, ...field }: Props) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && suggestions.length > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const pick = (suggestion: string) => {
    onChange(suggestion);
    close();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const chosen = shown ? suggestions[active] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(next(active, event.key === 'ArrowDown' ? 1 : -1, suggestions.length));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      pick(chosen);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      close();
    }
  };
  return (
    <div>
      <TextInput
        {...field}
        value={value}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={pressed}
      />
      <div id={listId} role="listbox" aria-label={field.label} className={classes.list} hidden={!shown}>
        {suggestions.map((suggestion, i) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's, which keeps the focus
          <div
            key={suggestion}
            id={`${listId}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(suggestion)}
          >
            {suggestion}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Round and round; from nothing chosen to the first or the last. */
const next = (active: number, step: 1 | -1, count: number): number =>
  count === 0 ? -1 : active < 0 && step < 0 ? count - 1 : (active + step + count) % count;
