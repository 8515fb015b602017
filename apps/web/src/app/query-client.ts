import { Problem } from '@diemcau/client/problem';
import { QueryClient } from '@tanstack/react-query';

/**
 * What passes by itself is tried again; a refusal stays a refusal. What somebody does is tried at once, also without a
 * network: else it would wait unsaid and be done later, even after the dialog was cancelled.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 5 && error instanceof Problem && error.passing,
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 5000),
    },
    mutations: { networkMode: 'always' },
  },
});
