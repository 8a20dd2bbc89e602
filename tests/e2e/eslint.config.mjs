import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './jsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Without annotations much is of any type; what is left are promises that nobody waits for.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      'max-lines': ['error', { max: 400 }],
    },
  },
);
