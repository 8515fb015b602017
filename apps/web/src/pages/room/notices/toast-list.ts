import { Problem } from '@diemcau/client/problem';
import { createContext, useContext } from 'react';

export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly tone: 'plain' | 'good' | 'warning';
}

/** Words to show for a while; or an error, shown by its title. */
export type ShowToast = (words: unknown, tone?: Toast['tone']) => void;

export const ToastContext = createContext<ShowToast>(() => undefined);
export const useToast = (): ShowToast => useContext(ToastContext);

/** The words for a toast: a problem's own title, else `otherwise`. */
export function wordsOf(said: unknown, otherwise: string): string {
  if (typeof said === 'string') return said;
  return (said instanceof Problem && said.title) || otherwise;
}
