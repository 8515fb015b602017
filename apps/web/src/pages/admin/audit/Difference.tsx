import classes from './audit.module.css';
import { linesOf } from './difference';
import { useFieldWords } from './field-words';
import { useTexts } from './texts';

/** Before and after, side by side. */
export function Difference({ before, after }: { before: object | null; after: object | null }) {
  const t = useTexts();
  const fieldOf = useFieldWords();
  const lines = linesOf(before, after);
  if (lines.length === 0) return null;
  return (
    <table className={classes.difference}>
      <thead>
        <tr>
          <th>{t('field')}</th>
          <th>{t('before')}</th>
          <th>{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, before: was, after: is, changed }) => (
          <tr key={name} data-changed={changed}>
            <th scope="row">{fieldOf(name)}</th>
            <td>{changed && was !== null ? <del>{was}</del> : (was ?? '')}</td>
            <td>{changed && is !== null ? <ins>{is}</ins> : (is ?? '')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
