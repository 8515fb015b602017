import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type Keyed, withOneMore } from './rows';

interface Props<T extends object> {
  readonly rows: readonly Keyed<T>[];
  readonly onChange: (rows: Keyed<T>[]) => void;
  /** How many rows the server takes. */
  readonly most: number;
  /** What a new row begins with. */
  readonly blank: T;
  readonly label: string;
}

export function AddRow<T extends object>({ rows, onChange, most, blank, label }: Props<T>) {
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      disabled={rows.length >= most}
      onClick={() => onChange(withOneMore<T>(rows, blank))}
    >
      {label}
    </Button>
  );
}
