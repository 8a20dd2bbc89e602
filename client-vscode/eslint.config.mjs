import tseslint from 'typescript-eslint';

/** Forbids imports whose specifier matches, with the reason that the report gives. */
const forbidImports = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

export default tseslint.config(
  { ignores: ['dist/', 'server/', 'node_modules/'] },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The editor takes anything with a dispose method where it says Disposable.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
    },
  },
  {
    // Features are flat folders: "../" followed by anything but another "../" is a sibling.
    files: ['src/features/*/*.ts'],
    rules: forbidImports({
      regex: '^\\.\\./(?!\\.\\./)',
      message: 'A feature must not know its siblings: share through infrastructure.',
    }),
  },
  {
    files: ['src/infrastructure/**/*.ts'],
    rules: forbidImports({
      regex: '/features/',
      message: 'Infrastructure must not know the features.',
    }),
  },
  {
    files: ['src/**/__tests__/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
