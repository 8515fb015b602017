import { useEffect } from 'react';

/** The tab's title; null leaves the product's name alone. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · Điểm Cầu` : 'Điểm Cầu';
    return () => {
      document.title = 'Điểm Cầu';
    };
  }, [title]);
}
