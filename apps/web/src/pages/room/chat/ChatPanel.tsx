import { useEffect, useRef } from 'react';
import { useRoomState } from '../room-context';
import classes from './chat.module.css';
import { ChatInput } from './ChatInput';
import { ChatLineView } from './ChatLineView';
import { useTexts } from './texts';

export function ChatPanel() {
  const t = useTexts();
  const { chat } = useRoomState();
  const list = useRef<HTMLDivElement>(null);
  const newest = chat.at(-1)?.id;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  return (
    <div className={classes.chat}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a log is focusable, so that it can be scrolled by keyboard */}
      <div ref={list} className={classes.lines} role="log" aria-label={t('lines')} tabIndex={0}>
        {chat.length === 0 && <p className={classes.empty}>{t('empty')}</p>}
        {chat.map((line) => (
          <ChatLineView key={line.id} line={line} />
        ))}
      </div>
      <ChatInput />
    </div>
  );
}
