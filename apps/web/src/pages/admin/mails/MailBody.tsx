import { useQuery } from '@tanstack/react-query';
import classes from './mails.module.css';
import { useTexts } from './texts';

/** Nothing from elsewhere, no scripts, no forms; links open elsewhere and are told nothing of where they came from. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

async function parse(eml: string) {
  const { default: PostalMime } = await import('postal-mime');
  const { html, text } = await PostalMime.parse(eml);
  return { html: html ?? null, text: text ?? '' };
}

/** The message as its reader sees it, in a frame of its own that may do nothing. */
export function MailBody({ eml, title }: { eml: string; title: string }) {
  const t = useTexts();
  const { data, error } = useQuery({
    queryKey: ['admin', 'mails', 'parsed', eml],
    queryFn: () => parse(eml),
    staleTime: Infinity,
  });
  if (error) return <pre className={classes.plain}>{eml}</pre>;
  if (!data) return null;
  if (data.html === null) return <pre className={classes.plain}>{data.text}</pre>;
  const document = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><base target="_blank">${data.html}`;
  return (
    <iframe
      title={t('content', { title })}
      className={classes.frame}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={document}
    />
  );
}
