import { Problem } from '@diemcau/client/problem';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notify } from '../notices/notices';

interface Options<O> {
  /** Said below the page once it is done. */
  readonly done?: string | ((answer: O) => string);
  /** Beginnings of the query keys that are no longer true: `[['admin', 'people']]`. */
  readonly changes: readonly (readonly unknown[])[];
  /** Closes the dialog, goes elsewhere. */
  readonly after?: (answer: O) => void;
}

/**
 * One act on the server: says when it is done and has everything fetched anew that it changed, also when somebody else was
 * quicker (412). `const lock = useAct(lockUser, { done: t('locked'), changes: [['admin', 'people']], after: close });` then
 * `lock.mutate(input)`, `lock.isPending`, `lock.error`.
 */
export function useAct<I, O>(run: (input: I) => Promise<O>, { done, changes, after }: Options<O>) {
  const client = useQueryClient();
  const refresh = () => Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: run,
    onSuccess: (answer) => {
      after?.(answer);
      if (done) notify('done', typeof done === 'string' ? done : done(answer));
      return refresh();
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 412) void refresh();
    },
  });
}
