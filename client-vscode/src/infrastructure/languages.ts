/** Language ids that the server checks; the manifest activates on the same ones. */
export const CHECKED_LANGUAGES: readonly string[] = [
  'csharp',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'python',
  'json',
  'jsonc',
  'yaml',
  'xml',
];

// Other schemes (git revisions, previews, output) show text that the user cannot mend.
const SCHEMES = ['file', 'untitled'];

export interface CheckedDocumentFilter {
  readonly language: string;
  readonly scheme: string;
}

export const CHECKED_DOCUMENTS: readonly CheckedDocumentFilter[] = CHECKED_LANGUAGES.flatMap((language) =>
  SCHEMES.map((scheme) => ({ language, scheme })),
);

export interface DocumentIdentity {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
}

export function isChecked(document: DocumentIdentity | undefined): boolean {
  return (
    document !== undefined &&
    CHECKED_LANGUAGES.includes(document.languageId) &&
    SCHEMES.includes(document.uri.scheme)
  );
}
