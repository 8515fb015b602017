import type { Icon } from '@tabler/icons-react';

interface Props {
  readonly icon: Icon;
  /** What the sign says, for those who do not see it. */
  readonly words: string;
  readonly className?: string | undefined;
}

/** A sign that stands for words. */
export function Sign({ icon: Icon, words, className }: Props) {
  return (
    <span className={className} style={{ display: 'inline-flex', flex: 'none' }}>
      <Icon size="1.15em" aria-hidden="true" />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
