import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The one accent: 700 (index 7) on light, 300 (index 3) on dark. */
const teal: MantineColorsTuple = [
  '#f0fdfa',
  '#ccfbf1',
  '#99f6e4',
  '#5eead4',
  '#2dd4bf',
  '#14b8a6',
  '#0d9488',
  '#0f766e',
  '#115e59',
  '#134e4a',
];

/** Neutral, a little towards the accent; index 9 is the floor of the dark room. */
const dark: MantineColorsTuple = [
  '#e6eceb',
  '#c3cdcc',
  '#a3b0ae',
  '#7f8e8c',
  '#556361',
  '#3a4745',
  '#2a3533',
  '#1d2625',
  '#141b1a',
  '#0c1110',
];

/** Words on the accent: white on teal 700, nearly black on teal 300. Mantine's own contrast looks at the light shade only. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  // Mantine's own red is too faint for words on white.
  if (input.variant === 'subtle' && input.color?.startsWith('red')) {
    return { ...colors, color: 'var(--mantine-color-error)' };
  }
  const accent = input.color === undefined || input.color === 'teal';
  return input.variant === 'filled' && accent ? { ...colors, color: 'var(--on-accent)' } : colors;
};

const middling = { defaultProps: { size: 'md' } };
/** Of one height, with words of one size: 16 px, at which phones do not zoom in. */
const fields = [
  'Autocomplete',
  'Checkbox',
  'CheckboxGroup',
  'InputWrapper',
  'MultiSelect',
  'NativeSelect',
  'NumberInput',
  'PasswordInput',
  'Radio',
  'RadioGroup',
  'Select',
  'Switch',
  'TagsInput',
  'Textarea',
  'TextInput',
];

export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 3 },
  variantColorResolver,
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: middling,
    ...Object.fromEntries(fields.map((name) => [name, middling])),
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: false } },
    },
  },
});

/** Mantine's dimmed grey and red are too faint for WCAG 2.2 AA on our floors. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--on-accent': '#ffffff',
    '--mantine-color-text': '#14211f',
    '--mantine-color-dimmed': '#4a5a57',
    '--mantine-color-placeholder': '#66736f',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f766e',
  },
  dark: {
    '--on-accent': '#05302c',
    '--mantine-color-text': '#e6eceb',
    '--mantine-color-dimmed': '#b4c2bf',
    '--mantine-color-placeholder': '#a3b0ae',
    '--mantine-color-error': '#fca5a5',
    '--mantine-color-anchor': '#5eead4',
    '--mantine-color-body': '#141b1a',
  },
});
