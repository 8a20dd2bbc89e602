import { isArrayOf, isCount, isOneOf, isRecord, isString } from '../../infrastructure/guards';

export const DOCUMENT_STATUS = 'ultimateCopilot/documentStatus';

export interface LayerStatus {
  readonly layer: 'fast' | 'exact' | 'toolchain';
  readonly state: 'done' | 'running' | 'off' | 'unavailable';
  readonly detail?: string;
}

/** Server to client: how far the check of one version of one document has got. */
export interface DocumentStatusParams {
  readonly uri: string;
  readonly version: number;
  readonly language: string;
  readonly languageName: string;
  readonly layers: readonly LayerStatus[];
  readonly findings: number;
}

const isLayer = isOneOf<LayerStatus['layer']>(['fast', 'exact', 'toolchain']);
const isState = isOneOf<LayerStatus['state']>(['done', 'running', 'off', 'unavailable']);

function isLayerStatus(value: unknown): value is LayerStatus {
  return (
    isRecord(value) &&
    isLayer(value['layer']) &&
    isState(value['state']) &&
    (value['detail'] === undefined || isString(value['detail']))
  );
}

const isLayers = isArrayOf(isLayerStatus);

export function isDocumentStatusParams(value: unknown): value is DocumentStatusParams {
  return (
    isRecord(value) &&
    isString(value['uri']) &&
    Number.isInteger(value['version']) &&
    isString(value['language']) &&
    isString(value['languageName']) &&
    isLayers(value['layers']) &&
    isCount(value['findings'])
  );
}
