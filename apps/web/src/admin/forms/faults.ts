import { Problem } from '@diemcau/client/problem';
import { useTexts } from './texts';

/** The words of class-validator for a fault, and ours. */
const kinds: Record<string, 'required' | 'length' | 'number' | 'date' | 'email' | 'choice' | 'form'> = {
  isNotEmpty: 'required',
  isDefined: 'required',
  isString: 'required',
  isUuid: 'required',
  isLength: 'length',
  maxLength: 'length',
  minLength: 'length',
  isInt: 'number',
  isNumber: 'number',
  min: 'number',
  max: 'number',
  isDay: 'date',
  isInstant: 'date',
  isEmail: 'email',
  isIn: 'choice',
};

/**
 * What the server said of each field (`problem.errors`), in words: `const faultOf = useFaults(mutation.error);
 * <TextInput error={faultOf('displayName')} />`. Undefined for a field without a fault.
 */
export function useFaults(error: unknown): (path: string) => string | undefined {
  const t = useTexts();
  const errors = error instanceof Problem ? error.errors : [];
  return (path) => {
    const found = errors.find((one) => one.path === path || one.path.startsWith(`${path}.`));
    return found && t(kinds[found.code] ?? 'form');
  };
}
