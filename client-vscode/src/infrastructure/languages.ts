// Every text that the user can mend: the server knows what is to be checked in which. Other schemes (git revisions, previews, output) only show.
const SCHEMES = ['file', 'untitled'];

export interface CheckedDocumentFilter {
  readonly scheme: string;
}

export const CHECKED_DOCUMENTS: readonly CheckedDocumentFilter[] = SCHEMES.map((scheme) => ({ scheme }));

export interface DocumentIdentity {
  readonly uri: { readonly scheme: string };
}

export function isChecked(document: DocumentIdentity | undefined): boolean {
  return document !== undefined && SCHEMES.includes(document.uri.scheme);
}
